import { itemAt, openTables, type OpenTable } from './open-tables.fixture.ts'
import type { IndexName, Table } from './table.ts'

describe.each(openTables)('indexes of the %s table', (_, open) => {
  let opened: OpenTable
  let table: Table

  beforeAll(async () => {
    opened = await open()
    table = opened.table
  })
  afterAll(() => opened.close())

  const rowsOf = async (index: IndexName, pk: string) => (await table.queryIndex(index, pk)).items

  test.each([
    ['by1', 'and card ', { card: { title: 'x' } }],
    ['by2', 'and card ', { card: { title: 'x' } }],
    ['wake', '', {}],
  ] as const)(
    '%s shows place, key, version, format %sand nothing else',
    async (index, _words, card) => {
      const data = { secret: 'for' }
      await table.put(
        itemAt('S', index, { data, card: { title: 'x' }, [index]: { pk: 'S', sk: '7' } }),
      )
      expect(await rowsOf(index, 'S')).toEqual([
        { pk: 'S', sk: index, version: 1, v: 1, at: '7', ...card },
      ])
    },
  )

  test('an item stands only in the indexes whose key it carries', async () => {
    await table.put(itemAt('N', 'none'))
    await table.put(itemAt('N', 'by1', { by1: { pk: 'N', sk: '1' } }))
    expect(await rowsOf('by1', 'N')).toEqual([{ pk: 'N', sk: 'by1', version: 1, v: 1, at: '1' }])
    expect(await rowsOf('by2', 'N')).toEqual([])
    expect(await rowsOf('wake', 'N')).toEqual([])
  })

  test('a row follows its item: new card, new place, other partition, out and in again', async () => {
    const key = { pk: 'F', sk: '1' }
    const places = [
      { pk: 'F1', sk: '5' },
      { pk: 'F1', sk: '5' },
      { pk: 'F1', sk: '3' },
      { pk: 'F2', sk: '3' },
      undefined,
      { pk: 'F1', sk: '9' },
    ]
    for (const [n, by1] of places.entries()) {
      const version = n + 1
      await table.put(itemAt(key.pk, key.sk, { version, card: version, ...(by1 && { by1 }) }))
      const row = { ...key, version, v: 1, card: version, at: by1?.sk }
      expect(await rowsOf('by1', 'F1')).toEqual(by1?.pk === 'F1' ? [row] : [])
      expect(await rowsOf('by1', 'F2')).toEqual(by1?.pk === 'F2' ? [row] : [])
    }
    await table.delete(key, places.length)
    expect(await rowsOf('by1', 'F1')).toEqual([])
  })

  test('a refused write leaves the rows as they were', async () => {
    await table.put(itemAt('X', '1', { wake: { pk: 'X', sk: 'kept' } }))
    const late = itemAt('X', '1', { wake: { pk: 'X', sk: 'moved' } })
    await expect(table.put(late)).rejects.toThrow()
    await expect(table.delete({ pk: 'X', sk: '1' }, 3)).rejects.toThrow()
    expect((await rowsOf('wake', 'X')).map(({ at }) => at)).toEqual(['kept'])
  })

  test('a row names the version it shows, so that a reader finds out when it was stale', async () => {
    await table.put(itemAt('V', '1', { by2: { pk: 'V', sk: '1' } }))
    const [row] = await rowsOf('by2', 'V')
    if (!row) throw new Error('no row')
    await table.put(itemAt('V', '1', { version: 2 }))
    expect(await table.get(row)).toMatchObject({ version: row.version + 1 })
  })

  test('a hundred items that move at once all arrive', async () => {
    const items = Array.from({ length: 100 }, (_n, n) =>
      itemAt('M', `${n}`, { by1: { pk: 'M', sk: `a${n}` } }),
    )
    await Promise.all(items.map((one) => table.put(one)))
    await Promise.all(
      items.map((one) => table.put({ ...one, version: 2, by1: { pk: 'M', sk: `b${one.sk}` } })),
    )
    const rows = await rowsOf('by1', 'M')
    expect(rows.map(({ sk, at }) => at === `b${sk}`)).toEqual(items.map(() => true))
  })
})
