import { concat, latin1, startsWith, u16le, u32le } from './bytes.ts'
import { orientationIn, tiffOf } from './orientation.ts'
import type { Read } from './photo.ts'

// https://developers.google.com/speed/webp/docs/riff_container
const HEAD = 12
/** A picture has ten at most: more of them only cost time. */
const MOST_CHUNKS = 1_000
const [ICC_FLAG, ALPHA_FLAG, EXIF_FLAG, XMP_FLAG, ANIMATION_FLAG] = [0x20, 0x10, 0x08, 0x04, 0x02]

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  readonly whole: Uint8Array
}
interface Size {
  readonly width: number
  readonly height: number
}

/** Reads chunk by chunk to the end the head declares. What follows it is removed. */
export function readWebp(bytes: Uint8Array): Read {
  const end = 8 + u32le(bytes, 4)
  if (end > bytes.length || end % 2 !== 0) return 'photos.damaged'
  const chunks = chunksIn(bytes.subarray(0, end))
  const [first] = chunks ?? []
  if (!chunks || !first) return 'photos.damaged'
  const removed = [bytes.subarray(end)]
  if (first.type !== 'VP8X') {
    const size = chunks.length === 1 ? sizeOf(first) : undefined
    return size ? { ...size, kept: [riff([first.whole])], removed } : 'photos.damaged'
  }
  return readExtended(first, chunks.slice(1), removed)
}

function chunksIn(bytes: Uint8Array): readonly Chunk[] | undefined {
  const chunks: Chunk[] = []
  for (let at = HEAD; at < bytes.length;) {
    const length = u32le(bytes, at + 4)
    const end = at + 8 + length + (length % 2)
    const type = latin1(bytes, at, 4)
    const isNamed = /^[A-Za-z0-9]{3}[A-Za-z0-9 ]$/.test(type)
    if (end > bytes.length || !isNamed || chunks.length >= MOST_CHUNKS) return undefined
    const data = bytes.subarray(at + 8, at + 8 + length)
    chunks.push({ type, data, whole: bytes.subarray(at, end) })
    at = end
  }
  return chunks
}

function readExtended(head: Chunk, chunks: readonly Chunk[], tail: readonly Uint8Array[]): Read {
  const [flags = 0] = head.data
  if ((flags & ANIMATION_FLAG) !== 0) return 'photos.kind_unsupported'
  const size = extendedSize(head, chunks)
  if (!size || !agrees(flags, chunks)) return 'photos.damaged'
  const exif = chunks.find(({ type }) => type === 'EXIF')
  const orientation = exif ? orientationIn(tiffIn(exif.data)) : 1
  const turned = orientation > 1 ? [chunkOf('EXIF', tiffOf(orientation))] : []
  const kept = chunks.filter(({ type }) => KEPT.includes(type))
  const newFlags = (flags & (ICC_FLAG | ALPHA_FLAG)) | (orientation > 1 ? EXIF_FLAG : 0)
  const newHead = chunkOf('VP8X', Uint8Array.of(newFlags, 0, 0, 0, ...head.data.subarray(4)))
  return {
    ...size,
    kept: [riff([newHead, ...kept.map(({ whole }) => whole), ...turned])],
    removed: [
      ...chunks.filter(({ type }) => !KEPT.includes(type)).map(({ data }) => data),
      ...tail,
    ],
  }
}

const KEPT = ['ICCP', 'ALPH', 'VP8 ', 'VP8L']

/** One picture, and as large as the head says. */
function extendedSize(head: Chunk, chunks: readonly Chunk[]): Size | undefined {
  if (head.data.length !== 10) return undefined
  const [picture, second] = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L')
  const size = picture && !second ? sizeOf(picture) : undefined
  const width = 1 + (u32le(head.data, 4) & 0xff_ffff)
  const height = 1 + u16le(head.data, 7) + 0x1_0000 * (head.data[9] ?? 0)
  return size?.width === width && size.height === height ? size : undefined
}

/** What the head announces is there: else one chunk may have swallowed another. */
const agrees = (flags: number, chunks: readonly Chunk[]): boolean =>
  (
    [
      [ICC_FLAG, 'ICCP'],
      [EXIF_FLAG, 'EXIF'],
      [XMP_FLAG, 'XMP '],
    ] as const
  ).every(([flag, type]) => (flags & flag) === 0 || chunks.some((chunk) => chunk.type === type)) &&
  KEPT.every((type) => chunks.filter((chunk) => chunk.type === type).length <= 1)

/** Both kinds say their size in their first bytes, 14 bits a side. */
function sizeOf({ type, data }: Chunk): Size | undefined {
  if (type === 'VP8L') return data[0] === 0x2f && data.length > 5 ? losslessSize(data) : undefined
  return type === 'VP8 ' && isKeyFrame(data) ? lossySize(data) : undefined
}

function losslessSize(data: Uint8Array): Size {
  const bits = u32le(data, 1)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

/** RFC 6386, section 9.1: the lowest bit is 0, and a start code. */
const isKeyFrame = (data: Uint8Array): boolean =>
  data.length > 10 && ((data[0] ?? 1) & 1) === 0 && startsWith(data, '\x9d\x01\x2a', 3)

function lossySize(data: Uint8Array): Size | undefined {
  const [width, height] = [u16le(data, 6) & 0x3fff, u16le(data, 8) & 0x3fff]
  return width > 0 && height > 0 ? { width, height } : undefined
}

/** Some writers put JPEG's prefix before it. */
const tiffIn = (exif: Uint8Array): Uint8Array =>
  startsWith(exif, 'Exif\0\0') ? exif.subarray(6) : exif

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return concat([ascii(type), length, data, new Uint8Array(data.length % 2)])
}

function riff(chunks: readonly Uint8Array[]): Uint8Array {
  const body = concat([ascii('WEBP'), ...chunks])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return concat([ascii('RIFF'), length, body])
}
