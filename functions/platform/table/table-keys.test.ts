import fc from 'fast-check'
import { PK_BYTES, SK_BYTES } from './limits.ts'
import { itemAt, openTables, putAll, readAll, type OpenTable } from './open-tables.fixture.ts'
import type { Item, Key, Table } from './table.ts'

const inOrder = (texts: readonly string[]): string[] =>
  [...texts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))

/** Any character of UTF-8, with a liking for what an encoding of keys could stumble over. */
const character = fc.oneof(
  fc.constantFrom('\u0000', '\u0001', '\u0002', '#', 'a', '\ud7ff', '\ue000', '\uffff'),
  fc.constantFrom('\u{10000}', '\u{10ffff}', '漏'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const text = fc.array(character, { minLength: 1, maxLength: 5 }).map((all) => all.join(''))
const key: fc.Arbitrary<Key> = fc.record({ pk: text, sk: text })
const distinctKeys = fc.uniqueArray(key, {
  selector: ({ pk, sk }) => JSON.stringify([pk, sk]),
  minLength: 1,
  maxLength: 12,
})

const RUNS: Record<string, number> = { level: 40, dynamo: 10 }

/** Runs share a table, each within partitions of its own. */
const within = (run: number, { pk, sk }: Key): Key => ({ pk: `${run}#${pk}`, sk })

async function expectPartition(table: Table, pk: string, sks: string[], by1: string[]) {
  const all = await readAll((cursor) => table.query(pk, { limit: 2, ...cursor }))
  expect(all.items.map(({ sk }) => sk)).toEqual(inOrder(sks))
  const back = await readAll((cursor) =>
    table.queryKeys(pk, { limit: 2, reverse: true, ...cursor }),
  )
  expect(back.items.map(({ sk }) => sk)).toEqual(inOrder(sks).reverse())
  const rows = await readAll((cursor) => table.queryIndex('by1', pk, { limit: 2, ...cursor }))
  expect(rows.items.map(({ at }) => at)).toEqual(inOrder(by1))
}

async function expectRanges(table: Table, pk: string, sks: string[], bound: string) {
  const found = async (range: object) => (await table.query(pk, range)).items.map(({ sk }) => sk)
  const order = (sk: string) => Buffer.compare(Buffer.from(sk), Buffer.from(bound))
  expect(await found({ prefix: bound })).toEqual(inOrder(sks).filter((sk) => sk.startsWith(bound)))
  expect(await found({ from: bound })).toEqual(inOrder(sks).filter((sk) => order(sk) >= 0))
  expect(await found({ to: bound })).toEqual(inOrder(sks).filter((sk) => order(sk) <= 0))
}

async function expectIndexRanges(table: Table, pk: string, ats: string[], bound: string) {
  const found = async (range: object) =>
    (await table.queryIndex('by1', pk, range)).items.map(({ at }) => at)
  const order = (at: string) => Buffer.compare(Buffer.from(at), Buffer.from(bound))
  expect(await found({ prefix: bound })).toEqual(inOrder(ats).filter((at) => at.startsWith(bound)))
  expect(await found({ from: bound })).toEqual(inOrder(ats).filter((at) => order(at) >= 0))
  expect(await found({ to: bound })).toEqual(inOrder(ats).filter((at) => order(at) <= 0))
}

describe.each(openTables)('keys of the %s table', (name, open) => {
  let opened: OpenTable
  let table: Table
  let run = 0

  beforeAll(async () => {
    opened = await open()
    table = opened.table
  })
  afterAll(() => opened.close())

  test('any UTF-8 is a key; partitions are exact, and their order is by bytes', async () => {
    const property = fc.asyncProperty(distinctKeys, text, async (generated, bound) => {
      run += 1
      const keys = generated.map((one) => within(run, one))
      // Each item stands in the index under the key of the next one.
      const items = keys.map(({ pk, sk }, n): Item => {
        const by1 = keys[(n + 1) % keys.length]
        return itemAt(pk, sk, by1 ? { by1 } : {})
      })
      await putAll(table, items)
      expect(await table.batchGet(keys)).toEqual(items)
      for (const pk of new Set(keys.map((one) => one.pk))) {
        const sks = keys.filter((one) => one.pk === pk).map(({ sk }) => sk)
        await expectPartition(table, pk, sks, sks)
        await expectRanges(table, pk, sks, bound)
        await expectIndexRanges(table, pk, sks, bound)
      }
    })
    await fc.assert(property, { numRuns: RUNS[name] ?? 1 })
  })

  test.each([
    ['NUL', '\u0000'],
    ['an escape', '\u0001'],
    ['four bytes', '\u{10ffff}'],
  ])('the longest keys hold %s throughout', async (_name, one) => {
    const width = Buffer.byteLength(one)
    const pk = one.repeat(PK_BYTES / width)
    const sk = one.repeat(SK_BYTES / width)
    const longest = itemAt(pk, sk, { by1: { pk, sk }, by2: { pk, sk }, wake: { pk, sk } })
    await table.put(longest)
    await table.put({ ...longest, version: 2 })
    expect(await table.get({ pk, sk })).toEqual({ ...longest, version: 2 })
    expect((await table.queryIndex('by1', pk, { prefix: sk })).items).toHaveLength(1)
    await table.delete({ pk, sk }, 2)
    expect((await table.queryIndex('by1', pk)).items).toEqual([])
  })
})
