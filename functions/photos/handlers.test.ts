import { photos } from '#shared/photos/contract.ts'
import { upload } from '../platform/blobs/blobs.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { exifBody, MARKER, segment, storedPng, withSegments } from './craft.fixture.ts'
import { openPhotoWorld, type PhotoWorld } from './photos.fixture.ts'
import { incomingKey } from './places.ts'
import { sample } from './samples.fixture.ts'

const community = 'jinxiu'
const photoAtHome = withSegments(sample('jpeg'), segment(0xe1, exifBody(1)))

describe.each(openTables)('photos over %s', (_, open) => {
  let world: PhotoWorld
  beforeAll(async () => {
    world = await openPhotoWorld(open)
  })
  afterAll(() => world.close())

  test('are seen by who added them at once, by others once WeChat has passed them', async () => {
    const { id, status } = await world.add(photoAtHome)
    expect(status).toBe(201)
    const own = await world.see(id)
    expect(own).toEqual({ photo: id, state: 'checking', url: expect.any(String) as string })
    expect(await world.see(id, 'neighbour')).toEqual({ photo: id, state: 'checking' })
    await world.settle()
    expect(await world.see(id, 'neighbour')).toEqual({ ...own, state: 'passed' })
  })

  test('are seen without where they were taken, as what they are', async () => {
    const { id } = await world.add(photoAtHome)
    const shown = await fetch((await world.see(id)).url ?? '')
    const bytes = Buffer.from(await shown.arrayBuffer())
    expect(shown.headers.get('content-type')).toBe('image/jpeg')
    expect(bytes).toEqual(sample('jpeg'))
    expect(photoAtHome.includes(MARKER)).toBe(true)
    expect(await world.blobs.get(incomingKey({ community, id }))).toBeUndefined()
  })

  test('keep their address for a while, so that a phone need not load them anew', async () => {
    const { id } = await world.add(photoAtHome)
    const { url } = await world.see(id)
    world.app.clock.advance(60_000)
    expect((await world.see(id)).url).toBe(url)
    world.app.clock.advance(60 * 60_000)
    const { url: later } = await world.see(id)
    expect(later).not.toBe(url)
    expect((await fetch(url ?? '')).status).toBe(403)
    expect((await fetch(later ?? '')).status).toBe(200)
  })

  test.each([
    ['photos.not_a_photo', Buffer.from('<html><script>alert(1)</script>')],
    ['photos.kind_unsupported', Buffer.from('GIF89a\x01\0')],
    ['photos.damaged', sample('jpeg').subarray(0, 300)],
    ['photos.disguised', Buffer.concat([sample('png'), Buffer.from('PK\x03\x04')])],
  ])('%s: others learn nothing of it, and nothing of it is kept', async (reason, bytes) => {
    const { id } = await world.add(bytes)
    expect(await world.see(id)).toEqual({ photo: id, state: 'refused', reason })
    expect(await world.see(id, 'neighbour')).toEqual({ photo: id, state: 'refused' })
    expect(await world.blobs.get(incomingKey({ community, id }))).toBeUndefined()
    await world.settle()
    expect((await world.see(id)).state).toBe('refused')
  })

  test('that WeChat holds for risky are seen by nobody', async () => {
    const { id } = await world.add(storedPng('STAND-IN:RISKY'))
    await world.settle()
    const reason = 'photos.content_refused'
    expect(await world.see(id)).toEqual({ photo: id, state: 'refused', reason })
    expect(await world.see(id, 'neighbour')).toEqual({ photo: id, state: 'refused' })
  })

  test('are held back by one byte too many before they are stored', async () => {
    const { id, status } = await world.add(new Uint8Array(10_000_001))
    expect(status).toBe(413)
    expect(await world.see(id)).toEqual({ photo: id, state: 'awaiting' })
  })

  test('asked for again with the same key are the same photo, with a form that still works', async () => {
    const key = 'one-photo-of-the-lift'
    const first = await world.uploader.send(photos.add, { community }, { key })
    world.app.clock.advance(20 * 60_000)
    const again = await world.uploader.send(photos.add, { community }, { key })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body.photo).toBe(first.body.photo)
    world.app.clock.advance(20 * 60_000)
    expect((await upload(first.body.form, photoAtHome)).status).toBe(403)
    expect((await upload(again.body.form, photoAtHome)).status).toBe(201)
    const other = await (await world.app.as('neighbour')).send(photos.add, { community }, { key })
    expect(other.body.photo).not.toBe(first.body.photo)
  })

  test('once taken in stay as they are, whatever is sent by the same form', async () => {
    const { body } = await world.uploader.send(photos.add, { community })
    await upload(body.form, photoAtHome)
    const { url } = await world.see(body.photo)
    await upload(body.form, storedPng('STAND-IN:RISKY'))
    expect(await world.blobs.get(incomingKey({ community, id: body.photo }))).toBeUndefined()
    await world.settle()
    expect(await world.see(body.photo)).toEqual({ photo: body.photo, state: 'passed', url })
  })

  test('sent twice at the same moment are one of the two, and that one was checked', async () => {
    const { body } = await world.uploader.send(photos.add, { community })
    const pictures = [storedPng('STAND-IN:RISKY'), storedPng('harmless')]
    await Promise.all(pictures.map((picture) => upload(body.form, picture)))
    const shown = await fetch((await world.see(body.photo)).url ?? '')
    const isRisky = Buffer.from(await shown.arrayBuffer()).includes('RISKY')
    await world.settle()
    expect((await world.see(body.photo)).state).toBe(isRisky ? 'refused' : 'passed')
  })

  test.each([
    ['request.idempotency_key_required', 400, '', 'jinxiu', 'uploader'],
    ['scope.not_found', 404, 'a-key-of-mine', 'yunxi', 'uploader'],
    ['scope.not_found', 404, 'a-key-of-mine', 'jinxiu', 'stranger'],
    ['scope.not_found', 404, 'a-key-of-mine', 'nowhere', 'uploader'],
  ])('%s: %i', async (code, status, key, where, who) => {
    const client = who === 'uploader' ? world.uploader : await world.app.as(who)
    const answer = await client.send(photos.add, { community: where }, { key })
    expect(answer).toMatchObject({ code, status })
  })

  test('of another community, or of nobody, are not there', async () => {
    const { id } = await world.add(photoAtHome)
    const stranger = await world.app.as('stranger')
    for (const [client, where, photo] of [
      [stranger, 'yunxi', id],
      [world.uploader, 'jinxiu', 'no-such-photo'],
    ] as const) {
      const answer = await client.send(photos.get, { community: where, photo })
      expect(answer).toMatchObject({ status: 404, code: 'photos.not_found' })
    }
  })
})
