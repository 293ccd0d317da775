import { KeptItems } from './level-kept.ts'
import type { LevelTable } from './level-table.ts'
import { itemAt, openTemporaryTable } from './open-tables.fixture.ts'

const SECONDS = 1_800_000_000
const KEY = { pk: 'P', sk: '1' }

describe('a table that keeps what is read often', () => {
  let seconds: number
  let table: LevelTable
  let close: () => Promise<void>

  beforeEach(async () => {
    seconds = SECONDS
    ;({ table, close } = await openTemporaryTable({ now: () => new Date(seconds * 1000) }))
    await table.put(itemAt('P', '1', { data: { says: 'first' }, expiresAt: SECONDS + 10 }))
    for (let read = 0; read < 3; read += 1) await table.get(KEY)
  })
  afterEach(() => close())

  test('gives the same item to every reader, and none can change it', async () => {
    const item = await table.get(KEY)
    expect(item).toBe((await table.batchGet([KEY]))[0])
    expect(() => Object.assign(item?.data as object, { says: 'changed' })).toThrow(TypeError)
  })

  test('gives what was written last, to a reader who asks while it is written too', async () => {
    const item = itemAt('P', '1', { version: 2, data: { says: 'second' } })
    const writing = table.put(item)
    const meanwhile = await table.get(KEY)
    await writing
    expect([1, 2]).toContain(meanwhile?.version)
    expect(await table.get(KEY)).toMatchObject({ version: 2, data: { says: 'second' } })
  })

  test('gives nothing that is gone or has expired', async () => {
    seconds += 10
    expect(await table.get(KEY)).toBeUndefined()
    seconds -= 10
    await table.delete(KEY, 1)
    expect(await table.get(KEY)).toBeUndefined()
  })

  test('a counter counts on', async () => {
    const counter = { pk: 'C', sk: '1' }
    for (const sum of [1, 2, 3]) {
      await table.add(counter, 1, SECONDS + 10)
      for (let read = 0; read < 3; read += 1) {
        expect(await table.get(counter)).toMatchObject({ data: sum })
      }
    }
  })

  test('what was refused leaves it as it was', async () => {
    await expect(table.put(itemAt('P', '1'))).rejects.toThrow('version')
    expect(await table.get(KEY)).toMatchObject({ version: 1, data: { says: 'first' } })
  })
})

describe('what is kept', () => {
  const meet = (kept: KeptItems, key: string, units: number) => {
    const item = itemAt('P', key)
    for (let read = 0; read < 2; read += 1) kept.met(key, 'x'.repeat(units), item)
    return kept.get(key) === item
  }

  test('is what is read a second time', () => {
    const kept = new KeptItems()
    const item = itemAt('P', '1')
    kept.met('1', '{}', item)
    expect(kept.get('1')).toBeUndefined()
    kept.met('1', '{}', item)
    expect(kept.get('1')).toBe(item)
  })

  test('is short', () => {
    expect(meet(new KeptItems(), '1', 16 * 1024)).toBe(true)
    expect(meet(new KeptItems(), '1', 16 * 1024 + 1)).toBe(false)
  })

  test.each([
    ['1,000 items', 10, 1_000],
    ['1 MB of text', 16 * 1024, 64],
  ])('is at most %s: then it begins anew', (_, units, most) => {
    const kept = new KeptItems()
    const held = () =>
      Array.from({ length: most + 1 }, (__, n) => kept.get(`k${n}`)).filter(Boolean)
    for (let n = 0; n < most; n += 1) meet(kept, `k${n}`, units)
    expect(held()).toHaveLength(most)
    expect(meet(kept, `k${most}`, units)).toBe(true)
    expect(held()).toHaveLength(1)
  })
})
