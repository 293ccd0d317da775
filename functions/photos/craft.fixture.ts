import { crc32, deflateSync } from 'node:zlib'

// Photos with things in them that must not get out, made from small real ones.

/** Where it was taken: if these bytes are anywhere in what others see, the address of somebody's home is. */
export const MARKER = 'GPS 31.2304N 121.4737E home of Zhang'

const u16 = (value: number): Buffer => Buffer.of(value >> 8, value & 255)
const u32 = (value: number): Buffer => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)])
const u32le = (value: number): Buffer => Buffer.from(u32(value)).reverse()

/** EXIF as a phone writes it: orientation, and a GPS directory with the marker. */
export function exif(orientation: number, little = false): Buffer {
  const [short, long] = little
    ? [(n: number) => u16(n).reverse(), u32le]
    : [(n: number) => u16(n), u32]
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
    Buffer.concat([short(tag), short(type), long(count), value])
  const directory = [
    short(3),
    entry(0x010f, 2, MARKER.length, long(200)),
    entry(0x0112, 3, 1, Buffer.concat([short(orientation), short(0)])),
    entry(0x8825, 4, 1, long(60)),
    long(0),
  ]
  const head = [Buffer.from(little ? 'II' : 'MM'), short(42), long(8)]
  return Buffer.concat([...head, ...directory, Buffer.from(MARKER.repeat(3))])
}

export const exifBody = (orientation: number, little = false): Buffer =>
  Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation, little)])

/** A JPEG segment. */
export const segment = (code: number, body: Buffer | string): Buffer =>
  Buffer.concat([Buffer.of(0xff, code), u16(body.length + 2), Buffer.from(body)])

/** Segments put right after the start of a JPEG, where cameras put them. */
export const withSegments = (jpeg: Buffer, ...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])

/** A PNG chunk. */
export function pngChunk(type: string, data: Buffer | string, sum?: number): Buffer {
  const signed = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)])
  return Buffer.concat([u32(data.length), signed, u32(sum ?? crc32(signed))])
}

/** Chunks put right after the head of a PNG. */
export const withChunks = (png: Buffer, ...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

export const pngOf = (...chunks: readonly Buffer[]): Buffer => Buffer.concat([SIGNATURE, ...chunks])

export const pngHead = (width: number, height: number, rest = [8, 2, 0, 0, 0]): Buffer =>
  pngChunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from(rest)]))

/** A whole PNG. Stored, not squeezed: what `pixels` says stands in the file as it is. */
export function storedPng(pixels: string): Buffer {
  const row = Buffer.concat([Buffer.of(0), Buffer.from(pixels.padEnd(60)).subarray(0, 60)])
  const data = pngChunk('IDAT', deflateSync(row, { level: 0 }))
  return pngOf(pngHead(20, 1), data, pngChunk('IEND', ''))
}

/** A WebP chunk. */
export const webpChunk = (type: string, data: Buffer | string): Buffer =>
  Buffer.concat([
    Buffer.from(type, 'latin1'),
    u32le(data.length),
    Buffer.from(data),
    Buffer.alloc(data.length % 2),
  ])

export const webpOf = (...chunks: readonly Buffer[]): Buffer => {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
  return Buffer.concat([Buffer.from('RIFF'), u32le(body.length), body])
}

/** The chunks of a WebP, by type. */
export function webpParts(webp: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  for (let at = 12; at < webp.length;) {
    const length = webp.readUInt32LE(at + 4)
    parts.set(webp.toString('latin1', at, at + 4), webp.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return parts
}

/** A WebP with chunks after its picture, announced in its head by `flags`. */
export function withWebpChunks(webp: Buffer, flags: number, ...chunks: readonly Buffer[]): Buffer {
  const parts = webpParts(webp)
  const head = Buffer.from(parts.get('VP8X') ?? Buffer.alloc(10))
  head[0] = (head[0] ?? 0) | flags
  parts.set('VP8X', head)
  return webpOf(...[...parts].map(([type, data]) => webpChunk(type, data)), ...chunks)
}
