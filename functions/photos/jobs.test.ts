import { photos } from '#shared/photos/contract.ts'
import { upload } from '../platform/blobs/blobs.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { photoArrivals } from './arrival.ts'
import { storedPng } from './craft.fixture.ts'
import { photoJob } from './jobs.ts'
import { photoOffers } from './offers.ts'
import { openPhotoWorld, UPLOADER, type PhotoWorld } from './photos.fixture.ts'
import { incomingKey } from './places.ts'
import { photosIn } from './repository.ts'
import { sample } from './samples.fixture.ts'
import { photoVerdicts } from './verdicts.ts'

const community = 'jinxiu'
const DAY = 24 * 60

describe.each(openTables)('what happens to photos by the clock, over %s', (_, open) => {
  let world: PhotoWorld
  beforeEach(async () => {
    world = await openPhotoWorld(open)
  })
  afterEach(() => world.close())

  const stateOf = async (id: string): Promise<string> => (await world.see(id)).state
  const claim = (id: string): Promise<void> =>
    photoOffers(world.app.ports).claim([id], { community, person: UPLOADER }, 'complaint 1')
  const askedOf = async (id: string): Promise<number | undefined> =>
    (await photosIn(world.app.ports.table, community).find(id))?.photo.asked

  test('WeChat down: asked again, ever more slowly, and passed once it is back', async () => {
    world.twin.switches.down = true
    const { id } = await world.add(sample('jpeg'))
    await claim(id)
    await world.settle()
    for (const minutes of [1, 5, 15, 30]) {
      expect(await stateOf(id)).toBe('checking')
      await world.pass(minutes - 1)
      const asked = await askedOf(id)
      await world.pass(1)
      expect(await askedOf(id)).toBe((asked ?? 0) + 1)
    }
    world.twin.switches.down = false
    await world.pass(60)
    expect(await stateOf(id)).toBe('passed')
  })

  test('a person who is away: asked about every hour, until WeChat has seen them', async () => {
    const { id } = await world.add(sample('jpeg'))
    await claim(id)
    world.twin.switches.failures = Array.from({ length: 99 }, () => 61010)
    for (let hours = 0; hours < 6; hours += 1) await world.pass(60)
    const asked = (await askedOf(id)) ?? 0
    await world.pass(60)
    expect(await askedOf(id)).toBe(asked + 1)
    expect(await stateOf(id)).toBe('checking')
    world.twin.switches.failures = []
    await world.pass(60)
    expect(await stateOf(id)).toBe('passed')
  })

  test.each([
    ['NEVER answers', 'STAND-IN:NEVER', 35],
    ['is in doubt', 'STAND-IN:REVIEW', 60],
  ])('WeChat %s: the photo waits unseen and is asked about again', async (__, mark, minutes) => {
    const { id } = await world.add(storedPng(mark))
    await claim(id)
    await world.settle()
    expect(await askedOf(id)).toBe(1)
    await world.pass(minutes - 1)
    expect(await askedOf(id)).toBe(1)
    await world.pass(1)
    expect(await askedOf(id)).toBe(2)
    expect(await world.see(id, 'neighbour')).toEqual({ photo: id, state: 'checking' })
  })

  test('WeChat answers twice: the second time changes nothing', async () => {
    const { id } = await world.add(storedPng('STAND-IN:TWICE'))
    await world.settle()
    expect(await stateOf(id)).toBe('passed')
    const before = await photosIn(world.app.ports.table, community).find(id)
    await world.settle()
    expect(await photosIn(world.app.ports.table, community).find(id)).toEqual(before)
  })

  test('WeChat cannot download it: asked again in a minute', async () => {
    const { id } = await world.add(sample('png'))
    const { photo } = (await photosIn(world.app.ports.table, community).find(id)) ?? {}
    await world.blobs.delete(photo?.blob ?? '')
    await world.settle()
    expect(await stateOf(id)).toBe('checking')
    await world.blobs.put(photo?.blob ?? '', sample('png'), 'image/png')
    await world.pass(5)
    expect(await stateOf(id)).toBe('passed')
  })

  test('an answer that comes before we have written down the question counts', async () => {
    const { id } = await world.add(sample('jpeg'))
    const { ports } = world.app
    const message = { Event: 'wxa_media_check', trace_id: 't', errcode: 0 }
    const hasty = photoJob({
      ...ports,
      openidOf: () => Promise.resolve('o'),
      weixin: {
        ...ports.weixin,
        async checkMedia() {
          await photoVerdicts(ports)({ ...message, result: { suggest: 'pass', label: 100 } })
          return { traceId: 't' }
        },
      },
    })
    const item = await ports.table.get({ pk: `PHOTO#${community}#${id}`, sk: 'STATE' })
    if (item) await hasty.visit(item, ports.now())
    expect(await stateOf(id)).toBe('passed')
  })

  test('risky is the last word, also after pass', async () => {
    const { id } = await world.add(storedPng('STAND-IN:TWICE'))
    await world.settle()
    const { ports } = world.app
    const ask = { kind: 'about', community, photo: id }
    await ports.table.put({ pk: 'TRACE#late', sk: 'PHOTO', version: 1, v: 1, data: ask })
    const result = { suggest: 'risky', label: 20002 }
    const message = { Event: 'wxa_media_check', trace_id: 'late', errcode: 0, result }
    await photoVerdicts(ports)(message)
    expect(await world.see(id)).toMatchObject({
      state: 'refused',
      reason: 'photos.content_refused',
    })
  })

  test('messages about nothing of ours are taken and change nothing', async () => {
    const verdicts = photoVerdicts(world.app.ports)
    await verdicts({ Event: 'subscribe_msg_popup_event' })
    await verdicts({ Event: 'wxa_media_check', trace_id: 'unknown', errcode: 0 })
    await verdicts({ Event: 'wxa_media_check', trace_id: 'unknown', errcode: 0 })
  })

  test('a person who never logged in by WeChat: the photo waits', async () => {
    const { id } = await world.add(sample('jpeg'))
    const { ports } = world.app
    const job = photoJob({ ...ports, openidOf: () => Promise.resolve(undefined) })
    const item = await ports.table.get({ pk: `PHOTO#${community}#${id}`, sk: 'STATE' })
    if (item) await job.visit(item, ports.now())
    expect(await stateOf(id)).toBe('checking')
    expect(await askedOf(id)).toBe(1)
  })

  test('news of an arrival that was lost: the photo is found when its form has run out', async () => {
    const { body } = await world.uploader.send(photos.add, { community })
    await world.blobs.put(incomingKey({ community, id: body.photo }), sample('webp'), 'image/webp')
    await world.pass(30)
    expect(await stateOf(body.photo)).toBe('awaiting')
    await world.pass(1)
    expect(await stateOf(body.photo)).toBe('checking')
    await world.settle()
    expect(await stateOf(body.photo)).toBe('passed')
  })

  test('a photo nobody used is gone after a day, with all of its files', async () => {
    const { id } = await world.add(sample('jpeg'))
    await world.settle()
    const { photo } = (await photosIn(world.app.ports.table, community).find(id)) ?? {}
    await world.pass(DAY - 1)
    expect(await stateOf(id)).toBe('passed')
    await world.pass(1)
    await expect(world.see(id)).rejects.toThrow('photos.not_found')
    expect(await world.blobs.get(photo?.blob ?? '')).toBeUndefined()
    expect(await photosIn(world.app.ports.table, community).find(id)).toBeUndefined()
  })

  test('a removal that broke off is taken up again; meanwhile the photo is nobody’s', async () => {
    const { id } = await world.add(sample('jpeg'))
    await world.settle()
    const broken = jest.spyOn(world.blobs, 'delete').mockRejectedValueOnce(new Error('disk'))
    await world.pass(DAY)
    broken.mockRestore()
    await expect(world.see(id)).rejects.toThrow('photos.not_found')
    await expect(claim(id)).rejects.toThrow('photos.not_found')
    await world.settle()
    expect(await photosIn(world.app.ports.table, community).find(id)).toBeUndefined()
  })

  test('a used photo stays, however old', async () => {
    const { id } = await world.add(sample('jpeg'))
    await claim(id)
    await world.settle()
    await world.pass(400 * DAY)
    const { url } = await world.see(id, 'neighbour')
    expect((await fetch(url ?? '')).status).toBe(200)
  })

  test('a used photo that never arrived is given up after a day', async () => {
    const { body } = await world.uploader.send(photos.add, { community })
    await claim(body.photo)
    await world.pass(31)
    await world.pass(DAY)
    expect(await world.see(body.photo)).toMatchObject({
      state: 'refused',
      reason: 'photos.not_arrived',
    })
    expect((await upload(body.form, sample('jpeg'))).status).toBe(403)
  })

  test('an arrival of something that is not ours, or of nothing, does nothing', async () => {
    const arrived = photoArrivals(world.app.ports)
    await arrived('photos/jinxiu/x/y')
    await arrived('incoming/jinxiu')
    await arrived('incoming/jinxiu/unknown')
    const { body } = await world.uploader.send(photos.add, { community })
    await arrived(incomingKey({ community, id: body.photo }))
    expect(await stateOf(body.photo)).toBe('awaiting')
  })
})
