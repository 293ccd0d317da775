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
  const [sync = 0, kind = 0, flags = 0, high = 0, middle = 0, low = 0, blocks = 0] = bytes.subarray(
    at,
    at + HEAD,
  )
  const isAdts = sync === 0xff && (kind & 0xf6) === 0xf0
  const rate = RATES[(flags >> 2) & 15]
  const length = ((high & 3) << 11) | (middle << 3) | (low >> 5)
  if (!isAdts || rate === undefined || length < HEAD) return undefined
  return { bytes: length, samples: 1_024 * ((blocks & 3) + 1), rate }
}
