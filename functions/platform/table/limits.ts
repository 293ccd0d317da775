import { itemBytes, textsOf, type Texts } from './item-size.ts'
import { COUNTER } from './table-definition.ts'
import { INDEXES, LimitError, type Item, type Key, type Range } from './table.ts'

export const PK_BYTES = 2048
export const SK_BYTES = 1024
export const ITEM_BYTES = 400 * 1024
/** Where a page ends even though its `limit` is not reached. */
export const PAGE_BYTES = 1024 * 1024
export const BATCH_GET = 100
export const PUT_NEW = 25

const LAST_SECOND = 999_999_999_999
/** Keys of item and indexes, names and numbers together never take this much. */
const OVERHEAD_BYTES = 16 * 1024

function checkText(what: string, text: string, most: number): void {
  // No UTF-16 unit takes more than three bytes, so most keys are never measured.
  if (text.length * 3 > most && Buffer.byteLength(text) > most) {
    throw new LimitError(`${what} is longer than ${most} bytes`)
  }
  if (!text.isWellFormed()) throw new LimitError(`${what} has no UTF-8 form`)
}

function checkWhole(what: string, value: number, least: number, most = Number.MAX_SAFE_INTEGER) {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new LimitError(`${what} is ${value}`)
  }
}

export function checkPartition(pk: string): void {
  if (pk === '') throw new LimitError('pk is empty')
  checkText('pk', pk, PK_BYTES)
}

export function checkKey({ pk, sk }: Key): void {
  checkPartition(pk)
  if (sk === '') throw new LimitError('sk is empty')
  checkText('sk', sk, SK_BYTES)
}

export function checkCount(count: number, most: number): void {
  if (count > most) throw new LimitError(`${count} keys at once, at most ${most}`)
}

export function checkDistinct(keys: readonly Key[]): void {
  const distinct = new Set(keys.map(({ pk, sk }) => JSON.stringify([pk, sk])))
  if (distinct.size < keys.length) throw new LimitError('a key stands twice in one call')
}

export function checkVersion(version: number): void {
  checkWhole('version', version, 1)
}

export function checkCounter(amount: number, expiresAt: number): void {
  checkWhole('amount', amount, Number.MIN_SAFE_INTEGER)
  checkWhole('expiresAt', expiresAt, 0, LAST_SECOND)
}

function checkSize(item: Item, texts: Texts): void {
  const units = texts.data.length + (texts.card?.length ?? 0)
  if (units * 3 + OVERHEAD_BYTES <= ITEM_BYTES) return
  const bytes = itemBytes(item, texts)
  if (bytes > ITEM_BYTES) throw new LimitError(`the item takes ${bytes} bytes`)
}

/**
 * Gives the payload as text, since measuring needs it anyway.
 * @throws LimitError when some adapter could not store the item.
 */
export function checkItem(item: Item, leastFormat = COUNTER + 1): Texts {
  checkKey(item)
  for (const index of INDEXES) {
    const key = item[index]
    if (key) checkKey(key)
  }
  checkVersion(item.version)
  checkWhole('v', item.v, leastFormat)
  if (item.expiresAt !== undefined) checkWhole('expiresAt', item.expiresAt, 0, LAST_SECOND)
  const texts = textsOf(item)
  checkSize(item, texts)
  return texts
}

export function checkRange({ from = '', to = '', prefix = '', limit = 1 }: Range): void {
  if (prefix !== '' && (from !== '' || to !== '')) {
    throw new LimitError('prefix excludes from and to')
  }
  for (const bound of [from, to, prefix]) checkText('a bound', bound, SK_BYTES)
  checkWhole('limit', limit, 1)
}
