import { u32 } from '../bytes.ts'
import { readFrames, type Frame } from './frames.ts'
import type { Heard } from './voice.ts'

// ISO/IEC 11172-3 and 13818-3, layer III: kbit/s by index, samples per second by version and index.
const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const RATES: Readonly<Record<number, readonly number[]>> = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8_000],
}

/** As WeChat's recorder makes it. */
export const readMp3 = (bytes: Uint8Array): Heard => readFrames(bytes, mp3FrameAt)

export const isMp3Frame = (bytes: Uint8Array, at: number): boolean =>
  mp3FrameAt(bytes, at) !== undefined

function mp3FrameAt(bytes: Uint8Array, at: number): Frame | undefined {
  const head = u32(bytes, at)
  const isLayer3 = (head & 0xffe6_0000) >>> 0 === 0xffe2_0000
  const version = (head >>> 19) & 3
  const rate = RATES[version]?.[(head >>> 10) & 3]
  const [bitrates, samples] = version === 3 ? [BITRATES_1, 1_152] : [BITRATES_2, 576]
  const bitrate = bitrates[(head >>> 12) & 15]
  if (!isLayer3 || rate === undefined || !bitrate) return undefined
  const padding = (head >>> 9) & 1
  return { bytes: Math.floor((samples * bitrate * 125) / rate) + padding, samples, rate }
}
