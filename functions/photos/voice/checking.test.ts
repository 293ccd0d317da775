import fc from 'fast-check'
import { exifBody, segment, withSegments } from '../craft.fixture.ts'
import { sample } from '../samples.fixture.ts'
import { checkVoice } from './checking.ts'
import type { VoiceKind } from './voice.ts'
import { aacFrames, box, id3, m4a, mp3Frames, PLACE, riff, wav } from './voices.fixture.ts'

test.each<[VoiceKind, Buffer, number]>([
  ['mp3', mp3Frames(12), 12],
  ['mp3', Buffer.concat([id3(), mp3Frames(3)]), 3],
  ['mp3', mp3Frames(60.9), 60],
  ['mp3', mp3Frames(5).subarray(0, -100), 5],
  ['aac', aacFrames(8), 8],
  ['m4a', m4a(12), 12],
  ['m4a', m4a(1), 1],
  ['wav', wav(60), 60],
  ['wav', wav(2, { rate: 48_000, channels: 2 }), 2],
  ['wav', wav(1.4), 1],
])('%s is a voice note: %#', (kind, bytes, seconds) => {
  expect(checkVoice(bytes)).toMatchObject({ ok: true, value: { kind, seconds } })
})

test.each<[string, string, Buffer]>([
  ['voices.empty', 'nothing', Buffer.alloc(0)],
  ['voices.not_a_voice', 'a page', Buffer.from('<html><script>alert(1)</script></html>')],
  ['voices.not_a_voice', 'a photo', withSegments(sample('jpeg'), segment(0xe1, exifBody(1)))],
  ['voices.not_a_voice', 'a picture called voice.mp3', sample('png')],
  ['voices.not_a_voice', 'a WebP, a RIFF file too', sample('webp')],
  ['voices.not_a_voice', 'a tag with nothing behind it', id3()],
  ['voices.not_a_voice', 'a film', m4a(3, { handler: 'vide' })],
  [
    'voices.kind_unsupported',
    'WebM, as Chrome records',
    Buffer.from('\x1aE\xdf\xa3webm', 'latin1'),
  ],
  ['voices.kind_unsupported', 'Ogg, as Firefox records', Buffer.from('OggS\0\x02')],
  ['voices.kind_unsupported', 'AMR', Buffer.from('#!AMR\n')],
  ['voices.kind_unsupported', 'what WeChat’s chats hold', Buffer.from('\x02#!SILK_V3', 'latin1')],
  ['voices.kind_unsupported', 'another sound in MP4', m4a(3, { codec: 'Opus' })],
  ['voices.kind_unsupported', 'MP4 in pieces', m4a(3, { inMovie: box('mvex') })],
  ['voices.kind_unsupported', 'squeezed WAV', wav(3, { format: 2 })],
  ['voices.kind_unsupported', 'WAV of 24 bits', wav(3, { bits: 24 })],
  ['voices.damaged', 'WAV cut short', wav(3).subarray(0, 50_000)],
  ['voices.damaged', 'WAV that is a head alone', wav(3).subarray(0, 36)],
  ['voices.damaged', 'M4A cut short', m4a(3).subarray(0, -1)],
  ['voices.damaged', 'M4A without its head', box('ftyp', Buffer.from('M4A \0\0\0\0'))],
  ['voices.damaged', 'M4A that says it is longer than it is', m4a(3, { samples: 9 })],
  [
    'voices.damaged',
    'an archive behind MP3',
    Buffer.concat([mp3Frames(3), Buffer.from('PK\x03\x04')]),
  ],
  [
    'voices.damaged',
    'a page amid MP3',
    Buffer.concat([mp3Frames(3), Buffer.from('<html>'), mp3Frames(3)]),
  ],
  ['voices.too_short', 'MP3 of half a second', mp3Frames(0.5)],
  ['voices.too_short', 'WAV of nothing', wav(0)],
  ['voices.too_short', 'M4A of half a second', m4a(0.5)],
  ['voices.too_long', 'MP3 of 62 seconds', mp3Frames(62)],
  ['voices.too_long', 'AAC of 90 seconds', aacFrames(90)],
  ['voices.too_long', 'M4A of 10 minutes', m4a(600)],
  ['voices.too_long', 'WAV of 62 seconds', wav(62, { rate: 8_000 })],
])('%s: %s', (code, _, bytes) => {
  expect(checkVoice(bytes)).toEqual({ ok: false, code })
})

const LIST = riff('LIST', Buffer.from(`INFO${PLACE}`))
const udta = box('udta', Buffer.from(PLACE))

test.each<[string, Buffer]>([
  ['a tag before MP3', Buffer.concat([id3(), mp3Frames(2)])],
  [
    'a tag after MP3',
    Buffer.concat([
      mp3Frames(2),
      Buffer.from(`TAG${PLACE}`),
      Buffer.alloc(125 - Buffer.from(PLACE).length),
    ]),
  ],
  ['the other tag after MP3', Buffer.concat([mp3Frames(2), Buffer.from(`APETAGEX${PLACE}`)])],
  ['a tag before AAC', Buffer.concat([id3(), aacFrames(2)])],
  ['a list in WAV', wav(2, {}, LIST)],
  ['what follows WAV', Buffer.concat([wav(2), LIST])],
  ['the movie’s own words', m4a(2, { inMovie: udta })],
  ['a hole in M4A', m4a(2, { before: box('free', Buffer.from(PLACE)) })],
  ['sound nobody plays', m4a(2, { after: box('mdat', Buffer.from(PLACE)) })],
  ['a box after M4A', m4a(2, { after: box('uuid', Buffer.from(PLACE)) })],
])('%s does not get out', (_, bytes) => {
  const checked = checkVoice(bytes)
  if (!checked.ok) throw new Error(checked.code)
  expect(bytes.includes(PLACE)).toBe(true)
  const kept = Buffer.from(checked.value.bytes)
  expect(kept.includes(PLACE)).toBe(false)
  // What is kept is a voice note of the same length, and stays as it is when it is looked at again.
  expect(checkVoice(kept)).toEqual(checked)
})

test('nor does the moment at which an M4A was recorded', () => {
  const recorded = Buffer.from('e1234567', 'hex')
  const checked = checkVoice(m4a(2))
  expect(m4a(2).includes(recorded)).toBe(true)
  expect(checked.ok && Buffer.from(checked.value.bytes).includes(recorded)).toBe(false)
})

test('whatever the bytes, there is an answer', () => {
  const whole = fc.constantFrom(mp3Frames(2), aacFrames(2), wav(1.2, { rate: 8_000 }), m4a(2))
  const change = fc.tuple(fc.nat(400), fc.uint8Array({ maxLength: 12 }))
  fc.assert(
    fc.property(whole, fc.array(change, { maxLength: 6 }), fc.nat(), (sound, changes, cut) => {
      const bytes = Buffer.from(sound)
      for (const [at, put] of changes) bytes.set(put.subarray(0, bytes.length - at), at)
      const checked = checkVoice(bytes.subarray(0, cut % 2 ? bytes.length : cut % bytes.length))
      expect(checked.ok ? checked.value.seconds : checked.code).toBeDefined()
      if (checked.ok) expect(checked.value.bytes.length).toBeLessThanOrEqual(bytes.length + 44)
    }),
    { numRuns: 200 },
  )
})
