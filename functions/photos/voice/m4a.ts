import { latin1, u32 } from '../bytes.ts'
import { boxesIn, childOf, type Box } from './boxes.ts'
import { samplesOf, type Samples } from './samples.ts'
import type { Heard, VoiceFault } from './voice.ts'

/** What a player needs, and no more: no place, no name, no device. */
const NEEDED: readonly string[] = [
  ...['mvhd', 'tkhd', 'elst', 'mdhd', 'hdlr', 'smhd', 'dref'],
  ...['stsd', 'stts', 'stsc', 'stsz', 'stco', 'co64', 'sgpd', 'sbgp'],
]
const FOLDERS: readonly string[] = ['moov', 'trak', 'edts', 'mdia', 'minf', 'dinf', 'stbl']

/** AAC in an MP4 file, as iPhones write it. What is kept has its length, and nothing but sound at its old place. */
export function readM4a(bytes: Uint8Array): Heard {
  const boxes = boxesIn(bytes, 0, bytes.length)
  const movie = boxes?.find(({ type }) => type === 'moov')
  if (!boxes || !movie) return 'voices.damaged'
  const track = soundTrack(bytes, movie)
  if (typeof track === 'string') return track
  const samples = samplesOf(bytes, track)
  if (!samples || !lieIn(samples, boxes)) return 'voices.damaged'
  return { milliseconds: samples.milliseconds, kept: [soundAlone(bytes, boxes, samples)] }
}

/** The one track there is. */
function soundTrack(bytes: Uint8Array, movie: Box): Box | VoiceFault {
  // In pieces, as browsers record: not every phone plays it.
  if (childOf(bytes, movie, 'mvex')) return 'voices.kind_unsupported'
  const tracks = (boxesIn(bytes, movie.body, movie.to) ?? []).filter(({ type }) => type === 'trak')
  const [track] = tracks
  if (!track || tracks.length > 1 || !isSound(bytes, track)) return 'voices.not_a_voice'
  return codecOf(bytes, track) === 'mp4a' ? track : 'voices.kind_unsupported'
}

function isSound(bytes: Uint8Array, track: Box): boolean {
  const handler = childOf(bytes, track, 'mdia', 'hdlr')
  return handler !== undefined && latin1(bytes, handler.body + 8, 4) === 'soun'
}

function codecOf(bytes: Uint8Array, track: Box): string | undefined {
  const described = childOf(bytes, track, 'mdia', 'minf', 'stbl', 'stsd')
  const isOne = described && u32(bytes, described.body + 4) === 1
  return isOne ? latin1(bytes, described.body + 12, 4) : undefined
}

/** A file cut short promises sound that is not there. */
const lieIn = ({ ranges }: Samples, boxes: readonly Box[]): boolean => {
  const data = boxes.filter(({ type }) => type === 'mdat')
  return ranges.every(([from, to]) => data.some((box) => box.body <= from && to <= box.to))
}

function soundAlone(bytes: Uint8Array, boxes: readonly Box[], { ranges }: Samples): Uint8Array {
  // Zeros where nothing is copied to: offsets stay right.
  const kept = new Uint8Array(bytes.length)
  const copy = (from: number, to: number): void => kept.set(bytes.subarray(from, to), from)
  for (const box of boxes) {
    if (box.type === 'ftyp') copy(box.from, box.to)
    else if (box.type === 'mdat') copy(box.from, box.body)
    else keepNeeded(bytes, kept, box)
  }
  for (const [from, to] of ranges) copy(from, to)
  return kept
}

function keepNeeded(bytes: Uint8Array, kept: Uint8Array, box: Box): void {
  const { type, from, body, to } = box
  const isFolder = FOLDERS.includes(type)
  const isNeeded = NEEDED.includes(type)
  kept.set(bytes.subarray(from, isNeeded ? to : body), from)
  if (isFolder) {
    for (const child of boxesIn(bytes, body, to) ?? []) keepNeeded(bytes, kept, child)
  } else if (!isNeeded) {
    kept.set(Buffer.from('free'), from + 4)
  }
  if (['mvhd', 'tkhd', 'mdhd'].includes(type)) {
    // When it was recorded, and changed.
    kept.fill(0, body + 4, body + (bytes[body] === 1 ? 20 : 12))
  }
  // Who wrote it: a player asks for the kind alone.
  if (type === 'hdlr') kept.fill(0, body + 24, to)
}
