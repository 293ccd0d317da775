import { Hono } from 'hono'
import { complaints, type PhotoView } from '#shared/complaints/contract.ts'
import { communityDirectory } from '../communities/offers.ts'
import { personDirectory } from '../people/offers.ts'
import { answerErrors } from '../platform/http/answer-errors.ts'
import { mount } from '../platform/http/mount.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { clientOf, type Client } from '../platform/test-client.fixture.ts'
import { act, file, get } from './complaints.fixture.ts'
import { complaintFeature } from './handlers.ts'
import type { PhotoOffers } from './photos.ts'
import { complaintNeeds } from './wing.ts'

const KEY = { key: 'the-same-key' }

/** Photos named after their owner; everybody but the owner waits for their check. */
function photosOf() {
  const uses = new Map<string, string>()
  const asked: { photos: readonly string[]; person: string; community: string }[] = []
  const offers: PhotoOffers = {
    claim(photos, { person }, use) {
      for (const photo of photos) {
        const refused = !photo.startsWith(person)
          ? 'photos.not_found'
          : (uses.get(photo) ?? use) !== use && 'photos.used_elsewhere'
        if (refused) return Promise.reject(new RefusedError(refused))
      }
      for (const photo of photos) uses.set(photo, use)
      return Promise.resolve()
    },
    view(photos, { person, community }) {
      asked.push({ photos, person, community })
      const view = (photo: string): PhotoView =>
        photo.startsWith(person)
          ? { photo, state: 'checking', url: `/photos/${photo}` }
          : { photo, state: 'checking' }
      return Promise.resolve(photos.map(view))
    },
    files: () => Promise.resolve([]),
  }
  return { uses, asked, offers }
}

describe.each(openTables.slice(0, 1))('photos of complaints over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  let photos: ReturnType<typeof photosOf>
  let as: (person: string) => Promise<Client>
  beforeEach(async () => {
    app = await openTestAppOn(open)
    photos = photosOf()
    const { ports } = app
    const places = communityDirectory(ports)
    const directory = {
      identify: personDirectory(ports).identify,
      community: places.scope,
      place: places.place,
    }
    const own = new Hono()
    answerErrors(own, ports)
    const needs = { ...complaintNeeds(ports, places), photos: photos.offers }
    mount({ app: own, ports, directory }, complaints, () => complaintFeature(needs))
    as = async (person) => clientOf(own, (await app.as(person)).token)
  })
  afterEach(() => app.close())

  test('they are tied to the filing, and seen as the viewer may see them', async () => {
    const ids = ['resident-1', 'resident-2']
    const { body } = await file(await as('resident'), { photos: ids })
    expect(body.photos.map(({ url }) => url)).toEqual(['/photos/resident-1', '/photos/resident-2'])
    expect([...photos.uses.keys()]).toEqual(ids)
    await app.sweep()
    const shown = (await get(await as('property'), body.number)).body.photos
    expect(shown).toEqual(ids.map((photo) => ({ photo, state: 'checking' })))
    expect(photos.asked.at(-1)).toMatchObject({
      photos: ids,
      person: 'property',
      community: 'jinxiu',
    })
  })

  test('a photo of somebody else, or in use elsewhere, refuses the filing; nothing is stored', async () => {
    const resident = await as('resident')
    expect(await file(resident, { photos: ['neighbour-1'] })).toMatchObject({
      status: 404,
      code: 'photos.not_found',
    })
    await file(resident, { photos: ['resident-1'] })
    expect(await file(resident, { photos: ['resident-1'] })).toMatchObject({
      status: 409,
      code: 'photos.used_elsewhere',
    })
    const mine = await resident.send(complaints.mine, { community: 'jinxiu' })
    expect(mine.body.items).toHaveLength(1)
  })

  test('the same filing again ties nothing new, also after it broke off in between', async () => {
    const resident = await as('resident')
    const put = jest.spyOn(app.ports.table, 'put').mockRejectedValueOnce(new Error('power cut'))
    expect((await file(resident, { photos: ['resident-1'] }, KEY)).status).toBe(500)
    put.mockRestore()
    const first = await file(resident, { photos: ['resident-1'] }, KEY)
    const again = await file(resident, { photos: ['resident-1'] }, KEY)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body.number).toBe(first.body.number)
    expect(await file(resident, { photos: ['resident-2'] }, KEY)).toMatchObject({
      code: 'request.idempotency_key_reused',
    })
    expect([...photos.uses.keys()]).toEqual(['resident-1'])
  })

  test('ten photos are refused', async () => {
    const ids = Array.from({ length: 10 }, (_none, i) => `resident-${i}`)
    expect(await file(await as('resident'), { photos: ids })).toMatchObject({ status: 400 })
    expect(photos.uses.size).toBe(0)
  })

  test('staff reply with photos; the photos of a dispute wait for its words', async () => {
    const [resident, property] = [await as('resident'), await as('property')]
    const { number } = (await file(resident)).body
    await app.sweep()
    await act('accept', property, number)
    const replied = await act('reply', property, number, { photos: ['property-1'] })
    expect(replied.body.timeline.at(-1)?.photos).toMatchObject([{ photo: 'property-1' }])
    await act('resolve', property, number)
    await act('dispute', resident, number, { photos: ['resident-1'] })

    const before = (await get(property, number)).body.timeline.at(-1)
    expect(before).toMatchObject({ withheld: true, photos: [] })
    expect(photos.asked.at(-1)?.photos).toEqual(['property-1'])
    await app.sweep()
    const after = (await get(property, number)).body.timeline.at(-1)
    expect(after).toMatchObject({ withheld: false, photos: [{ photo: 'resident-1' }] })
  })

  test('a refused act ties no photo', async () => {
    const property = await as('property')
    const { number } = (await file(await as('resident'))).body
    await app.sweep()
    expect(await act('reply', property, number, { photos: ['property-1'] })).toMatchObject({
      code: 'complaints.not_accepted',
    })
    expect(photos.uses.size).toBe(0)
  })
})
