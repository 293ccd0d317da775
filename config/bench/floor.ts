import { openLevelTable } from '#functions/platform/table/level-table.ts'
import type { Table } from '#functions/platform/table/table.ts'
import { ballotKey, turnoutKey, voteKey } from '#functions/votes/items.ts'
import { cosignPartition, queuePartition } from '#functions/complaints/items.ts'
import { readFileSync } from 'node:fs'
import { complaint, itemOf } from './stored-complaints.ts'
import { percentile } from './measured.ts'
import { FEW, LIVE, MANY, type World } from './world.ts'

/** What the product asks of the table for one request, and nothing else. */
type Ask = (table: Table, world: World, n: number) => Promise<unknown>

const session = (n: number) => [
  { pk: `PERSON#resident-${n % 400}`, sk: 'GRANTS' },
  { pk: `PERSON#resident-${n % 400}`, sk: 'SESSION#one' },
]
const list =
  (community: string): Ask =>
  async (table, _, n) => {
    await table.batchGet(session(n))
    await table.queryIndex('by1', queuePartition(community, 'open'), { limit: 30 })
  }

const ASKS: Readonly<Record<string, Ask>> = {
  create: async (table, _, n) => {
    await table.batchGet(session(n))
    await table.put(itemOf(complaint('floor', `${process.pid}-${n}`, n)))
  },
  get: async (table, { numbers }, n) => {
    await table.batchGet(session(n))
    await table.query(`COMPLAINT#${MANY}#${numbers[n % numbers.length] ?? ''}`)
  },
  'list-few': list(FEW),
  'list-many': list(MANY),
  'public-few': list(FEW),
  'public-many': list(MANY),
  cosign: async (table, { joined: [number = ''] }, n) => {
    const pk = cosignPartition(LIVE, `floor-${number}`)
    await table.batchGet(session(n))
    await table.query(`COMPLAINT#${LIVE}#${number}`)
    await table.put({ pk, sk: String(n), version: 1, v: 1, data: { person: `resident-${n}` } })
    await table.query(`COMPLAINT#${LIVE}#${number}`)
  },
  cast: async (table, { vote }, n) => {
    const key = ballotKey(`floor-${vote}`, `head-${n}`)
    await table.batchGet(session(n))
    await table.get(voteKey(LIVE, vote))
    await table.batchGet([key])
    await table.put({ ...key, version: 1, v: 1, data: { submissions: ['x'.repeat(250)] } })
  },
  turnout: async (table, { vote }, n) => {
    await table.batchGet(session(n))
    await table.get(voteKey(LIVE, vote))
    await table.get(turnoutKey(LIVE, vote))
  },
}

async function run(
  table: Table,
  world: World,
  ask: Ask,
  clients: number,
  ms: number,
  from: number,
) {
  const times: number[] = []
  let n = from
  const start = performance.now()
  const client = async (): Promise<void> => {
    while (performance.now() - start < ms) {
      const asked = performance.now()
      await ask(table, world, (n += 1))
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const perSecond = times.length / ((performance.now() - start) / 1_000)
  return { perSecond, p50: percentile(times, 50), p99: percentile(times, 99) }
}

async function main(file: string, ms: number): Promise<void> {
  const world = JSON.parse(readFileSync(file, 'utf8')) as World
  const table = await openLevelTable(`${world.folder}/store`)
  const figures: Record<string, unknown> = {}
  let from = 0
  for (const [name, ask] of Object.entries(ASKS)) {
    for (const clients of [1, 8]) {
      figures[`${name}@${clients}`] = await run(table, world, ask, clients, ms, from)
      from += 1_000_000
    }
  }
  await table.close()
  process.stdout.write(JSON.stringify(figures))
}

const [file = '', ms = ''] = process.argv.slice(2)
void main(file, Number(ms))
