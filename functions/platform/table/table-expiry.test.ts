import { itemAt, openTables, putAll, readAll, type OpenTable } from './open-tables.fixture.ts'
import { ConflictError, type Table } from './table.ts'

const SECONDS = 1_800_000_000

describe.each(openTables)('expiry in the %s table', (_, open) => {
  let opened: OpenTable
  let table: Table
  let seconds = SECONDS

  beforeAll(async () => {
    opened = await open({ now: () => new Date(seconds * 1000) })
    table = opened.table
  })
  afterAll(() => opened.close())
  beforeEach(() => {
    seconds = SECONDS
  })

  test('is at its second, for every kind of read', async () => {
    const key = { pk: 'A', sk: '1' }
    const reads = () =>
      Promise.all([
        table.get(key),
        table.get(key, { consistent: false }),
        table.batchGet([key]).then(([one]) => one),
        table.query('A').then(({ items }) => items[0]),
        table.queryKeys('A').then(({ items }) => items[0]),
        table.queryIndex('by1', 'A').then(({ items }) => items[0]),
        table.count('A').then((count) => (count === 1 ? key : undefined)),
      ])
    await table.put(itemAt('A', '1', { expiresAt: SECONDS + 10, by1: { pk: 'A', sk: '1' } }))
    seconds = SECONDS + 9
    for (const found of await reads()) expect(found).toMatchObject(key)
    seconds = SECONDS + 10
    for (const found of await reads()) expect(found).toBeUndefined()
  })

  test('makes an item absent for conditions: it can be created, not changed or deleted', async () => {
    await table.put(itemAt('B', '1', { expiresAt: SECONDS + 10, by1: { pk: 'B', sk: 'old' } }))
    seconds = SECONDS + 10
    const key = { pk: 'B', sk: '1' }
    await expect(table.put(itemAt('B', '1', { version: 2 }))).rejects.toThrow(ConflictError)
    await expect(table.delete(key, 1)).rejects.toThrow(ConflictError)
    await table.put(itemAt('B', '1', { data: 'new' }))
    expect(await table.get(key)).toEqual(itemAt('B', '1', { data: 'new' }))
    expect((await table.queryIndex('by1', 'B')).items).toEqual([])
    await expect(table.put(itemAt('B', '1'))).rejects.toThrow(ConflictError)
  })

  test('can be put off by a later version', async () => {
    await table.put(itemAt('C', '1', { expiresAt: SECONDS + 10 }))
    await table.put(itemAt('C', '1', { version: 2, expiresAt: SECONDS + 20 }))
    seconds = SECONDS + 10
    expect(await table.get({ pk: 'C', sk: '1' })).toMatchObject({ version: 2 })
  })

  test('leaves pages whole: as many rows as asked for, and no cursor after the last live one', async () => {
    const items = Array.from({ length: 600 }, (_n, n) => {
      const sk = String(n).padStart(3, '0')
      const lives = n % 60 === 0
      const expiresAt = lives ? {} : { expiresAt: SECONDS + 1 }
      return itemAt('D', sk, { by2: { pk: 'D', sk }, ...expiresAt })
    })
    await putAll(table, items)
    seconds = SECONDS + 1
    const live = items.filter(({ expiresAt }) => expiresAt === undefined).map(({ sk }) => sk)
    for (const [limit, sizes] of [
      [4, [4, 4, 2]],
      [5, [5, 5]],
      [600, [10]],
    ] as const) {
      for (const all of [
        await readAll((cursor) => table.query('D', { limit, ...cursor })),
        await readAll((cursor) => table.queryKeys('D', { limit, ...cursor })),
        await readAll((cursor) => table.queryIndex('by2', 'D', { limit, ...cursor })),
      ]) {
        expect(all.items.map(({ sk }) => sk)).toEqual(live)
        expect(all.sizes).toEqual(sizes)
      }
    }
    expect(await table.count('D')).toBe(10)
  })

  test('hides whole megabytes without showing an empty page', async () => {
    const data = 'x'.repeat(300_000)
    for (const sk of ['1', '2', '3', '4', '5']) {
      const gone = { expiresAt: SECONDS + 1 }
      await table.put(itemAt('E', sk, { ...gone, card: data, by2: { pk: 'E', sk } }))
      await table.put(itemAt('F', sk, { ...gone, data }))
    }
    await table.put(itemAt('E', '6', { by2: { pk: 'E', sk: '6' } }))
    await table.put(itemAt('F', '6'))
    seconds = SECONDS + 1
    expect(await table.query('F')).toEqual({ items: [itemAt('F', '6')] })
    expect(await table.queryKeys('F')).toEqual({ items: [{ pk: 'F', sk: '6' }] })
    expect((await table.queryIndex('by2', 'E')).items).toMatchObject([{ sk: '6' }])
    expect(await table.count('F')).toBe(1)
  })
})
