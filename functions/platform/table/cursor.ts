import { LimitError, type Range } from './table.ts'

const inUtf8Order = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

export const isEmptyRange = ({ from = '', to }: Range): boolean =>
  to !== undefined && (to === '' || inUtf8Order(from, to) > 0)

const isWithin = (at: string, { from = '', to, prefix = '' }: Range): boolean =>
  at.startsWith(prefix) &&
  inUtf8Order(from, at) <= 0 &&
  (to === undefined || inUtf8Order(at, to) <= 0)

/**
 * A cursor names the last row of a page, not the next one, so it survives the deletion of either.
 * For a partition it is that row's `sk`; for an index its place there and the item's key.
 */
export const writeCursor = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** @throws LimitError when the range's cursor was not written by a query of that range. */
export function readCursor(range: Range, length: 1 | 3): readonly string[] | undefined {
  if (range.cursor === undefined) return undefined
  const parts = parse(range.cursor)
  if (!isTexts(parts) || parts.length !== length || !isWithin(parts[0] ?? '', range)) {
    throw new LimitError('not a cursor of this query')
  }
  return parts
}

const isTexts = (parts: unknown): parts is readonly string[] =>
  Array.isArray(parts) && parts.every((part) => typeof part === 'string' && part !== '')

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
