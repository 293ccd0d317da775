import type { IndexName } from './table.ts'

/** The attributes that hold an index's key. An item without them does not stand in the index. */
export const INDEX_KEYS = {
  wake: { pk: 'w_pk', sk: 'w_sk' },
  by1: { pk: 'b1_pk', sk: 'b1_sk' },
  by2: { pk: 'b2_pk', sk: 'b2_sk' },
} as const satisfies Record<IndexName, { pk: string; sk: string }>

/** What is visited is read anew: a sweep needs to know where it is, and each card would be written once more. */
export const SHOWS_CARD = { wake: false, by1: true, by2: true } as const satisfies Record<
  IndexName,
  boolean
>

/** All an index shows of an item. `ttl` is here so that a listing can leave out what has expired. */
const projected = (name: IndexName): string[] =>
  SHOWS_CARD[name] ? ['version', 'v', 'card', 'ttl'] : ['version', 'v', 'ttl']

const keySchema = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
]

const index = (name: IndexName) => ({
  IndexName: name,
  KeySchema: keySchema(INDEX_KEYS[name].pk, INDEX_KEYS[name].sk),
  Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: projected(name) },
})

const KEY_ATTRIBUTES = ['pk', 'sk', 'w_pk', 'w_sk', 'b1_pk', 'b1_sk', 'b2_pk', 'b2_sk']

/** The table as CreateTable wants it; `serverless.yml` declares the same. */
export const TABLE_DEFINITION = {
  BillingMode: 'PAY_PER_REQUEST' as const,
  KeySchema: keySchema('pk', 'sk'),
  AttributeDefinitions: KEY_ATTRIBUTES.map((name) => ({
    AttributeName: name,
    AttributeType: 'S' as const,
  })),
  GlobalSecondaryIndexes: [index('wake'), index('by1'), index('by2')],
}

export const TIME_TO_LIVE = { AttributeName: 'ttl', Enabled: true }

/** Format `v` of a counter (`add`), whose number is in `n`; what is put starts at 1. */
export const COUNTER = 0
