import { complaints } from '#shared/complaints/contract.ts'
import { photos } from '#shared/photos/contract.ts'
import { DAY, HOUR, MINUTE } from '#shared/kernel/calendar.ts'
import { openPhotoWorld, type PhotoWorld } from '../photos/photos.fixture.ts'
import { sample } from '../photos/samples.fixture.ts'
import { upload } from '../platform/blobs/blobs.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { addPerson } from '../platform/test-cast.fixture.ts'
import { act, file, get } from './complaints.fixture.ts'
import { HERE } from './races.fixture.ts'

/** Of the length that makes their WeChat account's id one that the stand-in takes. */
const FILER = 'filer-whose-phone-die'

describe.each(openTables)('a photo whose upload never finishes, over %s', (_, open) => {
  let world: PhotoWorld
  beforeEach(async () => {
    world = await openPhotoWorld(open)
    const home = { unit: '1-1-109', areaCenti: 8_957, relation: 'owner' } as const
    await addPerson(world.app.ports, FILER, { name: '徐一', homes: [home] })
  })
  afterEach(() => world.close())

  const begun = async () => (await (await world.app.as(FILER)).send(photos.add, HERE)).body
  const filedWith = async (photo: string) => file(await world.app.as(FILER), { photos: [photo] })
  const wait = async (ms: number) => {
    world.app.clock.advance(ms)
    for (let i = 0; i < 3; i += 1) await world.settle()
  }

  test('the complaint stands and goes its way; after a day the photo is given up, and nobody waits for it', async () => {
    const { photo } = await begun()
    const { status, body } = await filedWith(photo)
    expect(status).toBe(201)
    expect(body.photos).toEqual([{ photo, state: 'checking' }])
    await wait(0)
    const property = await world.app.as('property')
    expect((await act('accept', property, body.number)).status).toBe(200)
    await wait(DAY + HOUR)
    for (const who of [FILER, 'community']) {
      const seen = await get(await world.app.as(who), body.number)
      expect(seen.body.photos).toEqual([{ photo, state: 'refused' }])
    }
    // What was given up is in no other complaint either, and the next one goes without it.
    expect((await filedWith(photo)).status).toBe(409)
    expect((await file(await world.app.as(FILER))).status).toBe(201)
  })

  test('it arrives while the form still lives: the complaint that was filed without it has it', async () => {
    const { photo, form } = await begun()
    const { number } = (await filedWith(photo)).body
    world.app.clock.advance(20 * MINUTE)
    expect((await upload(form, sample('jpeg'))).status).toBe(201)
    await wait(MINUTE)
    await wait(MINUTE)
    const seen = await get(await world.app.as('property'), number)
    expect(seen.body.photos).toMatchObject([
      { photo, state: 'passed', url: expect.any(String) as string },
    ])
  })

  test('begun, forgotten and named a day later: refused, nothing is filed, and without it it is', async () => {
    const { photo } = await begun()
    await wait(DAY + HOUR)
    expect(await filedWith(photo)).toMatchObject({ status: 404, code: 'photos.not_found' })
    const resident = await world.app.as(FILER)
    expect((await resident.send(complaints.mine, HERE)).body.items).toEqual([])
    expect((await file(resident)).status).toBe(201)
  })
})
