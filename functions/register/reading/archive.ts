import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { RefusedError } from '../../platform/http/refused-error.ts'
import type { ReadingLimits } from './limits.ts'

/** The parts of a workbook: named files, each unpacked only when asked for. */
export interface Archive {
  readonly names: ReadonlySet<string>
  /** Text of a part, piece by piece. @throws RefusedError where it is missing, damaged or unpacks too large */
  text(name: string): AsyncGenerator<string>
}

/** Small parts compress well without any intent. */
const RATIO_COUNTS_FROM = 1_000_000
const DEFLATE = 8
const STORED = 0

const damaged = (cause?: unknown): RefusedError =>
  new RefusedError('register.file_damaged', {}, { cause })
const tooLarge = (): RefusedError => new RefusedError('register.unpacks_too_large')

/** Reads the archive's directory only, and refuses what it says of itself; nothing is unpacked yet. */
export async function openArchive(bytes: Uint8Array, limits: ReadingLimits): Promise<Archive> {
  const zip = await openZip(bytes)
  if (zip.entryCount > limits.entries) throw tooLarge()
  const entries = new Map<string, Entry>()
  let declared = 0
  for await (const entry of eachEntry(zip)) {
    refuseDeclared(entry, limits)
    if (entries.has(entry.fileName)) throw damaged()
    entries.set(entry.fileName, entry)
    declared += entry.uncompressedSize
    if (declared > limits.totalBytes || entries.size > limits.entries) throw tooLarge()
  }
  // Sizes in the directory can lie: what really comes out is counted too, over all parts.
  let unpacked = 0
  return {
    names: new Set(entries.keys()),
    async *text(name) {
      const entry = entries.get(name)
      if (!entry) throw damaged()
      const decoder = new TextDecoder('utf-8', { fatal: true })
      let size = 0
      for await (const piece of piecesOf(zip, entry)) {
        size += piece.length
        unpacked += piece.length
        if (size > entry.uncompressedSize || unpacked > limits.totalBytes) throw tooLarge()
        yield decode(decoder, piece)
      }
      if (size < entry.uncompressedSize) throw damaged()
      yield decode(decoder)
    },
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  try {
    return await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: false })
  } catch (err) {
    throw damaged(err)
  }
}

async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    for await (const entry of zip.eachEntry()) yield entry
  } catch (err) {
    throw err instanceof RefusedError ? err : damaged(err)
  }
}

function refuseDeclared(entry: Entry, limits: ReadingLimits): void {
  if (entry.isEncrypted()) throw new RefusedError('register.file_encrypted')
  const { compressionMethod, compressedSize, uncompressedSize } = entry
  if (compressionMethod !== DEFLATE && compressionMethod !== STORED) throw damaged()
  const ratio = uncompressedSize / Math.max(1, compressedSize)
  const inflated = uncompressedSize > RATIO_COUNTS_FROM && ratio > limits.ratio
  if (inflated || uncompressedSize > limits.entryBytes) throw tooLarge()
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let stream: Readable | undefined
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const piece of stream) yield piece as Uint8Array
  } catch (err) {
    throw err instanceof RefusedError ? err : damaged(err)
  } finally {
    stream?.destroy()
  }
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch (err) {
    throw damaged(err)
  }
}
