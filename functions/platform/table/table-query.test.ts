import { itemAt, openTables, putAll, readAll, type OpenTable } from './open-tables.fixture.ts'
import { LimitError, type Page, type Range, type Table } from './table.ts'

const cursorOf = ({ cursor }: Page<unknown>): Range => (cursor === undefined ? {} : { cursor })

describe.each(openTables)('queries of the %s table', (_, open) => {
  let opened: OpenTable
  let table: Table

  beforeAll(async () => {
    opened = await open()
    table = opened.table
  })
  afterAll(() => opened.close())

  describe('ranges', () => {
    const stored = ['A', 'B#1', 'B#2', 'B#3', 'B$', 'Bé', 'B\u{1F600}', 'B\uffee', 'C']
    const inOrder = ['A', 'B#1', 'B#2', 'B#3', 'B$', 'Bé', 'B\uffee', 'B\u{1F600}', 'C']

    beforeAll(async () => {
      await putAll(
        table,
        stored.map((sk) => itemAt('R', sk, { by1: { pk: 'R', sk } })),
      )
      // Neighbours that no range of `R` may reach.
      await putAll(table, [itemAt('Q', 'B#1'), itemAt('R#', 'B#1'), itemAt('R\u0000', 'B#1')])
    })

    const cases: [string, Range, string[]][] = [
      ['the whole partition', {}, inOrder],
      ['an empty prefix', { prefix: '' }, inOrder],
      ['a prefix', { prefix: 'B#' }, ['B#1', 'B#2', 'B#3']],
      ['a prefix that is a whole key', { prefix: 'B#2' }, ['B#2']],
      ['a prefix of several bytes', { prefix: 'B\u{1F600}' }, ['B\u{1F600}']],
      ['a prefix of nothing', { prefix: 'B#4' }, []],
      ['from, which is inclusive', { from: 'B\uffee' }, ['B\uffee', 'B\u{1F600}', 'C']],
      ['from between keys', { from: 'B#2~' }, inOrder.slice(3)],
      ['to, which is inclusive', { to: 'B#2' }, ['A', 'B#1', 'B#2']],
      ['to a key that others start with', { to: 'B' }, ['A']],
      ['from and to', { from: 'B#2', to: 'B$' }, ['B#2', 'B#3', 'B$']],
      ['one key', { from: 'C', to: 'C' }, ['C']],
      ['from after to', { from: 'C', to: 'A' }, []],
      ['to nothing', { to: '' }, []],
      ['an empty from', { from: '' }, inOrder],
    ]

    test.each(cases)('%s', async (_name, range, expected) => {
      const backwards = [...expected].reverse()
      const sks = ({ items }: { items: readonly { sk: string }[] }) => items.map(({ sk }) => sk)
      expect(sks(await table.query('R', range))).toEqual(expected)
      expect(sks(await table.query('R', { ...range, reverse: true }))).toEqual(backwards)
      expect(sks(await table.queryKeys('R', range))).toEqual(expected)
      expect(sks(await table.queryIndex('by1', 'R', range))).toEqual(expected)
      expect(sks(await table.queryIndex('by1', 'R', { ...range, reverse: true }))).toEqual(
        backwards,
      )
      expect(await table.count('R', range)).toBe(expected.length)
    })

    test('keys alone are nothing but keys', async () => {
      expect((await table.queryKeys('R', { prefix: 'B#1' })).items).toEqual([
        { pk: 'R', sk: 'B#1' },
      ])
    })
  })

  describe('pages', () => {
    const sks = Array.from({ length: 10 }, (_n, n) => `${n}`)
    // Seven share a place in the index: a page may end among them.
    const places = [...Array.from({ length: 7 }, () => '1'), '7', '8', '9']

    beforeAll(() =>
      putAll(
        table,
        sks.map((sk, n) => itemAt('P', sk, { by2: { pk: 'P', sk: places[n] ?? '' } })),
      ),
    )

    test.each([
      [1, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
      [3, [3, 3, 3, 1]],
      [5, [5, 5]],
      [10, [10]],
      [11, [10]],
    ])('of %i rows: all rows once, in order, and no empty last page', async (limit, sizes) => {
      for (const reverse of [false, true]) {
        const expected = reverse ? [...sks].reverse() : sks
        const range = { limit, reverse }
        for (const read of [
          (cursor: Range) => table.query('P', { ...range, ...cursor }),
          (cursor: Range) => table.queryKeys('P', { ...range, ...cursor }),
        ]) {
          const all = await readAll(read)
          expect(all.items.map(({ sk }) => sk)).toEqual(expected)
          expect(all.sizes).toEqual(sizes)
        }
        const rows = await readAll((cursor) =>
          table.queryIndex('by2', 'P', { ...range, ...cursor }),
        )
        expect(rows.items.map(({ at }) => at)).toEqual(reverse ? [...places].reverse() : places)
        expect(rows.items.map(({ sk }) => sk).sort()).toEqual(sks)
        expect(rows.sizes).toEqual(sizes)
      }
    })

    test('go on after the row they ended at, and the one after it, are deleted', async () => {
      await putAll(
        table,
        sks.map((sk) => itemAt('PD', sk, { by1: { pk: 'PD', sk } })),
      )
      const page = await table.query('PD', { limit: 3 })
      const rows = await table.queryIndex('by1', 'PD', { limit: 3, reverse: true })
      for (const sk of ['2', '3', '7', '6']) await table.delete({ pk: 'PD', sk }, 1)
      const next = await table.query('PD', { limit: 3, ...cursorOf(page) })
      expect(next.items.map(({ sk }) => sk)).toEqual(['4', '5', '8'])
      const earlier = await table.queryIndex('by1', 'PD', {
        limit: 3,
        reverse: true,
        ...cursorOf(rows),
      })
      expect(earlier.items.map(({ sk }) => sk)).toEqual(['5', '4', '1'])
    })

    test('see what was put behind their cursor meanwhile, and not what was put before it', async () => {
      await putAll(table, [itemAt('PN', '2'), itemAt('PN', '4')])
      const page = await table.query('PN', { limit: 1 })
      await putAll(table, [itemAt('PN', '1'), itemAt('PN', '3')])
      const next = await table.query('PN', cursorOf(page))
      expect(next.items.map(({ sk }) => sk)).toEqual(['3', '4'])
    })

    test('end at about 1 MB', async () => {
      const data = '漏'.repeat(100_000)
      const big = Array.from({ length: 9 }, (_n, n) => itemAt('MB', `${n}`, { data }))
      for (const one of big) await table.putNew([one])
      const all = await readAll((cursor) => table.query('MB', cursor))
      expect(all.items.map(({ sk }) => sk)).toEqual(big.map(({ sk }) => sk))
      // Each item is a little over 300 kB.
      expect(all.sizes).toEqual([3, 3, 3])
      expect((await table.query('MB', { limit: 2 })).items).toHaveLength(2)
      expect((await readAll((cursor) => table.queryKeys('MB', cursor))).items).toHaveLength(9)
      expect(await table.count('MB')).toBe(9)
    })
  })

  test.each([
    ['of another length', Buffer.from('["a","b"]').toString('base64url')],
    ['that is no JSON', 'x'],
    ['outside the range', Buffer.from('["a"]').toString('base64url')],
  ])('a cursor %s is refused', async (_name, cursor) => {
    const range = { prefix: 'b', cursor }
    await expect(table.query('P', range)).rejects.toThrow(LimitError)
    await expect(table.queryKeys('P', range)).rejects.toThrow(LimitError)
    await expect(table.queryIndex('by1', 'P', range)).rejects.toThrow(LimitError)
  })
})
