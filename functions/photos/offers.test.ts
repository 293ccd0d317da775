import { openTables } from '../platform/table/open-tables.fixture.ts'
import { photoOffers, type PhotoOffers } from './offers.ts'
import { openPhotoWorld, UPLOADER, type PhotoWorld } from './photos.fixture.ts'
import { sample } from './samples.fixture.ts'

const mine = { community: 'jinxiu', person: UPLOADER }
const neighbours = { community: 'jinxiu', person: 'neighbour' }

describe.each(openTables)('what photos offer to other features, over %s', (_, open) => {
  let world: PhotoWorld
  let offers: PhotoOffers
  let photo: string
  let bad: string
  beforeAll(async () => {
    world = await openPhotoWorld(open)
    offers = photoOffers(world.app.ports)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    photo = (await world.add(sample('jpeg'))).id
    bad = (await world.add(Buffer.from('no photo'))).id
  })

  const isFree = async (): Promise<boolean> =>
    offers.claim([photo], mine, 'complaint 9').then(
      () => true,
      () => false,
    )

  test.each<[string, () => readonly string[], typeof mine]>([
    ['photos.not_found', () => [photo, 'nothing'], mine],
    ['photos.not_found', () => [photo], neighbours],
    ['photos.not_found', () => [photo], { ...mine, community: 'yunxi' }],
    ['photos.not_a_photo', () => [photo, bad], mine],
    ['photos.repeated', () => [photo, photo], mine],
    ['photos.too_many', () => Array.from({ length: 10 }, (__, i) => `p${i}`), mine],
  ])('%s: none of them is tied', async (code, photos, whose) => {
    await expect(offers.claim(photos(), whose, 'complaint 1')).rejects.toThrow(code)
    expect(await isFree()).toBe(true)
  })

  test('photos.used_elsewhere; for the same use again, nothing changes', async () => {
    await offers.claim([photo], mine, 'complaint 1')
    await offers.claim([photo], mine, 'complaint 1')
    await expect(offers.claim([photo], mine, 'complaint 2')).rejects.toThrow(
      'photos.used_elsewhere',
    )
  })

  test('of two uses at the same moment one gets the photo', async () => {
    const claims = await Promise.allSettled(
      [1, 2, 3, 4].map((n) => offers.claim([photo], mine, `complaint ${n}`)),
    )
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('a claim while WeChat is being asked loses neither', async () => {
    const [asked] = await Promise.allSettled([
      world.settle(),
      offers.claim([photo], mine, 'complaint 1'),
    ])
    expect(asked.status).toBe('fulfilled')
    await world.settle()
    await world.settle()
    const [seen] = await offers.view([photo], neighbours)
    expect(seen?.state).toBe('passed')
    await expect(offers.claim([photo], mine, 'complaint 2')).rejects.toThrow(
      'photos.used_elsewhere',
    )
  })

  test('no photos are nobody’s problem', async () => {
    await offers.claim([], neighbours, 'complaint 1')
    expect(await offers.view([], neighbours)).toEqual([])
  })

  test('each is shown as this person may see it', async () => {
    expect(await offers.view([photo, bad, 'nothing'], mine)).toEqual([
      { photo, state: 'checking', url: expect.any(String) as string },
      { photo: bad, state: 'refused' },
    ])
    expect(await offers.view([photo, bad], neighbours)).toEqual([
      { photo, state: 'checking' },
      { photo: bad, state: 'refused' },
    ])
    expect(await offers.view([photo], { ...mine, community: 'yunxi' })).toEqual([])
  })

  test('more than a hundred at once', async () => {
    const many = Array.from({ length: 150 }, () => photo)
    expect(
      await offers.view(
        [...new Set(many), ...Array.from({ length: 120 }, (__, i) => `x${i}`), bad],
        mine,
      ),
    ).toHaveLength(2)
  })
})
