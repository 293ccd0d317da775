import { createHash } from 'node:crypto'
import { complaints } from '#shared/complaints/contract.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { id3, mp3Frames, wav } from '../photos/voice/voices.fixture.ts'
import { openPhotoWorld, UPLOADER, type PhotoWorld } from '../photos/photos.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { addPerson } from '../platform/test-cast.fixture.ts'
import { act, file, get } from './complaints.fixture.ts'
import { complaintData } from './personal-data.ts'
import { removeComplaint } from './retention.ts'
import { complaintsIn } from './repository.ts'
import { photoOffers, voiceOffers } from '../photos/offers.ts'

const community = 'jinxiu'
/** Of the length that makes their WeChat account's id one that the stand-in takes. */
const FILER = 'filer-who-would-speak'
const note = Buffer.concat([id3(), mp3Frames(12)])

describe.each(openTables)('voice notes in a conversation over %s', (_, open) => {
  let world: PhotoWorld
  let number: string
  beforeAll(async () => {
    world = await openPhotoWorld(open)
    const home = { unit: '1-1-109', areaCenti: 8_957, relation: 'owner' } as const
    await addPerson(world.app.ports, FILER, { name: '徐一', homes: [home] })
  })
  beforeEach(async () => {
    number = (await file(await filer())).body.number
    await settle()
    await act('accept', await property(), number)
  })
  afterAll(() => world.close())

  const filer = () => world.app.as(FILER)
  const property = () => world.app.as(UPLOADER)
  const settle = async () => {
    for (let i = 0; i < 3; i += 1) await world.settle()
  }
  const spoken = async (bytes: Uint8Array = note, by = filer) =>
    (await world.speak(bytes, await by())).id
  const say = async (said: object, by = filer) =>
    act('message', await by(), number, { text: undefined, ...said })
  const heardBy = async (by: typeof filer) => (await get(await by(), number)).body.timeline.at(-1)

  test('the filer speaks instead of writing; the property hears it once it is checked', async () => {
    const voice = await spoken()
    const { status, body } = await say({ voice })
    expect(status).toBe(200)
    const own = { voice, state: 'checking', seconds: 12, url: expect.any(String) as string }
    expect(body.timeline.at(-1)).toMatchObject({ kind: 'said', withheld: false, voice: own })
    const before = await heardBy(property)
    expect(before?.voice).toEqual({ voice, state: 'checking', seconds: 12 })
    await settle()
    expect((await heardBy(property))?.voice).toEqual({ ...own, state: 'passed' })
  })

  test('the property answers by voice beside its words', async () => {
    const voice = await spoken(wav(3), property)
    const { body } = await act('reply', await property(), number, { voice })
    expect(body.timeline.at(-1)).toMatchObject({ kind: 'replied', voice: { voice, seconds: 3 } })
    expect((await heardBy(filer))?.voice?.url).toBeUndefined()
    await settle()
    expect((await heardBy(filer))?.voice).toMatchObject({ state: 'passed', seconds: 3 })
  })

  test('words that are withheld are not heard either: sound is no way around their check', async () => {
    const voice = await spoken()
    await world.settle()
    const down = jest.spyOn(world.twin, 'fetch').mockRejectedValue(new Error('no route'))
    await say({ text: '这些话还没有检查。', voice })
    const said = await heardBy(property)
    expect(said).toMatchObject({ withheld: true, photos: [] })
    expect(said).not.toHaveProperty('voice')
    expect(await heardBy(filer)).toMatchObject({ voice: { voice, state: 'passed' } })
    down.mockRestore()
    world.app.clock.advance(DAY / 24)
    await settle()
    expect(await heardBy(property)).toMatchObject({ withheld: false, voice: { voice } })
  })

  test('what WeChat refuses stays in the timeline as refused, heard by nobody', async () => {
    const voice = await spoken(mp3Frames(3, 'STAND-IN:RISKY'))
    await say({ voice })
    await settle()
    for (const by of [filer, property]) {
      expect((await heardBy(by))?.voice).toEqual({ voice, state: 'refused', seconds: 3 })
    }
  })

  test('complaints.nothing_said: neither words nor voice; nothing is stored', async () => {
    const before = (await heardBy(filer))?.seq
    expect(await say({})).toMatchObject({ status: 422, code: 'complaints.nothing_said' })
    expect((await heardBy(filer))?.seq).toBe(before)
  })

  test.each([
    ['voices.not_found', 404, () => Promise.resolve('no-such-voice')],
    ['voices.not_found', 404, () => spoken(note, property)],
    ['voices.too_long', 422, () => spoken(mp3Frames(62))],
    ['voices.kind_unsupported', 422, () => spoken(Buffer.from('OggS\0\x02'))],
  ])('%s: nothing is said', async (code, status, voice) => {
    const before = (await heardBy(filer))?.seq
    expect(await say({ voice: await voice() })).toMatchObject({ status, code })
    expect((await heardBy(filer))?.seq).toBe(before)
  })

  test('voices.used_elsewhere: once said, it is not said again', async () => {
    const voice = await spoken()
    await say({ voice })
    expect(await say({ voice })).toMatchObject({ status: 409, code: 'voices.used_elsewhere' })
  })

  test('the same message again is the same message', async () => {
    const voice = await spoken()
    const asked = { text: undefined, voice }
    const key = { key: 'spoken-in-the-lift' }
    const first = await act('message', await filer(), number, asked, key)
    const again = await act('message', await filer(), number, asked, key)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body.timeline).toHaveLength(first.body.timeline.length)
  })

  test('a bundle plays it, says how long it is, and proves which it is', async () => {
    const voice = await spoken()
    await say({ voice })
    const unheard = await spoken(mp3Frames(3, 'STAND-IN:RISKY'))
    await say({ voice: unheard })
    await settle()
    const bundle = await (
      await filer()
    ).send(complaints.evidence, { community, number }, { key: 'for-the-court' })
    expect(bundle.body).toMatchObject({ attachments: 1, embedded: 1 })
    const { html } = bundle.body
    const [, data = ''] =
      /<audio controls preload="metadata" src="data:audio\/mpeg;base64,([^"]+)"/.exec(html) ?? []
    const sha256 = createHash('sha256').update(Buffer.from(data, 'base64')).digest('hex')
    expect(html.split(`<code>${sha256}</code>`)).toHaveLength(3)
    expect(html).toContain('附件：附件1.mp3（语音 12 秒）')
    expect(html).toContain('另有 1 个附件没有通过检查')
  })

  test('is exported with what was said, and goes with the complaint', async () => {
    const voice = await spoken()
    await say({ voice })
    const { table } = world.app.ports
    const data = complaintData({ table, communities: () => Promise.resolve([community]) })
    expect(JSON.stringify(await data.export(FILER, world.app.clock.now))).toContain(voice)
    // However long ago it was said: also from events that were moved out of the state.
    await settle()
    const found = await complaintsIn(table, { community, code: 'JX' }).find(number)
    if (!found) throw new Error('the complaint is gone')
    const needs = { table, now: () => world.app.clock.now, photos: photoOffers(world.app.ports) }
    await removeComplaint(needs, found.stored)
    await expect(world.hear(voice, FILER)).rejects.toThrow('voices.not_found')
    expect(await voiceOffers(world.app.ports).files([voice], community)).toEqual([])
  })
})
