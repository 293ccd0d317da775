// A process to be killed: several writers, and a line in a file for every acknowledged write.
import { openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { openLevelTable } from './level-table.ts'
import { ConflictError, type Table } from './table.ts'

export interface Acknowledged {
  readonly kind: 'item' | 'deleted' | 'shared' | 'counter'
  readonly writer: number
  /** Empty for what the writers share. */
  readonly sk: string
  /** Version of an item; sum of the counter. */
  readonly value: number
}

const COUNTER = { pk: 'counter', sk: 'all' }
const SHARED = { pk: 'shared', sk: 'one' }
const FAR = 4_000_000_000

type Acknowledge = (line: Acknowledged) => void

const itemOf = (writer: number, sk: string, version: number) => ({
  pk: `writer ${writer}`,
  sk,
  version,
  v: 1,
  data: { text: '漏水'.repeat(50), version },
  card: version,
  by1: { pk: `by1 ${writer}`, sk: `${version} ${sk}` },
  wake: { pk: `wake ${writer % 2}`, sk: `${9 - version} ${sk}` },
})

/** A third of the items is created only, a third moves in its indexes, a third is deleted as well. */
async function live(
  table: Table,
  acknowledge: Acknowledge,
  writer: number,
  sk: string,
  life: number,
): Promise<void> {
  await table.put(itemOf(writer, sk, 1))
  acknowledge({ kind: 'item', writer, sk, value: 1 })
  if (life < 1) return
  await table.put(itemOf(writer, sk, 2))
  acknowledge({ kind: 'item', writer, sk, value: 2 })
  if (life < 2) return
  await table.delete(itemOf(writer, sk, 2), 2)
  acknowledge({ kind: 'deleted', writer, sk, value: 2 })
}

async function increaseShared(
  table: Table,
  acknowledge: Acknowledge,
  writer: number,
): Promise<void> {
  const version = ((await table.get(SHARED))?.version ?? 0) + 1
  try {
    await table.put({ ...SHARED, version, v: 1, data: writer })
    acknowledge({ kind: 'shared', writer, sk: '', value: version })
  } catch (err) {
    if (!(err instanceof ConflictError)) throw err
  }
}

async function write(
  table: Table,
  acknowledge: Acknowledge,
  writer: number,
  round: string,
): Promise<never> {
  for (let n = 0; ; n += 1) {
    await live(table, acknowledge, writer, `${round} ${n}`, (n + writer) % 3)
    await increaseShared(table, acknowledge, writer)
    const value = await table.add(COUNTER, 1, FAR)
    acknowledge({ kind: 'counter', writer, sk: '', value })
  }
}

async function writeUntilKilled(store: string, file: string, writers: number): Promise<void> {
  // A file, not a pipe: a full pipe would hold the writers up where nothing can be torn.
  const lines = openSync(file, 'w')
  const acknowledge: Acknowledge = (line) => {
    writeSync(lines, JSON.stringify(line) + '\n')
  }
  const round = path.basename(file)
  const table = await openLevelTable(store)
  await Promise.all(Array.from({ length: writers }, (_n, n) => write(table, acknowledge, n, round)))
}

const [, , store = '', file = '', writers] = process.argv
void writeUntilKilled(store, file, Number(writers))
