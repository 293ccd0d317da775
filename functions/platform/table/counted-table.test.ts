import type { OnCapacity, Operation, Units } from './capacity.ts'
import { countedTable } from './counted-table.ts'
import { describeDynamo, openDynamoTable } from './dynoxide.fixture.ts'
import { itemBytes } from './item-size.ts'
import { itemAt, openTables, putAll } from './open-tables.fixture.ts'
import type { Item, Table } from './table.ts'

/** An item of exactly so many bytes. */
const sized = (sk: string, bytes: number, rest: Partial<Item> = {}): Item => {
  const empty = itemAt('P', sk, { ...rest, data: '' })
  return { ...empty, data: 'x'.repeat(bytes - itemBytes(empty)) }
}
const place = (sk: string) => ({ pk: 'I', sk })
const P1 = { pk: 'P', sk: '1' }
const many = (count: number, bytes: number, rest: (n: number) => Partial<Item> = () => ({})) =>
  Array.from({ length: count }, (_n, n) => sized(String(n).padStart(3, '0'), bytes, rest(n)))
const failed = (): undefined => undefined

interface Case {
  readonly name: string
  readonly before?: readonly Item[]
  readonly run: (table: Table) => Promise<unknown>
  readonly units: Partial<Units>
  /** No server says in its answer what a failed condition cost. */
  readonly unreported?: true
}

const indexed = { by1: place('1'), by2: place('1') }

const CASES: Case[] = [
  { name: 'put of 1 KB', run: (t) => t.put(sized('1', 1024)), units: { writes: 1 } },
  { name: 'put of 1 KB and a byte', run: (t) => t.put(sized('1', 1025)), units: { writes: 2 } },
  {
    name: 'put over something larger',
    before: [sized('1', 2500)],
    run: (t) => t.put(sized('1', 100, { version: 2 })),
    units: { writes: 3 },
  },
  {
    name: 'put over something smaller',
    before: [sized('1', 100)],
    run: (t) => t.put(sized('1', 2500, { version: 2 })),
    units: { writes: 3 },
  },
  {
    name: 'put into two indexes',
    run: (t) => t.put(sized('1', 900, indexed)),
    units: { writes: 3 },
  },
  {
    name: 'put of much data behind a small card',
    run: (t) => t.put(sized('1', 5000, { by1: place('1'), card: 'small' })),
    units: { writes: 6 },
  },
  {
    name: 'put of a large card',
    run: (t) => t.put(sized('1', 3000, { by1: place('1'), card: 'x'.repeat(1500) })),
    units: { writes: 5 },
  },
  {
    name: 'put that leaves its places in the indexes',
    before: [sized('1', 900, indexed)],
    run: (t) => t.put(sized('1', 900, { ...indexed, version: 2 })),
    units: { writes: 3 },
  },
  {
    name: 'put that moves in one index',
    before: [sized('1', 900, indexed)],
    run: (t) => t.put(sized('1', 900, { ...indexed, by1: place('2'), version: 2 })),
    units: { writes: 4 },
  },
  {
    name: 'put that leaves one index',
    before: [sized('1', 900, indexed)],
    run: (t) => t.put(sized('1', 900, { by1: place('1'), version: 2 })),
    units: { writes: 3 },
  },
  {
    name: 'put that is refused',
    before: [sized('1', 2500, indexed)],
    run: (t) => t.put(sized('1', 100)).catch(failed),
    units: { writes: 3 },
    unreported: true,
  },
  {
    name: 'delete of an item in two indexes',
    before: [sized('1', 1500, indexed)],
    run: (t) => t.delete(P1, 1),
    units: { writes: 4 },
  },
  {
    name: 'delete that is refused',
    run: (t) => t.delete(P1, 1).catch(failed),
    units: { writes: 1 },
    unreported: true,
  },
  {
    name: 'putNew of 25, one in an index',
    run: (t) => t.putNew(many(25, 1000, (n) => (n === 0 ? { by1: place('1') } : {}))),
    units: { writes: 26 },
  },
  {
    name: 'putNew of the same again',
    before: many(3, 1000, () => indexed),
    run: (t) => t.putNew(many(3, 1000, () => indexed)),
    units: { writes: 3 },
  },
  { name: 'add', run: (t) => t.add(P1, 1, 4_000_000_000), units: { writes: 1 } },
  {
    name: 'get of 4 KB',
    before: [sized('1', 4096)],
    run: (t) => t.get(P1),
    units: { reads: 1 },
  },
  {
    name: 'get of 4 KB and a byte',
    before: [sized('1', 4097)],
    run: (t) => t.get(P1),
    units: { reads: 2 },
  },
  {
    name: 'get that need not be consistent',
    before: [sized('1', 4097)],
    run: (t) => t.get(P1, { consistent: false }),
    units: { reads: 1 },
  },
  { name: 'get of nothing', run: (t) => t.get(P1), units: { reads: 1 } },
  {
    name: 'batchGet of one small, one large, one missing, one twice',
    before: [sized('1', 100), sized('2', 5000)],
    run: (t) => t.batchGet(['1', '2', '3', '1'].map((sk) => ({ pk: 'P', sk }))),
    units: { reads: 4 },
  },
  {
    name: 'query of 25 of 1 KB',
    before: many(25, 1024),
    run: (t) => t.query('P'),
    units: { reads: 7 },
  },
  {
    name: 'query of a page of 7, which looks at an 8th',
    before: many(25, 1024),
    run: (t) => t.query('P', { limit: 7 }),
    units: { reads: 2 },
  },
  {
    name: 'queryKeys that reads as much as query',
    before: many(25, 1024),
    run: (t) => t.queryKeys('P'),
    units: { reads: 7 },
  },
  {
    name: 'count that reads as much as query',
    before: many(25, 1024),
    run: (t) => t.count('P'),
    units: { reads: 7 },
  },
  { name: 'query of nothing', run: (t) => t.query('P'), units: { reads: 1 } },
  {
    name: 'queryIndex of 25 small cards of large items',
    before: many(25, 3000, (n) => ({ by1: place(`${n}`), card: 'x'.repeat(300) })),
    run: (t) => t.queryIndex('by1', 'I'),
    units: { reads: 1.5 },
  },
  {
    name: 'queryIndex of a page',
    before: many(25, 3000, (n) => ({ by1: place(`${n}`), card: 'x'.repeat(300) })),
    run: (t) => t.queryIndex('by1', 'I', { limit: 3, reverse: true }),
    units: { reads: 0.5 },
  },
]

/** Adds up by operation; `reset` forgets what preparing cost. */
function tally() {
  let sums = new Map<Operation, Units>()
  const onCapacity: OnCapacity = (operation, { reads, writes }) => {
    const before = sums.get(operation) ?? { reads: 0, writes: 0 }
    sums.set(operation, { reads: before.reads + reads, writes: before.writes + writes })
  }
  return { onCapacity, reset: () => (sums = new Map()), sums: () => [...sums] }
}

/** A case's first word is the operation it costs. */
const expectedOf = ({ name, units }: Case) => [
  [name.split(' ')[0], { reads: 0, writes: 0, ...units }],
]

describe.each(openTables)('counted over the %s table', (_, open) => {
  test.each(CASES)('$name', async (one) => {
    const { table, close } = await open()
    const { onCapacity, sums } = tally()
    await putAll(table, one.before ?? [])
    await one.run(countedTable(table, onCapacity))
    expect(sums()).toEqual(expectedOf(one))
    await close()
  })
})

describeDynamo('a DynamoDB-compatible server reports the same', () => {
  test.each(CASES.filter(({ unreported }) => !unreported))('$name', async (one) => {
    const { onCapacity, reset, sums } = tally()
    const { table, close } = await openDynamoTable({ onCapacity })
    await putAll(table, one.before ?? [])
    reset()
    await one.run(table)
    expect(sums()).toEqual(expectedOf(one))
    await close()
  })
})
