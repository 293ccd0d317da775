import { itemAt as item, openTables, type OpenTable } from './open-tables.fixture.ts'
import { ConflictError, type Item, type Table } from './table.ts'

describe.each(openTables)('the %s table', (_, open) => {
  let opened: OpenTable
  let table: Table
  let now = new Date('2026-11-21T08:00:00.900Z')
  const seconds = Math.floor(now.getTime() / 1000)

  beforeAll(async () => {
    opened = await open({ now: () => now })
    table = opened.table
  })
  afterAll(() => opened.close())
  beforeEach(() => {
    now = new Date(seconds * 1000 + 900)
  })

  describe('one item', () => {
    test('comes back as it was put, and nothing else does', async () => {
      const full = item('A', '1', {
        data: { text: '漏水 💧', count: -1.5e300, none: null, deep: [[{ empty: '' }]] },
        card: { title: '漏水', flags: [true, false] },
        wake: { pk: 'W#1', sk: '2026#A' },
        by1: { pk: 'open', sk: '2026' },
        by2: { pk: 'mine', sk: '2026' },
        expiresAt: seconds + 60,
      })
      await table.put(full)
      expect(await table.get({ pk: 'A', sk: '1' })).toEqual(full)
      expect(await table.get({ pk: 'A', sk: '1' }, { consistent: false })).toEqual(full)
      expect(await table.get({ pk: 'A', sk: '2' })).toBeUndefined()
      expect(await table.get({ pk: '1', sk: 'A' })).toBeUndefined()
    })

    test('may hold a lone surrogate, nesting beyond DynamoDB’s 32 and a member named __proto__', async () => {
      let data: Item['data'] = '\ud800'
      for (let depth = 0; depth < 100; depth += 1) data = [data]
      const odd = item('A', 'odd', { data, card: JSON.parse('{"__proto__":1}') as Item['data'] })
      await table.put(odd)
      expect(await table.get(odd)).toEqual(odd)
    })

    test('is what was put, whatever its owner does to it meanwhile', async () => {
      const mine = { text: 'before' }
      const writing = table.put(item('A', 'mine', { data: mine }))
      mine.text = 'after'
      await writing
      expect((await table.get({ pk: 'A', sk: 'mine' }))?.data).toEqual({ text: 'before' })
    })

    test('loses what the next version leaves out', async () => {
      await table.put(item('A', 'slim', { card: 1, by1: { pk: 'slim', sk: '1' } }))
      await table.put(item('A', 'slim', { version: 2, data: null }))
      expect(await table.get({ pk: 'A', sk: 'slim' })).toEqual(
        item('A', 'slim', { version: 2, data: null }),
      )
    })
  })

  describe('a write that is not next', () => {
    test.each([
      ['creates what is there', 1],
      ['repeats a version', 2],
      ['skips a version', 4],
    ])('is refused when it %s, and changes nothing', async (_name, version) => {
      const sk = `at 2, put ${version}`
      await table.put(item('B', sk))
      await table.put(item('B', sk, { version: 2 }))
      await expect(table.put(item('B', sk, { version, data: 'lost' }))).rejects.toThrow(
        ConflictError,
      )
      expect(await table.get({ pk: 'B', sk })).toEqual(item('B', sk, { version: 2 }))
    })

    test('is refused when nothing is there yet', async () => {
      await expect(table.put(item('B', 'none', { version: 2 }))).rejects.toThrow(ConflictError)
      expect(await table.get({ pk: 'B', sk: 'none' })).toBeUndefined()
    })

    test('of eight writers of one version exactly one succeeds, and the others see its item', async () => {
      const outcomes = await Promise.all(
        [1, 2, 3, 4, 5, 6, 7, 8].map(async (n) => {
          const refused = await table.put(item('B', 'race', { data: n })).then(
            () => false,
            (err: unknown) => err instanceof ConflictError,
          )
          return { n, refused, seen: (await table.get({ pk: 'B', sk: 'race' }))?.data }
        }),
      )
      const winners = outcomes.filter(({ refused }) => !refused)
      expect(winners).toHaveLength(1)
      expect(outcomes.map(({ seen }) => seen)).toEqual(outcomes.map(() => winners[0]?.n))
    })

    test('no increment is lost when eight read, add and write until they succeed', async () => {
      await table.put(item('B', 'sum', { data: 0 }))
      const increase = async (): Promise<void> => {
        for (;;) {
          const stored = await table.get({ pk: 'B', sk: 'sum' })
          if (!stored) throw new Error('gone')
          const next = { ...stored, version: stored.version + 1, data: Number(stored.data) + 1 }
          try {
            await table.put(next)
            return
          } catch (err) {
            if (!(err instanceof ConflictError)) throw err
          }
        }
      }
      await Promise.all(Array.from({ length: 8 }, increase))
      expect(await table.get({ pk: 'B', sk: 'sum' })).toMatchObject({ version: 9, data: 8 })
    })
  })

  describe('delete', () => {
    test('removes exactly the version it names, and the key can be created again', async () => {
      await table.put(item('C', '1'))
      await table.put(item('C', '1', { version: 2 }))
      await expect(table.delete({ pk: 'C', sk: '1' }, 1)).rejects.toThrow(ConflictError)
      expect(await table.get({ pk: 'C', sk: '1' })).toMatchObject({ version: 2 })
      await table.delete({ pk: 'C', sk: '1' }, 2)
      expect(await table.get({ pk: 'C', sk: '1' })).toBeUndefined()
      await expect(table.delete({ pk: 'C', sk: '1' }, 2)).rejects.toThrow(ConflictError)
      await table.put(item('C', '1', { data: 'again' }))
      expect(await table.get({ pk: 'C', sk: '1' })).toMatchObject({ version: 1, data: 'again' })
    })
  })

  describe('putNew', () => {
    test('stores up to 25 items with their index rows, whatever their version', async () => {
      const all = Array.from({ length: 25 }, (_n, n) =>
        item('D', String(n).padStart(2, '0'), {
          version: n + 1,
          by1: { pk: 'D', sk: `${n % 10}` },
        }),
      )
      await table.putNew(all)
      expect((await table.query('D')).items).toEqual(all)
      expect((await table.queryIndex('by1', 'D')).items).toHaveLength(25)
    })

    test('of the same items again leaves one of each', async () => {
      const first = item('D2', '1', { by1: { pk: 'D2', sk: 'old' } })
      await table.putNew([first])
      await table.putNew([{ ...first, by1: { pk: 'D2', sk: 'new' } }])
      expect(await table.count('D2')).toBe(1)
      expect((await table.queryIndex('by1', 'D2')).items.map(({ at }) => at)).toEqual(['new'])
    })

    test('of nothing does nothing', async () => {
      await table.putNew([])
    })
  })

  describe('batchGet', () => {
    test('answers 100 keys in their order, with undefined where there is nothing', async () => {
      for (let start = 0; start < 50; start += 25) {
        const some = Array.from({ length: 25 }, (_n, n) => item('E', `${start + n}`))
        await table.putNew(some)
      }
      const keys = Array.from({ length: 100 }, (_n, n) => ({ pk: 'E', sk: `${(n * 37) % 100}` }))
      const found = await table.batchGet(keys)
      expect(found).toEqual(keys.map(({ sk }) => (Number(sk) < 50 ? item('E', sk) : undefined)))
    })

    test('answers a key as often as it is asked, and no keys with nothing', async () => {
      await table.put(item('E2', '1'))
      const one = { pk: 'E2', sk: '1' }
      expect(await table.batchGet([one, one])).toEqual([item('E2', '1'), item('E2', '1')])
      expect(await table.batchGet([])).toEqual([])
    })
  })

  describe('add', () => {
    const counter = (sk: string) => ({ pk: 'RATE', sk })

    test('counts from nothing, up and down, and the counter can be read', async () => {
      expect(await table.add(counter('one'), 5, seconds + 60)).toBe(5)
      expect(await table.add(counter('one'), -2, seconds + 90)).toBe(3)
      expect(await table.get(counter('one'))).toEqual({
        ...counter('one'),
        version: 2,
        v: 0,
        data: 3,
        expiresAt: seconds + 90,
      })
    })

    test('forgets nothing of 40 additions at once', async () => {
      const sums = await Promise.all(
        Array.from({ length: 40 }, () => table.add(counter('many'), 1, seconds + 60)),
      )
      expect(sums.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_n, n) => n + 1))
    })

    test('starts again when the counter, or another item there, has expired', async () => {
      await table.add(counter('old'), 7, seconds + 1)
      await table.put(item('RATE', 'other', { expiresAt: seconds + 1 }))
      now = new Date((seconds + 1) * 1000)
      expect(await table.add(counter('old'), 2, seconds + 60)).toBe(2)
      expect(await table.add(counter('other'), 3, seconds + 60)).toBe(3)
      expect(await table.add(counter('other'), 3, seconds + 60)).toBe(6)
    })
  })
})
