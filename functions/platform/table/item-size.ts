import { COUNTER, INDEX_KEYS, SHOWS_CARD } from './table-definition.ts'
import { INDEXES, LimitError, type IndexName, type Item, type Json } from './table.ts'

/** An item's payload as every adapter stores it. */
export interface Texts {
  readonly data: string
  readonly card: string | undefined
}

function jsonText(value: Json): string {
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined) throw new LimitError('a value has no JSON form')
  return text
}

export const textsOf = ({ data, card }: Item): Texts => ({
  data: jsonText(data),
  card: card === undefined ? undefined : jsonText(card),
})

// AWS: about one byte for every two significant digits, and one more.
const numberBytes = (value: number): number =>
  Math.ceil(String(value).replace(/^-|0+$/g, '').length / 2) + 1

const textBytes = (name: string, text: string): number => name.length + Buffer.byteLength(text)

function shownBytes(item: Item, card: string | undefined): number {
  let bytes = textBytes('pk', item.pk) + textBytes('sk', item.sk)
  bytes += 'version'.length + numberBytes(item.version) + 'v'.length + numberBytes(item.v)
  if (card !== undefined) bytes += textBytes('card', card)
  if (item.expiresAt !== undefined) bytes += 'ttl'.length + numberBytes(item.expiresAt)
  return bytes
}

function indexKeyBytes(item: Item, index: IndexName): number {
  const key = item[index]
  const names = INDEX_KEYS[index]
  return key ? textBytes(names.pk, key.pk) + textBytes(names.sk, key.sk) : 0
}

/** Size of the item by DynamoDB's rule: names and values of its attributes, in UTF-8. */
export function itemBytes(item: Item, texts: Texts = textsOf(item)): number {
  const payload =
    item.v === COUNTER ? 'n'.length + numberBytes(Number(item.data)) : textBytes('data', texts.data)
  let bytes = shownBytes(item, texts.card) + payload
  for (const index of INDEXES) bytes += indexKeyBytes(item, index)
  return bytes
}

/** Size of the row the item has in an index; 0 where it has none. */
export function rowBytes(item: Item, index: IndexName): number {
  if (!item[index]) return 0
  const card = SHOWS_CARD[index] ? textsOf(item).card : undefined
  return shownBytes(item, card) + indexKeyBytes(item, index)
}
