import { photos } from '#shared/photos/contract.ts'
import { voices } from '#shared/photos/voice-contract.ts'
import { upload } from '../platform/blobs/blobs.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { photoOffers, voiceOffers } from './offers.ts'
import { openPhotoWorld, UPLOADER, type PhotoWorld } from './photos.fixture.ts'
import { incomingKey } from './places.ts'
import { photosIn } from './repository.ts'
import { sample } from './samples.fixture.ts'
import { id3, m4a, mp3Frames, PLACE, wav } from './voice/voices.fixture.ts'

const community = 'jinxiu'
const mine = { community, person: UPLOADER }
const note = Buffer.concat([id3(), mp3Frames(12)])

describe.each(openTables)('voice notes over %s', (_, open) => {
  let world: PhotoWorld
  beforeAll(async () => {
    world = await openPhotoWorld(open)
  })
  afterAll(() => world.close())
  const stored = async (id: string) =>
    (await photosIn(world.app.ports.table, community).find(id))?.photo

  test('are heard by who spoke them at once, by others once WeChat has passed them', async () => {
    const { id, status } = await world.speak(note)
    expect(status).toBe(201)
    const own = await world.hear(id)
    const url = expect.any(String) as string
    expect(own).toEqual({ voice: id, state: 'checking', url, seconds: 12 })
    expect(await world.hear(id, 'neighbour')).toEqual({ voice: id, state: 'checking', seconds: 12 })
    await world.settle()
    expect(await world.hear(id, 'neighbour')).toEqual({ ...own, state: 'passed' })
  })

  test.each([
    ['audio/mpeg', note],
    ['audio/mp4', m4a(12)],
    ['audio/wav', wav(12)],
  ])('are heard as %s, without where and by whom they were recorded', async (type, bytes) => {
    const { id } = await world.speak(bytes)
    const heard = await fetch((await world.hear(id)).url ?? '')
    expect(heard.headers.get('content-type')).toBe(type)
    expect(Buffer.from(await heard.arrayBuffer()).includes(PLACE)).toBe(false)
    expect(await world.blobs.get(incomingKey({ community, id }))).toBeUndefined()
  })

  test.each([
    ['voices.not_a_voice', sample('jpeg')],
    ['voices.kind_unsupported', Buffer.from('OggS\0\x02 as a browser records')],
    ['voices.damaged', m4a(3).subarray(0, -1)],
    ['voices.too_short', mp3Frames(0.5)],
    ['voices.too_long', mp3Frames(62)],
  ])('%s: others learn nothing of it, and nothing of it is kept', async (reason, bytes) => {
    const { id } = await world.speak(bytes)
    expect(await world.hear(id)).toEqual({ voice: id, state: 'refused', reason })
    expect(await world.hear(id, 'neighbour')).toEqual({ voice: id, state: 'refused' })
    expect(await world.blobs.get(incomingKey({ community, id }))).toBeUndefined()
    expect((await stored(id))?.blob).toBeUndefined()
  })

  test('are held back by one byte too many before they are stored', async () => {
    const { id, status } = await world.speak(new Uint8Array(3_000_001))
    expect(status).toBe(413)
    expect(await world.hear(id)).toEqual({ voice: id, state: 'awaiting' })
  })

  test('that WeChat holds for risky are heard by nobody, and forgotten after 90 days', async () => {
    const { id } = await world.speak(mp3Frames(3, 'STAND-IN:RISKY'))
    await voiceOffers(world.app.ports).claim(id, mine, 'complaint 9')
    await world.settle()
    const refused = { voice: id, state: 'refused', seconds: 3 }
    expect(await world.hear(id)).toEqual({ ...refused, reason: 'voices.content_refused' })
    expect(await world.hear(id, 'neighbour')).toEqual(refused)
    const kept = (await stored(id))?.blob ?? ''
    expect(kept).toMatch(/^voices\//)
    expect(await world.blobs.get(kept)).toBeDefined()
    await world.pass(92 * 24 * 60)
    expect(await world.blobs.get(kept)).toBeUndefined()
    expect(await world.hear(id)).toEqual({ ...refused, reason: 'voices.content_refused' })
  })

  test('while WeChat is down others wait, and nothing is lost', async () => {
    const { id } = await world.speak(note)
    await voiceOffers(world.app.ports).claim(id, mine, 'complaint 8')
    const down = jest.spyOn(world.twin, 'fetch').mockRejectedValue(new Error('no route'))
    await world.settle()
    await world.pass(3)
    expect(await world.hear(id, 'neighbour')).toEqual({ voice: id, state: 'checking', seconds: 12 })
    expect((await world.hear(id)).url).toBeDefined()
    down.mockRestore()
    await world.pass(24 * 60)
    await world.settle()
    expect(await world.hear(id, 'neighbour')).toMatchObject({ state: 'passed', seconds: 12 })
  })

  test('that nobody uses are gone after a day', async () => {
    const { id } = await world.speak(note)
    await world.pass(25 * 60)
    await expect(world.hear(id)).rejects.toThrow('voices.not_found')
  })

  test('asked for again with the same key are the same note', async () => {
    const key = 'one-note-about-the-lift'
    const by = await world.app.as(UPLOADER)
    const first = await by.send(voices.add, { community }, { key })
    const again = await by.send(voices.add, { community }, { key })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body.voice).toBe(first.body.voice)
    expect((await upload(again.body.form, note)).status).toBe(201)
  })

  test.each([
    ['request.idempotency_key_required', 400, '', 'jinxiu', UPLOADER],
    ['scope.not_found', 404, 'a-key-of-mine', 'yunxi', UPLOADER],
    ['scope.not_found', 404, 'a-key-of-mine', 'jinxiu', 'stranger'],
  ])('%s: %i', async (code, status, key, where, who) => {
    const client = await world.app.as(who)
    const answer = await client.send(voices.add, { community: where }, { key })
    expect(answer).toMatchObject({ code, status })
  })

  test('a photo is no voice note, nor the other way round', async () => {
    const by = await world.app.as(UPLOADER)
    const added = await by.send(photos.add, { community })
    await upload(added.body.form, sample('jpeg'))
    const { photo } = added.body
    const voice = (await world.speak(note)).id
    await expect(world.hear(photo)).rejects.toThrow('voices.not_found')
    await expect(world.see(voice)).rejects.toThrow('photos.not_found')
    const [ofPhotos, ofVoices] = [photoOffers(world.app.ports), voiceOffers(world.app.ports)]
    await expect(ofVoices.claim(photo, mine, 'complaint 1')).rejects.toThrow('voices.not_found')
    await expect(ofPhotos.claim([voice], mine, 'complaint 1')).rejects.toThrow('photos.not_found')
    expect(await ofPhotos.view([photo, voice], mine)).toHaveLength(1)
    expect(await ofVoices.view([photo, voice], mine)).toHaveLength(1)
    // Sent by a form for photos, sound is no photo.
    const { body } = await by.send(photos.add, { community })
    await upload(body.form, note)
    expect(await world.see(body.photo)).toMatchObject({ reason: 'photos.not_a_photo' })
  })

  test.each<[string, (id: string) => readonly [string, typeof mine]]>([
    ['voices.not_found', () => ['nothing', mine]],
    ['voices.not_found', (id) => [id, { ...mine, person: 'neighbour' }]],
    ['voices.not_found', (id) => [id, { ...mine, community: 'yunxi' }]],
  ])('%s: it is not tied', async (code, asked) => {
    const { id } = await world.speak(note)
    const offers = voiceOffers(world.app.ports)
    await expect(offers.claim(...asked(id), 'complaint 1')).rejects.toThrow(code)
    await offers.claim(id, mine, 'complaint 2')
    await offers.claim(id, mine, 'complaint 2')
    await expect(offers.claim(id, mine, 'complaint 3')).rejects.toThrow('voices.used_elsewhere')
  })
})
