import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import type { Acknowledged } from './crash-writer.fixture.ts'
import { openLevelTable, type LevelTable } from './level-table.ts'
import { readAll, temporaryFolder } from './open-tables.fixture.ts'
import { SHOWS_CARD } from './table-definition.ts'
import type { IndexName, Item } from './table.ts'

const WRITERS = 8
const ROUNDS = [1, 2, 3, 4, 5]
const BYTES_BEFORE_KILL = 150_000
const LONGEST_ROUND_MS = 10_000
let folder: string
let program: string

beforeAll(async () => {
  folder = await temporaryFolder()
  program = path.join(folder, 'writer.cjs')
  await build({
    entryPoints: [path.join(__dirname, 'crash-writer.fixture.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    external: ['classic-level'],
  })
})
afterAll(() => rm(folder, { recursive: true }))

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )

/** Lets eight writers write, kills them in the middle, and gives what they were told. */
async function writeAndKill(store: string, round: number): Promise<Acknowledged[]> {
  const file = path.join(folder, `round ${round}`)
  const child = spawn(process.execPath, [program, store, file, `${WRITERS}`], {
    env: { NODE_PATH: path.resolve(__dirname, '../../../node_modules') },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  const deadline = performance.now() + LONGEST_ROUND_MS
  while ((await sizeOf(file)) < BYTES_BEFORE_KILL && performance.now() < deadline) await sleep(3)
  child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
  const told = await readFile(file, 'utf8')
  const whole = told.slice(0, told.lastIndexOf('\n')).split('\n')
  return whole.map((line) => JSON.parse(line) as Acknowledged)
}

const idOf = (writer: number, sk: string): string => `writer ${writer}/${sk}`

/** What must be stored: each item's version, 0 where it was deleted. */
class Expected {
  readonly versions = new Map<string, number>()
  /** Each writer may have had one write under way, that of the item it was told of last. */
  readonly maybeNext = new Map<string, number>()
  shared = 0
  counter = 0

  take(lines: readonly Acknowledged[]): void {
    for (const { kind, writer, sk, value } of lines) {
      if (kind === 'item') this.versions.set(idOf(writer, sk), value)
      if (kind === 'deleted') this.versions.set(idOf(writer, sk), 0)
      if (kind === 'shared') this.shared = Math.max(this.shared, value)
      if (kind === 'counter') this.counter = Math.max(this.counter, value)
    }
    this.maybeNext.clear()
    for (let writer = 0; writer < WRITERS; writer += 1) {
      const last = lines.findLast((line) => line.writer === writer)
      if (last?.kind === 'item') this.maybeNext.set(idOf(writer, last.sk), (last.value + 1) % 3)
    }
  }
}

async function itemsIn(table: LevelTable): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of table.snapshot()) items.push(item)
  return items
}

function lostIn(items: readonly Item[], expected: Expected): string[] {
  const stored = new Map(items.map((item) => [`${item.pk}/${item.sk}`, item.version]))
  const lost: string[] = []
  for (const [id, version] of expected.versions) {
    const found = stored.get(id) ?? 0
    if (found === version) continue
    if (found !== expected.maybeNext.get(id)) lost.push(`${id}: ${found}, not ${version}`)
    expected.versions.set(id, found)
  }
  return lost
}

const rowOf = (index: IndexName, pk: string, at: string, item: Item): string =>
  JSON.stringify([index, pk, at, item.pk, item.sk, item.version, SHOWS_CARD[index] && item.card])

const rowsOfItems = (items: readonly Item[]): string[] =>
  items.flatMap((item) =>
    (['by1', 'wake'] as const).flatMap((index) => {
      const key = item[index]
      return key ? [rowOf(index, key.pk, key.sk, item)] : []
    }),
  )

async function rowsOfIndexes(table: LevelTable): Promise<string[]> {
  const partitions = Array.from({ length: WRITERS }, (_n, n) => n).flatMap((n) => [
    ['by1', `by1 ${n}`] as const,
    ['wake', `wake ${n}`] as const,
  ])
  const rows: string[] = []
  for (const [index, pk] of partitions) {
    const all = await readAll((cursor) => table.queryIndex(index, pk, cursor))
    for (const row of all.items) rows.push(rowOf(index, pk, row.at, { ...row, data: null }))
  }
  return rows
}

test('five times killed amid eight writers, the store lost nothing and tore nothing', async () => {
  const store = path.join(folder, 'store')
  const expected = new Expected()
  for (const round of ROUNDS) {
    const lines = await writeAndKill(store, round)
    expect(lines.length).toBeGreaterThan(500)
    expected.take(lines)

    const table = await openLevelTable(store)
    const items = await itemsIn(table)
    expect(lostIn(items, expected)).toEqual([])
    expect((await rowsOfIndexes(table)).sort()).toEqual(rowsOfItems(items).sort())
    const shared = await table.get({ pk: 'shared', sk: 'one' })
    expect(shared?.version).toBeGreaterThanOrEqual(expected.shared)
    const counter = await table.get({ pk: 'counter', sk: 'all' })
    expect(counter?.data).toBeGreaterThanOrEqual(expected.counter)
    await table.close()
  }
  // All rounds together: an acknowledgement holds for good.
  expect(expected.versions.size).toBeGreaterThan(ROUNDS.length * WRITERS)
})
