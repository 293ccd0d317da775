import { startsWith, u16le, u32le } from '../bytes.ts'
import type { Heard } from './voice.ts'

const HEAD = 44
const PCM = 1

interface Chunks {
  readonly format: Uint8Array
  readonly data: Uint8Array
}

/** Sound without compression, 16 bits a sample, as the H5 page sends it. Kept with a head of our own. */
export function readWav(bytes: Uint8Array): Heard {
  const chunks = chunksOf(bytes)
  if (!chunks) return 'voices.damaged'
  const { format, data } = chunks
  const [channels, rate] = [u16le(format, 2), u32le(format, 4)]
  if (u16le(format, 0) !== PCM || u16le(format, 14) !== 16) return 'voices.kind_unsupported'
  const isUsual = (channels === 1 || channels === 2) && rate >= 8_000 && rate <= 48_000
  if (!isUsual) return 'voices.kind_unsupported'
  const frame = 2 * channels
  const whole = data.subarray(0, data.length - (data.length % frame))
  const milliseconds = Math.round((whole.length * 1_000) / (frame * rate))
  return { milliseconds, kept: [headFor(whole.length, channels, rate), whole] }
}

function chunksOf(bytes: Uint8Array): Chunks | undefined {
  let format: Uint8Array | undefined
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = u32le(bytes, at + 4)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (body.length < length) return undefined
    if (startsWith(bytes, 'fmt ', at) && length >= 16) format = body
    if (startsWith(bytes, 'data', at)) return format && { format, data: body }
    at += 8 + length + (length % 2)
  }
  return undefined
}

function headFor(length: number, channels: number, rate: number): Uint8Array {
  const head = Buffer.alloc(HEAD)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(HEAD - 8 + length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(PCM, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * channels * 2, 28)
  head.writeUInt16LE(channels * 2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(length, 40)
  return head
}
