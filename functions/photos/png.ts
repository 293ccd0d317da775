import { crc32 } from 'node:zlib'
import { concat, latin1, u32 } from './bytes.ts'
import { orientationIn, tiffOf } from './orientation.ts'
import type { PhotoFault, Read } from './photo.ts'

const SIGNATURE = 8
/** The data of 10 MB in pieces of 1 KB: more of them only cost time. */
const MOST_CHUNKS = 10_000

/** Chunks a reader needs to show it right, and the lengths they may have. The rest is removed, animation too. */
const KEPT: Readonly<Record<string, (length: number) => boolean>> = {
  IHDR: (length) => length === 13,
  PLTE: (length) => length <= 768 && length % 3 === 0,
  IDAT: () => true,
  IEND: (length) => length === 0,
  tRNS: (length) => length <= 256,
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  iCCP: () => true,
  sBIT: (length) => length <= 4,
}
const CRITICAL = ['IHDR', 'PLTE', 'IDAT', 'IEND']
/** Bit depths by colour type: https://www.w3.org/TR/png-3/#11IHDR */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  readonly whole: Uint8Array
}

/** Reads chunk by chunk to the end mark, each by its check sum. */
export function readPng(bytes: Uint8Array): Read {
  const chunks: Chunk[] = []
  let at = SIGNATURE
  while (chunks.at(-1)?.type !== 'IEND') {
    const chunk = chunkAt(bytes, at)
    if (!chunk || chunks.length >= MOST_CHUNKS) return 'photos.damaged'
    chunks.push(chunk)
    at += chunk.whole.length
  }
  const fault = faultIn(chunks)
  if (fault) return fault
  const kept = chunks.filter(isKept)
  const [head, ...rest] = kept
  if (!head) return 'photos.damaged'
  return {
    width: u32(head.data, 0),
    height: u32(head.data, 4),
    kept: [
      bytes.subarray(0, SIGNATURE),
      head.whole,
      ...turned(chunks),
      ...rest.map(({ whole }) => whole),
    ],
    removed: [
      ...chunks.filter((chunk) => !isKept(chunk)).map(({ data }) => data),
      bytes.subarray(at),
    ],
  }
}

function chunkAt(bytes: Uint8Array, at: number): Chunk | undefined {
  const length = u32(bytes, at)
  const end = at + 12 + length
  if (at + 12 > bytes.length || end > bytes.length) return undefined
  const signed = bytes.subarray(at + 4, end - 4)
  const type = latin1(signed, 0, 4)
  if (crc32(signed) !== u32(bytes, end - 4)) return undefined
  return { type, data: signed.subarray(4), whole: bytes.subarray(at, end) }
}

const isKept = ({ type, data }: Chunk): boolean => KEPT[type]?.(data.length) === true

function faultIn(chunks: readonly Chunk[]): PhotoFault | undefined {
  const [head] = chunks
  const hasWhole = chunks.every((chunk) => !CRITICAL.includes(chunk.type) || isKept(chunk))
  // An unknown chunk that a reader must understand: first letter a capital.
  const isForeign = chunks.some(({ type }) => /^[A-Z]/.test(type) && !CRITICAL.includes(type))
  if (!head || !isOrdered(chunks) || !hasWhole || isForeign) return 'photos.damaged'
  return isHead(head.data) && isDeflated(chunks) ? undefined : 'photos.damaged'
}

/** The head first and once, one palette at most and before the data, the data in one run. */
function isOrdered(chunks: readonly Chunk[]): boolean {
  const types = chunks.map(({ type }) => type)
  const [first, last] = [types.indexOf('IDAT'), types.lastIndexOf('IDAT')]
  const palette = types.lastIndexOf('PLTE')
  return (
    types.lastIndexOf('IHDR') === 0 &&
    first > 0 &&
    types.slice(first, last).every((type) => type === 'IDAT') &&
    palette === types.indexOf('PLTE') &&
    palette < first
  )
}

function isHead(data: Uint8Array): boolean {
  const [depth = 0, colour = 0, compression, filter, interlace = 9] = data.subarray(8)
  const isKnown = DEPTHS[colour]?.includes(depth) === true && compression === 0 && filter === 0
  return isKnown && interlace <= 1 && u32(data, 0) > 0 && u32(data, 4) > 0
}

/** RFC 1950: deflate, and a head that divides by 31. */
function isDeflated(chunks: readonly Chunk[]): boolean {
  const first = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data.subarray(0, 2))
  const [method = 0, flags = 0] = concat(first)
  return (method & 15) === 8 && (method * 256 + flags) % 31 === 0
}

function turned(chunks: readonly Chunk[]): readonly Uint8Array[] {
  const exif = chunks.find(({ type }) => type === 'eXIf')
  const orientation = exif ? orientationIn(exif.data) : 1
  return orientation > 1 ? [chunkOf('eXIf', tiffOf(orientation))] : []
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const signed = concat([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(signed))
  return concat([length, signed, sum])
}
