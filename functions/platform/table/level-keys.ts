import { INDEXES, type IndexName, type Item, type Key, type Range } from './table.ts'

/*
 * One ordered key space; the first character says what an entry is:
 *   !      name                      about the store itself
 *   1 2 w  index-pk index-sk pk sk   a row of an index
 *   i      pk sk                     an item
 *   x      expiresAt pk sk           that an item expires
 * Parts end with U+0000. In a part that is not the last one U+0000 and U+0001 are escaped, so that
 * no part contains its end and the order of the keys stays the order of the parts' UTF-8 bytes.
 */
const END = '\u0000'
/** The least character that can follow a part which goes on: below it lies exactly what has ended. */
const ONWARD = '\u0001'
const LAST_CODE_POINT = 0x10ffff
const BEFORE_SURROGATES = 0xd7ff
const AFTER_SURROGATES = 0xe000
const SECONDS_WIDTH = 12

const TAGS: Record<IndexName, string> = { wake: 'w', by1: '1', by2: '2' }

const escaped = (part: string): string =>
  part.includes(END) || part.includes(ONWARD)
    ? part.replaceAll(ONWARD, ONWARD + '\u0002').replaceAll(END, ONWARD + ONWARD)
    : part

const tail = ({ pk, sk }: Key): string => escaped(pk) + END + sk

export const itemKey = (key: Key): string => 'i' + tail(key)

export const rowKey = (index: IndexName, at: Key, item: Key): string =>
  TAGS[index] + escaped(at.pk) + END + escaped(at.sk) + END + tail(item)

const expiryMark = (seconds: number): string => 'x' + String(seconds).padStart(SECONDS_WIDTH, '0')

export const expiryKey = (seconds: number, item: Key): string =>
  expiryMark(seconds) + END + tail(item)

/** Everything that expires at `seconds` or before. */
export const expiredBy = (seconds: number) => ({ gte: 'x', lt: expiryMark(seconds) + ONWARD })

export const itemKeyOfExpiry = (key: string): string => 'i' + key.slice(2 + SECONDS_WIDTH)

export const metaKey = (name: string): string => '!' + name

export const ALL_ITEMS = { gte: 'i', lt: 'j' }
export const ALL_BUT_META = { gte: '"' }

/** Keys of all that goes and comes with an item beside its own entry. */
export function sideKeys(item: Omit<Item, 'data' | 'card'>): string[] {
  const keys: string[] = []
  for (const index of INDEXES) {
    const at = item[index]
    if (at) keys.push(rowKey(index, at, item))
  }
  if (item.expiresAt !== undefined) keys.push(expiryKey(item.expiresAt, item))
  return keys
}

/** A partition in the key space: where it begins and ends, and how bounds on `sk` lie in it. */
export interface Span {
  readonly start: string
  readonly end: string
  readonly part: (sk: string) => string
  readonly through: (to: string) => { readonly lte: string } | { readonly lt: string }
  /** Key of the row that a cursor names. */
  readonly row: (cursor: readonly string[]) => string
}

const span = (start: string, rest: Omit<Span, 'start' | 'end'>): Span => ({
  start,
  end: start.slice(0, -1) + ONWARD,
  ...rest,
})

export function itemSpan(pk: string): Span {
  const start = 'i' + escaped(pk) + END
  return span(start, {
    part: (sk) => sk,
    through: (to) => ({ lte: start + to }),
    row: ([sk = '']) => start + sk,
  })
}

export function indexSpan(index: IndexName, pk: string): Span {
  const start = TAGS[index] + escaped(pk) + END
  return span(start, {
    part: escaped,
    through: (to) => ({ lt: start + escaped(to) + ONWARD }),
    row: ([at = '', itemPk = '', sk = '']) => rowKey(index, { pk, sk: at }, { pk: itemPk, sk }),
  })
}

export function boundsOf(span: Span, range: Range, cursor: readonly string[] | undefined) {
  const { from = '', to, prefix = '', reverse = false } = range
  const gte = span.start + span.part(prefix === '' ? from : prefix)
  const next = prefix === '' ? undefined : after(span.part(prefix))
  const lt = next === undefined ? span.end : span.start + next
  const upper = to === undefined ? { lt } : span.through(to)
  if (cursor === undefined) return { gte, ...upper, reverse }
  const row = span.row(cursor)
  return reverse ? { gte, lt: row, reverse } : { gt: row, ...upper, reverse }
}

/** The least string after all that start with `prefix`; `undefined` where there is none. */
function after(prefix: string): string | undefined {
  const points = Array.from(prefix)
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const point = last.codePointAt(0) ?? 0
    if (point === LAST_CODE_POINT) continue
    // Surrogates are no characters: after U+D7FF comes U+E000.
    const next = point === BEFORE_SURROGATES ? AFTER_SURROGATES : point + 1
    return points.join('') + String.fromCodePoint(next)
  }
  return undefined
}
