import { keptUntil } from '#shared/privacy/retention.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { storedPng } from './craft.fixture.ts'
import { photoOffers } from './offers.ts'
import { openPhotoWorld, UPLOADER, type PhotoWorld } from './photos.fixture.ts'
import { photosIn } from './repository.ts'

const community = 'jinxiu'
const DAY = 24 * 60

describe.each(openTables)('a photo that WeChat refused, over %s', (_, open) => {
  let world: PhotoWorld
  let id: string
  let bytes: string
  beforeEach(async () => {
    world = await openPhotoWorld(open)
    id = (await world.add(storedPng('STAND-IN:RISKY'))).id
    await photoOffers(world.app.ports).claim([id], { community, person: UPLOADER }, 'complaint 1')
    bytes = (await kept())?.blob ?? ''
    await world.settle()
  })
  afterEach(() => world.close())
  const kept = async () => (await photosIn(world.app.ports.table, community).find(id))?.photo

  test('is kept 90 days for whoever contests it, then only that it was refused', async () => {
    const refusedAt = world.app.clock.now
    const refused = { photo: id, state: 'refused', reason: 'photos.content_refused' }
    expect(await world.see(id)).toEqual(refused)
    await world.pass(90 * DAY)
    expect(await world.blobs.get(bytes)).toBeDefined()

    world.app.clock.now = new Date(keptUntil('photos_unused_bytes', refusedAt).getTime() - 1)
    await world.settle()
    expect(await world.blobs.get(bytes)).toBeDefined()
    world.app.clock.advance(1)
    await world.settle()
    expect(await world.blobs.get(bytes)).toBeUndefined()
    expect(await world.see(id)).toEqual(refused)
    expect(await kept()).toMatchObject({ state: 'refused', use: 'complaint 1' })
    expect((await kept())?.blob).toBeUndefined()
    expect(await world.app.sweep()).toMatchObject({ visited: 0, failed: 0 })
  })

  test('is forgotten at the next sweep where the disk failed at the first', async () => {
    const broken = jest.spyOn(world.blobs, 'delete').mockRejectedValueOnce(new Error('disk'))
    await world.pass(92 * DAY)
    broken.mockRestore()
    expect(await world.blobs.get(bytes)).toBeDefined()
    await world.settle()
    expect(await world.blobs.get(bytes)).toBeUndefined()
  })
})
