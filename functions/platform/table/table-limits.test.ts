import { ITEM_BYTES, PK_BYTES, SK_BYTES } from './limits.ts'
import { itemBytes } from './item-size.ts'
import { itemAt, openTables, type OpenTable } from './open-tables.fixture.ts'
import { LimitError, type Item, type Key, type Range, type Table } from './table.ts'

const filled = (sk: string, bytes: number, rest: Partial<Item> = {}): Item => {
  const empty = itemAt('BIG', sk, { ...rest, data: '' })
  return { ...empty, data: 'x'.repeat(bytes - itemBytes(empty)) }
}

describe.each(openTables)('limits of the %s table', (_, open) => {
  let opened: OpenTable
  let table: Table

  beforeAll(async () => {
    opened = await open()
    table = opened.table
  })
  afterAll(() => opened.close())

  const wide = {
    card: '漏'.repeat(40_000),
    by1: { pk: '漏'.repeat(600), sk: '水'.repeat(300) },
    wake: { pk: 'W', sk: '1' },
    expiresAt: 4_000_000_000,
  }

  test.each([
    ['bare', {}],
    ['with card, indexes and expiry', wide],
  ])('an item of 400 KB is stored and one byte more is refused: %s', async (name, rest) => {
    const most = filled(name, ITEM_BYTES, rest)
    await table.put(most)
    expect(await table.get(most)).toEqual(most)
    const more = filled(`${name}!`, ITEM_BYTES + 1, rest)
    await expect(table.put(more)).rejects.toThrow(LimitError)
    await expect(table.putNew([more])).rejects.toThrow(LimitError)
    expect(await table.get(more)).toBeUndefined()
  })

  test('text counts by its bytes in UTF-8', async () => {
    await expect(table.put(itemAt('BIG', 'zh', { data: '漏'.repeat(140_000) }))).rejects.toThrow(
      LimitError,
    )
    await table.put(itemAt('BIG', 'zh', { data: '漏'.repeat(136_000) }))
  })

  const keys: [string, Key][] = [
    ['an empty pk', { pk: '', sk: 'a' }],
    ['an empty sk', { pk: 'a', sk: '' }],
    ['a pk of 2,049 bytes', { pk: 'x'.repeat(PK_BYTES + 1), sk: 'a' }],
    ['an sk of 1,025 bytes', { pk: 'a', sk: 'x'.repeat(SK_BYTES + 1) }],
    ['an sk of 342 Chinese characters', { pk: 'a', sk: '漏'.repeat(342) }],
    ['a lone surrogate', { pk: 'a', sk: 'x\udc00' }],
  ]

  test.each(keys)('a key with %s is refused by every operation', async (_name, key) => {
    const refused = [
      table.get(key),
      table.batchGet([key]),
      table.put(itemAt(key.pk, key.sk)),
      table.put(itemAt('K', 'row', { by1: key })),
      table.putNew([itemAt(key.pk, key.sk)]),
      table.delete(key, 1),
      table.add(key, 1, 4_000_000_000),
    ]
    for (const outcome of await Promise.allSettled(refused)) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: expect.any(LimitError) as unknown,
      })
    }
  })

  test.each([
    ['an empty partition', '', {}],
    ['a partition of 2,049 bytes', 'x'.repeat(PK_BYTES + 1), {}],
    ['prefix and from', 'a', { prefix: 'a', from: 'b' }],
    ['prefix and to', 'a', { prefix: 'a', to: 'b' }],
    ['a limit of 0', 'a', { limit: 0 }],
    ['a limit of 1.5', 'a', { limit: 1.5 }],
    ['a bound of 1,025 bytes', 'a', { from: 'x'.repeat(SK_BYTES + 1) }],
    ['a bound with a lone surrogate', 'a', { to: '\ud800' }],
  ] satisfies [string, string, Range][])('a query with %s is refused', async (_name, pk, range) => {
    await expect(table.query(pk, range)).rejects.toThrow(LimitError)
    await expect(table.queryKeys(pk, range)).rejects.toThrow(LimitError)
    await expect(table.queryIndex('by1', pk, range)).rejects.toThrow(LimitError)
    await expect(table.count(pk, range)).rejects.toThrow(LimitError)
  })

  test.each([
    ['version 0', { version: 0 }],
    ['a broken version', { version: 1.5 }],
    ['the format of counters', { v: 0 }],
    ['an expiry in fractions of a second', { expiresAt: 1.5 }],
    ['an expiry in milliseconds of a date', { expiresAt: 1_800_000_000_000 }],
    ['no data at all', { data: undefined as never }],
  ])('an item with %s is refused', async (_name, rest) => {
    await expect(table.put(itemAt('I', '1', rest))).rejects.toThrow(LimitError)
    expect(await table.get({ pk: 'I', sk: '1' })).toBeUndefined()
  })

  test('at most 100 keys are read and 25 items put at once, no item twice', async () => {
    const items = Array.from({ length: 101 }, (_n, n) => itemAt('N', `${n}`))
    await expect(table.batchGet(items)).rejects.toThrow(LimitError)
    await expect(table.putNew(items.slice(0, 26))).rejects.toThrow(LimitError)
    await expect(table.putNew([itemAt('N', '1'), itemAt('N', '1')])).rejects.toThrow(LimitError)
    expect(await table.count('N')).toBe(0)
  })

  test('only a counter is added to, and only whole numbers', async () => {
    await table.put(itemAt('C', '1', { data: 5 }))
    await expect(table.add({ pk: 'C', sk: '1' }, 1, 4_000_000_000)).rejects.toThrow(LimitError)
    await expect(table.add({ pk: 'C', sk: '2' }, 0.5, 4_000_000_000)).rejects.toThrow(LimitError)
    expect(await table.get({ pk: 'C', sk: '1' })).toEqual(itemAt('C', '1', { data: 5 }))
  })
})
