import { createHash } from 'node:crypto'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NotEmptyError, type LevelTable } from './level-table.ts'
import type { Item } from './table.ts'

/*
 * A backup is lines of JSON in UTF-8, each ended by U+000A:
 *   {"backup":"jiayuan","format":1}
 *   one line for each item
 *   {"items":1234,"sha256":"…"}   SHA-256 of every byte before this line
 * One that does not end with its last line was cut short.
 */
const HEADER = '{"backup":"jiayuan","format":1}'
const NEWLINE = 0x0a
const CHUNK = 64 * 1024
/** An item is at most 400 KB, which the escapes of JSON can make some sixfold. */
const LONGEST_LINE = 4 * 1024 * 1024

/** The file is no backup, or not whole, or not as it was written. */
export class BrokenBackupError extends Error {
  override name = 'BrokenBackupError'
}

interface Trailer {
  readonly items: number
  readonly sha256: string
}

const trailerOf = ({ items, sha256 }: Trailer): string => JSON.stringify({ items, sha256 })

/**
 * Writes items (`LevelTable.snapshot()`) and ends the stream.
 * Gives how many there were. Rejects with what made the stream or the reading fail.
 */
export async function writeBackup(items: AsyncIterable<Item>, stream: Writable): Promise<number> {
  let count = 0
  async function* chunks(): AsyncGenerator<string> {
    const hash = createHash('sha256')
    let chunk = HEADER + '\n'
    for await (const item of items) {
      chunk += JSON.stringify(item) + '\n'
      count += 1
      if (chunk.length < CHUNK) continue
      hash.update(chunk)
      yield chunk
      chunk = ''
    }
    hash.update(chunk)
    yield chunk + trailerOf({ items: count, sha256: hash.digest('hex') }) + '\n'
  }
  await pipeline(Readable.from(chunks()), stream)
  return count
}

/**
 * Reads the backup twice, first to see that it is whole: nothing is stored of one that is not.
 * Gives how many items it held.
 * @throws NotEmptyError, BrokenBackupError
 */
export async function restore(
  table: Pick<LevelTable, 'isEmpty' | 'load'>,
  open: () => AsyncIterable<Buffer>,
): Promise<number> {
  if (!(await table.isEmpty())) throw new NotEmptyError('the store is not empty')
  const check = itemsIn(open())
  let count = 0
  while (!(await check.next()).done) count += 1
  await table.load(itemsIn(open()))
  return count
}

async function* itemsIn(source: AsyncIterable<Buffer>): AsyncGenerator<Item> {
  const hash = createHash('sha256')
  let line: Buffer | undefined
  let items = -1
  for await (const next of linesIn(source)) {
    // Only the line after it tells that a line is not the last.
    if (line) {
      if (items >= 0) yield parseItem(line)
      else if (line.toString() !== HEADER) throw new BrokenBackupError('this is no backup')
      items += 1
      hash.update(line).update('\n')
    }
    line = next
  }
  if (line?.toString() !== trailerOf({ items, sha256: hash.digest('hex') })) {
    throw new BrokenBackupError('the backup is not whole, or was changed')
  }
}

async function* linesIn(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let start = 0
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE, start)) {
      yield rest.subarray(start, end)
      start = end + 1
    }
    rest = rest.subarray(start)
    if (rest.length > LONGEST_LINE) throw new BrokenBackupError('this is no backup')
  }
  if (rest.length > 0) throw new BrokenBackupError('the backup ends in the middle of a line')
}

function parseItem(line: Buffer): Item {
  const item = parse(line) as Partial<Item> | null
  if (typeof item?.pk !== 'string' || typeof item.sk !== 'string' || item.data === undefined) {
    throw new BrokenBackupError('a line is not an item')
  }
  return item as Item
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString())
  } catch (err) {
    throw new BrokenBackupError('a line is not JSON', { cause: err })
  }
}
