import type { ClassicLevel } from 'classic-level'
import { readCursor, writeCursor } from './cursor.ts'
import { isLive, readItem, readRow } from './level-entries.ts'
import { ALL_ITEMS, boundsOf, indexSpan, itemSpan, type Span } from './level-keys.ts'
import { checkPartition, checkRange, PAGE_BYTES } from './limits.ts'
import type { IndexName, IndexRow, Item, Key, Page, Range } from './table.ts'

export type Store = ClassicLevel

interface Entries<E> {
  nextv(size: number): Promise<E[]>
  close(): Promise<void>
}

/** The store sets aside room for a whole step: most reads are short. */
const FIRST_STEP = 40
const STEP = 1000
const STEP_BYTES = 256 * 1024
/** Where the row after a full page had expired, so many times more are looked at, and again. */
const GROWTH = 8

/**
 * Visits in order until a visit says to stop; tells whether one did. The store keeps a step's rows until the iterator
 * is collected, which is seldom: a full page ends with a step of one row, the proof that there is more. Thousands of
 * short reads would otherwise hold tens of megabytes.
 */
async function visitUntil<E>(entries: Entries<E>, limit: number, stops: (entry: E) => boolean) {
  let left = limit
  let step = Math.min(left, FIRST_STEP)
  try {
    for (;;) {
      const some = await entries.nextv(step)
      if (some.length === 0) return false
      if (some.some(stops)) return true
      const beyond = left <= 0 ? Math.min(step * GROWTH, STEP) : 1
      left -= some.length
      step = left > 0 ? Math.min(left, STEP) : beyond
    }
  } finally {
    await entries.close()
  }
}

interface Reading<E, T> {
  readonly entries: Entries<E>
  readonly text: (entry: E) => string
  readonly row: (entry: E) => T
  readonly cursor: (row: T) => readonly string[]
}

/** The first live entry that finds the page full is the proof that a next page has something. */
async function readPage<E, T>(
  reading: Reading<E, T>,
  seconds: number,
  limit = Infinity,
): Promise<Page<T>> {
  const items: T[] = []
  let bytes = 0
  const stops = (entry: E): boolean => {
    const text = reading.text(entry)
    if (!isLive(text, seconds)) return false
    bytes += Buffer.byteLength(text)
    if (items.length >= limit || (bytes > PAGE_BYTES && items.length > 0)) return true
    items.push(reading.row(entry))
    return false
  }
  const more = await visitUntil(reading.entries, limit, stops)
  const last = items.at(-1)
  return more && last ? { items, cursor: writeCursor(reading.cursor(last)) } : { items }
}

function optionsOf(span: Span, range: Range, cursor: readonly string[] | undefined) {
  checkRange(range)
  return { ...boundsOf(span, range, cursor), highWaterMarkBytes: STEP_BYTES }
}

const itself = (text: string): string => text

export async function readItems(db: Store, pk: string, range: Range, seconds: number) {
  checkPartition(pk)
  const reading: Reading<string, Item> = {
    entries: db.values(optionsOf(itemSpan(pk), range, readCursor(range, 1))),
    text: itself,
    row: readItem,
    cursor: ({ sk }) => [sk],
  }
  return readPage(reading, seconds, range.limit)
}

export async function readKeys(db: Store, pk: string, range: Range, seconds: number) {
  checkPartition(pk)
  const span = itemSpan(pk)
  const reading: Reading<[string, string], Key> = {
    entries: db.iterator(optionsOf(span, range, readCursor(range, 1))),
    text: ([, text]) => text,
    row: ([key]) => ({ pk, sk: key.slice(span.start.length) }),
    cursor: ({ sk }) => [sk],
  }
  return readPage(reading, seconds, range.limit)
}

export async function readIndex(
  db: Store,
  index: IndexName,
  pk: string,
  range: Range,
  seconds: number,
) {
  checkPartition(pk)
  const reading: Reading<string, IndexRow> = {
    entries: db.values(optionsOf(indexSpan(index, pk), range, readCursor(range, 3))),
    text: itself,
    row: readRow,
    cursor: (row) => [row.at, row.pk, row.sk],
  }
  return readPage(reading, seconds, range.limit)
}

export async function countItems(db: Store, pk: string, range: Range, seconds: number) {
  checkPartition(pk)
  let count = 0
  const entries = db.values(optionsOf(itemSpan(pk), range, undefined))
  await visitUntil(entries, Infinity, (text) => {
    if (isLive(text, seconds)) count += 1
    return false
  })
  return count
}

/** The store as it is at the call: what is written while the caller reads on is not seen. */
export function snapshotOf(db: Store, seconds: number): AsyncIterable<Item> {
  const texts = db.values({ ...ALL_ITEMS, highWaterMarkBytes: STEP_BYTES })
  return liveItems(texts, seconds)
}

async function* liveItems(texts: AsyncIterable<string>, seconds: number): AsyncGenerator<Item> {
  for await (const text of texts) if (isLive(text, seconds)) yield readItem(text)
}
