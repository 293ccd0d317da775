import fc from 'fast-check'
import { openTables, readAll, type OpenTable } from './open-tables.fixture.ts'
import {
  ConflictError,
  LimitError,
  type IndexRow,
  type Item,
  type Json,
  type Key,
  type Range,
  type Table,
} from './table.ts'

const START = 1_800_000_000

/** What a table is, said as plainly as possible. */
class Model {
  readonly #items = new Map<string, Item>()
  seconds = START

  get({ pk, sk }: Key): Item | undefined {
    const item = this.#items.get(`${pk}/${sk}`)
    return item && (item.expiresAt ?? Infinity) > this.seconds ? item : undefined
  }

  put(item: Item): boolean {
    if ((this.get(item)?.version ?? 0) !== item.version - 1) return false
    this.#items.set(`${item.pk}/${item.sk}`, item)
    return true
  }

  delete(key: Key, version: number): boolean {
    return this.get(key)?.version === version && this.#items.delete(`${key.pk}/${key.sk}`)
  }

  add(key: Key, amount: number, expiresAt: number): number | undefined {
    const stored = this.get(key) ?? { version: 0, v: 0, data: 0 }
    if (stored.v !== 0) return undefined
    const data = Number(stored.data) + amount
    this.#items.set(`${key.pk}/${key.sk}`, {
      ...key,
      version: stored.version + 1,
      v: 0,
      data,
      expiresAt,
    })
    return data
  }

  query(pk: string, range: Range): Item[] {
    const partition = this.#live().filter((item) => item.pk === pk)
    return select(partition, range, ({ sk }) => sk)
  }

  rows(indexPk: string, range: Range): IndexRow[] {
    const rows = this.#live().flatMap((item) => {
      const { pk, sk, version, v, card, by1 } = item
      const shown = { pk, sk, version, v, ...(card !== undefined && { card }) }
      return by1?.pk === indexPk ? [{ ...shown, at: by1.sk }] : []
    })
    return select(rows, range, ({ at }) => at)
  }

  #live(): Item[] {
    return [...this.#items.values()].filter((item) => this.get(item) !== undefined)
  }
}

/** Plain ASCII, so that JavaScript's order of strings is the table's. */
function select<T extends Key>(all: T[], range: Range, placeOf: (one: T) => string): T[] {
  const { from = '', to = '~', prefix = '', reverse = false } = range
  const rank = (one: T) => JSON.stringify([placeOf(one), one.pk, one.sk])
  const selected = all
    .filter((one) => placeOf(one) >= from && placeOf(one) <= to && placeOf(one).startsWith(prefix))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return reverse ? selected.reverse() : selected
}

const pk: fc.Arbitrary<string> = fc.constantFrom('a', 'a#', 'b')
const sk: fc.Arbitrary<string> = fc.constantFrom('1', '10', '2', '2#', '3', 'x')
const key = fc.record({ pk, sk })
const limit = fc.integer({ min: 1, max: 4 })
const bounds = fc.oneof(
  fc.constant({}),
  fc.record({ prefix: sk }),
  fc.record({ from: sk }),
  fc.record({ from: sk, to: sk }),
)
const range = fc
  .tuple(bounds, fc.record({ limit, reverse: fc.boolean() }))
  .map(([b, r]) => ({ ...b, ...r }))
const lifetime = fc.constantFrom(undefined, undefined, 1, 3)
// JSON has no -0.
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json)
/** How far from the right version: mostly not at all. */
const drift = fc.constantFrom(0, 0, 0, 0, 1, -1)

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      op: fc.constant('put' as const),
      key,
      drift,
      lifetime,
      data: json,
      card: fc.option(fc.string(), { nil: undefined }),
      by1: fc.option(key, { nil: undefined }),
    }),
  },
  fc.record({ op: fc.constant('delete' as const), key, drift }),
  fc.record({ op: fc.constant('add' as const), key, amount: fc.integer({ min: -5, max: 5 }) }),
  fc.record({ op: fc.constant('get' as const), key }),
  fc.record({ op: fc.constant('query' as const), pk, range }),
  fc.record({ op: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 2 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Runs share a table, each within partitions of its own. */
function withinRun(run: number, one: Step): Step {
  const own = (pk: string): string => `${run}/${pk}`
  if (one.op === 'wait') return one
  if (one.op === 'query') return { ...one, pk: own(one.pk) }
  const key = { ...one.key, pk: own(one.key.pk) }
  if (one.op !== 'put' || !one.by1) return { ...one, key }
  return { ...one, key, by1: { ...one.by1, pk: own(one.by1.pk) } }
}

const refusal = (err: unknown): string =>
  err instanceof ConflictError ? 'conflict' : err instanceof LimitError ? 'limit' : 'failed'

type Answers = [actual: unknown, expected: unknown]
type Put = Extract<Step, { op: 'put' }>
type Delete = Extract<Step, { op: 'delete' }>
type Add = Extract<Step, { op: 'add' }>

async function put(table: Table, model: Model, step: Put): Promise<Answers> {
  const { key, drift, lifetime, data, card, by1 } = step
  const item: Item = {
    ...key,
    version: Math.max(1, (model.get(key)?.version ?? 0) + 1 + drift),
    v: 1,
    data,
    ...(card !== undefined && { card }),
    ...(by1 && { by1 }),
    ...(lifetime !== undefined && { expiresAt: model.seconds + lifetime }),
  }
  const done = await table.put(item).then(() => 'done', refusal)
  return [done, model.put(item) ? 'done' : 'conflict']
}

async function remove(table: Table, model: Model, { key, drift }: Delete): Promise<Answers> {
  const version = Math.max(1, (model.get(key)?.version ?? 0) + drift)
  const done = await table.delete(key, version).then(() => 'done', refusal)
  return [done, model.delete(key, version) ? 'done' : 'conflict']
}

async function add(table: Table, model: Model, { key, amount }: Add): Promise<Answers> {
  const expiresAt = model.seconds + 3
  const sum = await table.add(key, amount, expiresAt).catch(refusal)
  return [sum, model.add(key, amount, expiresAt) ?? 'limit']
}

/** Takes a step on both and gives what each answered. */
async function take(table: Table, model: Model, step: Step): Promise<Answers> {
  switch (step.op) {
    case 'put':
      return put(table, model, step)
    case 'delete':
      return remove(table, model, step)
    case 'add':
      return add(table, model, step)
    case 'get':
      return [await table.get(step.key), model.get(step.key)]
    case 'query':
      return readBoth(table, model, step.pk, step.range)
    case 'wait':
      model.seconds += step.seconds
      return [undefined, undefined]
  }
}

async function readBoth(table: Table, model: Model, pk: string, range: Range): Promise<Answers> {
  const items = await readAll((cursor) => table.query(pk, { ...range, ...cursor }))
  const keys = await readAll((cursor) => table.queryKeys(pk, { ...range, ...cursor }))
  const rows = await readAll((cursor) => table.queryIndex('by1', pk, { ...range, ...cursor }))
  const expected = model.query(pk, range)
  return [
    [items.items, keys.items, rows.items, await table.count(pk, range)],
    [
      expected,
      expected.map((item) => ({ pk: item.pk, sk: item.sk })),
      model.rows(pk, range),
      expected.length,
    ],
  ]
}

const RUNS: Record<string, number> = { level: 100, dynamo: 12 }

describe.each(openTables)('the %s table', (name, open) => {
  let opened: OpenTable
  let model = new Model()
  let run = 0

  beforeAll(async () => {
    opened = await open({ now: () => new Date(model.seconds * 1000) })
  })
  afterAll(() => opened.close())

  test('answers any sequence of operations as the model does', async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 40 }),
      async (steps) => {
        model = new Model()
        run += 1
        for (const one of steps) {
          const [actual, expected] = await take(opened.table, model, withinRun(run, one))
          expect(actual).toEqual(expected)
        }
        for (const each of ['a', 'a#', 'b']) {
          const [actual, expected] = await readBoth(opened.table, model, `${run}/${each}`, {})
          expect(actual).toEqual(expected)
        }
      },
    )
    await fc.assert(property, { numRuns: RUNS[name] ?? 1 })
  })
})
