import { u16, u32 } from '../bytes.ts'
import { readFrames, type Frame } from './frames.ts'
import type { Heard } from './voice.ts'

// ISO/IEC 13818-7, table 35.
const RATES = [
  ...[96_000, 88_200, 64_000, 48_000, 44_100, 32_000],
  ...[24_000, 22_050, 16_000, 12_000, 11_025, 8_000],
]

/** AAC in ADTS frames, as Android phones write it. */
export const readAac = (bytes: Uint8Array): Heard => readFrames(bytes, aacFrameAt)

export const isAacFrame = (bytes: Uint8Array, at: number): boolean =>
  aacFrameAt(bytes, at) !== undefined

const HEAD = 7

function aacFrameAt(bytes: Uint8Array, at: number): Frame | undefined {
  const head = bytes.subarray(at, at + HEAD)
  const isAdts = head.length === HEAD && (u16(head, 0) & 0xfff6) === 0xfff0
  const rate = RATES[(u16(head, 2) >> 10) & 15]
  // 13 bits, from the last two of the fourth byte on.
  const length = (u32(head, 3) >>> 13) & 0x1fff
  if (!isAdts || rate === undefined || length < HEAD) return undefined
  return { bytes: length, samples: 1_024 * ((u16(head, 5) & 3) + 1), rate }
}
