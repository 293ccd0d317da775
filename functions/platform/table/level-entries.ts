import type { Texts } from './item-size.ts'
import { expiryKey, itemKey, rowKey } from './level-keys.ts'
import { SHOWS_CARD } from './table-definition.ts'
import { INDEXES, type IndexRow, type Item } from './table.ts'

/** What a condition asks of a stored item. */
export type Head = Pick<Item, 'version' | 'v' | 'data' | 'expiresAt'>

/** All that one item is in the store: its own entry, its index rows, and the mark that it expires. */
export interface Entries {
  readonly key: string
  readonly text: string
  readonly sides: readonly (readonly [key: string, text: string])[]
  readonly head: Head
}

// Expiry comes first, so that a read can leave out what has expired without parsing it.
const EXPIRY = '{"expiresAt":'

const opening = ({ expiresAt }: Item): string =>
  expiresAt === undefined ? '{' : `${EXPIRY}${expiresAt},`

const shown = (item: Item): string =>
  `"pk":${JSON.stringify(item.pk)},"sk":${JSON.stringify(item.sk)},"version":${item.version},"v":${item.v}`

export function entriesOf(item: Item, texts: Texts): Entries {
  const bare = opening(item) + shown(item)
  const open = texts.card === undefined ? bare : `${bare},"card":${texts.card}`
  const sides: [string, string][] = []
  let indexed = ''
  for (const index of INDEXES) {
    const at = item[index]
    if (!at) continue
    const place = JSON.stringify(at.sk)
    indexed += `,"${index}":{"pk":${JSON.stringify(at.pk)},"sk":${place}}`
    sides.push([rowKey(index, at, item), `${SHOWS_CARD[index] ? open : bare},"at":${place}}`])
  }
  if (item.expiresAt !== undefined) sides.push([expiryKey(item.expiresAt, item), ''])
  const text = `${open}${indexed},"data":${texts.data}}`
  const { version, v, data, expiresAt } = item
  const head = expiresAt === undefined ? { version, v, data } : { version, v, data, expiresAt }
  return { key: itemKey(item), text, sides, head }
}

export function isLive(text: string, seconds: number): boolean {
  return !text.startsWith(EXPIRY) || Number.parseInt(text.slice(EXPIRY.length), 10) > seconds
}

export const readItem = (text: string): Item => JSON.parse(text) as Item

export function readRow(text: string): IndexRow {
  const row = JSON.parse(text) as IndexRow & { expiresAt?: number }
  delete row.expiresAt
  return row
}
