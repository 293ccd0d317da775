import { startsWith } from '../bytes.ts'
import type { Heard } from './voice.ts'

/** A piece of sound that says of itself how long it is. */
export interface Frame {
  readonly bytes: number
  readonly samples: number
  /** Per second. */
  readonly rate: number
}

/**
 * A stream of frames from `from` on, without the tags around it. A last frame that was cut is left out: recorders stop
 * where they are stopped. Anything else between or after the frames is none of theirs.
 */
export function readFrames(
  bytes: Uint8Array,
  frameAt: (bytes: Uint8Array, at: number) => Frame | undefined,
): Heard {
  const from = afterTag(bytes)
  let at = from
  let samples = 0
  let rate = 0
  while (at < bytes.length) {
    const frame = frameAt(bytes, at)
    if (!frame || (rate !== 0 && frame.rate !== rate)) break
    rate = frame.rate
    if (at + frame.bytes > bytes.length) return sound(bytes.subarray(from, at), samples, rate)
    at += frame.bytes
    samples += frame.samples
  }
  return isEnd(bytes, at) ? sound(bytes.subarray(from, at), samples, rate) : 'voices.damaged'
}

const sound = (kept: Uint8Array, samples: number, rate: number): Heard =>
  samples === 0
    ? 'voices.damaged'
    : { milliseconds: Math.round((samples * 1_000) / rate), kept: [kept] }

/** Where sound begins: after a tag, which may name person, device and place. */
export function afterTag(bytes: Uint8Array): number {
  if (!startsWith(bytes, 'ID3')) return 0
  const length = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 127), 0)
  return 10 + length
}

const LAST_TAG = 128

const isEnd = (bytes: Uint8Array, at: number): boolean =>
  at === bytes.length ||
  (startsWith(bytes, 'TAG', at) && at + LAST_TAG === bytes.length) ||
  startsWith(bytes, 'APETAGEX', at)
