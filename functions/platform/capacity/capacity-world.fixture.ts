import { complaints, type Complaint } from '#shared/complaints/contract.ts'
import { notices, type Notice } from '#shared/notices/contract.ts'
import { votes, type MyHead } from '#shared/votes/contract.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import { LIFT } from '../../complaints/complaints.fixture.ts'
import { feesIn } from '../../fees/repository.ts'
import { addOwner, COMMUNITY, importUnits, UNITS } from '../../votes/vote-people.fixture.ts'
import { answers, closedAndCounted, headsOf, opened } from '../../votes/votes.fixture.ts'
import { DEFAULT_SIZES, type Limits } from '../limits/limits.ts'
import { tableLimits } from '../limits/table-limits.ts'
import { countedTable } from '../table/counted-table.ts'
import { openTemporaryTable } from '../table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../test-app.fixture.ts'
import type { Answer, Client } from '../test-client.fixture.ts'
import type { Cost } from './capacity-page.fixture.ts'

type Clients = Readonly<Record<'resident' | 'property' | 'owner' | 'worker', Client>>

export interface CapacityWorld extends Clients {
  readonly at: { readonly community: string }
  readonly clock: TestApp['clock']
  /** A complaint of the resident's, which the property has not taken on. */
  readonly number: string
  /** The notice published last before. */
  readonly newest: string
  readonly vote: string
  /** What the store was asked during this; which must succeed. */
  cost(operation: () => Promise<Answer<unknown>>): Promise<Cost>
  file(key: string): Promise<Answer<Complaint>>
  publish(): Promise<Answer<Notice>>
  cast(key: string): Promise<Answer<MyHead>>
  /** Ends the vote; everybody's sessions are opened anew. */
  closeVote(): Promise<Clients>
  close(): Promise<void>
}

/** 31 complaints, 31 notices, a vote under way, three bills of the resident's two homes; limits counted. */
export async function openCapacityWorld(): Promise<CapacityWorld> {
  let spent: Cost = { reads: 0, writes: 0 }
  let limits: Limits | undefined
  const app = await openTestAppOn(
    async (options) => {
      const opening = await openTemporaryTable(options)
      const table = countedTable(opening.table, (_, { reads, writes }) => {
        spent = { reads: spent.reads + reads, writes: spent.writes + writes }
      })
      limits = tableLimits(table, { ...DEFAULT_SIZES, write: 1_000 })
      return { table, close: opening.close }
    },
    { limits: { use: (...used) => limits?.use(...used) ?? Promise.resolve(0) } },
  )
  const at = { community: COMMUNITY }
  const vote = await voteUnderWay(app)
  const clients = await clientsOf(app)
  const { resident, property, owner } = clients
  const file = (key: string) => resident.send(complaints.file, { ...at, ...LIFT }, { key })
  const publish = () => property.send(notices.publish, { ...at, ...WATER })
  for (let n = 0; n < 30; n += 1) {
    app.clock.advance(1_000)
    await file(`filed-before-${n}`)
    await publish()
  }
  const { number } = (await file('the-one-to-look-at')).body
  const { notice: newest } = (await publish()).body
  await bill(app)
  await app.sweep()
  const [head] = await headsOf(app, 'fang', vote)
  const ballot = { choices: answers(['for', 'against']), signature: SIGNED }
  return {
    ...clients,
    at,
    clock: app.clock,
    number,
    newest,
    vote,
    async cost(operation) {
      spent = { reads: 0, writes: 0 }
      const { status, code } = await operation()
      expect([status < 300, code]).toEqual([true, undefined])
      return spent
    },
    file,
    publish,
    cast: (key) =>
      owner.send(votes.cast, { ...at, vote, head: head?.head ?? '', ...ballot }, { key }),
    async closeVote() {
      await closedAndCounted(app, vote)
      return clientsOf(app)
    },
    close: app.close,
  }
}

const WATER = {
  title: '停水通知',
  text: '明天上午 9 点到 11 点清洗水箱，停水。',
  category: 'property',
} as const

type Closable = Parameters<typeof opened>[0]

async function voteUnderWay(app: Closable): Promise<string> {
  await addOwner(app.ports, 'fang', [['1-1-102', 'owner', 'k-fang']])
  await importUnits(app, UNITS)
  return opened(app)
}

const clientsOf = async ({ as }: TestApp): Promise<Clients> => ({
  resident: await as('resident'),
  property: await as('property'),
  owner: await as('fang'),
  worker: await as('community'),
})

async function bill({ ports }: TestApp): Promise<void> {
  const stored = feesIn(ports.table, COMMUNITY)
  const amount = { areaCenti: 8_957, rate: 18_500, rounding: 'month', standard: 'home' } as const
  for (const unit of ['1-1-101', '2-1-201']) {
    for (const [from, to] of [
      ['2026-04', '2026-06'],
      ['2026-07', '2026-09'],
      ['2026-10', '2026-12'],
    ] as const) {
      await stored.addBill({ ...amount, unit, from, to, dueOn: `${to}-15`, payments: [] })
    }
  }
}
