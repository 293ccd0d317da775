import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Texts } from './item-size.ts'
import { COUNTER, INDEX_KEYS } from './table-definition.ts'
import { INDEXES, type IndexName, type IndexRow, type Item, type Json, type Key } from './table.ts'

export type Attributes = Record<string, AttributeValue>

/*
 * `data` and `card` are JSON text, not DynamoDB maps: characters, numbers and depth come back exactly
 * as from the other adapter, and a page of 30 costs the client 1.6 ms instead of 4.2 (2 KB items).
 */
export const text = (value: string): AttributeValue => ({ S: value })
export const number = (value: number): AttributeValue => ({ N: String(value) })

export const keyAttributes = ({ pk, sk }: Key): Attributes => ({ pk: text(pk), sk: text(sk) })

export function attributesOf(item: Item, { data, card }: Texts): Attributes {
  const attributes = {
    ...keyAttributes(item),
    version: number(item.version),
    v: number(item.v),
    data: text(data),
  } as Attributes
  if (card !== undefined) attributes['card'] = text(card)
  if (item.expiresAt !== undefined) attributes['ttl'] = number(item.expiresAt)
  for (const index of INDEXES) {
    const key = item[index]
    if (!key) continue
    attributes[INDEX_KEYS[index].pk] = text(key.pk)
    attributes[INDEX_KEYS[index].sk] = text(key.sk)
  }
  return attributes
}

const textIn = (attributes: Attributes, name: string): string => attributes[name]?.S ?? ''
export const numberIn = (attributes: Attributes, name: string): number =>
  Number(attributes[name]?.N)

export const keyOf = (attributes: Attributes): Key => ({
  pk: textIn(attributes, 'pk'),
  sk: textIn(attributes, 'sk'),
})

const shownOf = (attributes: Attributes) => ({
  ...keyOf(attributes),
  version: numberIn(attributes, 'version'),
  v: numberIn(attributes, 'v'),
  ...(attributes['card'] && { card: JSON.parse(textIn(attributes, 'card')) as Json }),
})

function indexKeysOf(attributes: Attributes): Partial<Record<IndexName, Key>> {
  const keys: Partial<Record<IndexName, Key>> = {}
  for (const index of INDEXES) {
    const { pk, sk } = INDEX_KEYS[index]
    if (attributes[pk]) keys[index] = { pk: textIn(attributes, pk), sk: textIn(attributes, sk) }
  }
  return keys
}

export function itemOf(attributes: Attributes): Item {
  const counter = numberIn(attributes, 'v') === COUNTER
  return {
    ...shownOf(attributes),
    ...indexKeysOf(attributes),
    data: counter ? numberIn(attributes, 'n') : (JSON.parse(textIn(attributes, 'data')) as Json),
    ...(attributes['ttl'] && { expiresAt: numberIn(attributes, 'ttl') }),
  }
}

export const rowOf = (index: IndexName, attributes: Attributes): IndexRow => ({
  ...shownOf(attributes),
  at: textIn(attributes, INDEX_KEYS[index].sk),
})
