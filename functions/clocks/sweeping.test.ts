import { Clocks as Stored, type ClockEvent, type Clocks } from '#shared/clocks/clock.ts'
import type { ClockRule } from '#shared/clocks/rule.ts'
import { advance, startClock } from '#shared/clocks/run.ts'
import { nextWake } from '#shared/clocks/tick.ts'
import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import { silentLog } from '../platform/log/log.ts'
import { createSweep, type Job, type Sweep } from '../platform/jobs/sweep.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import { openTables, type OpenTable } from '../platform/table/open-tables.fixture.ts'
import type { Item, Json, Table } from '../platform/table/table.ts'
import { TABLE_2027 } from './calendar.fixture.ts'
import { giveTable } from './give-table.ts'
import { calendarDirectory } from './offers.ts'
import { tablesOn } from './tables.ts'

const REPLY: ClockRule = {
  unit: 'hour',
  amount: 24,
  warnings: [{ kind: 'before', hours: 4 }],
  escalatesAfterHours: 0,
  source: '约定',
  confidence: 'ours',
}
const RESOLVE: ClockRule = { ...REPLY, unit: 'working_day', amount: 5 }

interface Matter {
  readonly clocks: Clocks
  readonly events: readonly ClockEvent[]
}
const keyOf = (n: number) => ({ pk: `MATTER#${n}`, sk: 'STATE' })

function itemOf(n: number, { clocks, events }: Matter, version: number): Item {
  const wake = nextWake(clocks)
  const data = JSON.parse(JSON.stringify({ clocks, events })) as Json
  return { ...keyOf(n), version, v: 1, data, ...(wake && { wake: wakeAt(keyOf(n), wake) }) }
}
const matterIn = ({ data }: Item): Matter => {
  const { clocks, events } = data as unknown as Matter
  return { clocks: Stored.parse(clocks), events }
}

/** As a feature does it whose items hold clocks. */
const matterJob = (table: Table, now: () => Date): Job => {
  const calendars = calendarDirectory({ table, now })
  return {
    kind: 'MATTER',
    async visit(item, at) {
      const { clocks, events } = matterIn(item)
      const ticked = advance(clocks, await calendars.calendar(), at)
      const n = Number(item.pk.split('#')[1])
      const next = { clocks: ticked.clocks, events: [...events, ...ticked.events] }
      await table.put(itemOf(n, next, item.version + 1))
    },
  }
}

describe.each(openTables)('clocks in items, swept, on the %s table', (_, open) => {
  let opened: OpenTable
  let time: Date
  let processes: readonly Sweep[]
  const now = (): Date => time
  beforeEach(async () => {
    time = new Date('2026-11-24T02:00:00Z')
    opened = await open({ now })
    const { table } = opened
    processes = [0, 1].map(() =>
      createSweep({ table, log: silentLog, now }, [matterJob(table, now)]),
    )
  })
  afterEach(() => opened.close())

  const begin = async (n: number, rule: ClockRule): Promise<void> => {
    const calendar = await calendarDirectory({ table: opened.table, now }).calendar()
    const decision = startClock([], { name: 'resolve', rule }, time, calendar)
    if (!decision.ok) throw new Error(decision.code)
    await opened.table.put(itemOf(n, decision.value, 1))
  }
  const matter = async (n: number): Promise<Matter> => {
    const item = await opened.table.get(keyOf(n))
    if (!item) throw new Error('no matter')
    return matterIn(item)
  }
  const sweepAll = () => Promise.all([...processes, ...processes].map((one) => one.run()))
  const saidOf = async (n: number) =>
    (await matter(n)).events.map(({ kind, at }) => [kind, at] as const)

  const SAID = [
    ['warned', '2026-11-24T22:00:00.000Z'],
    ['breached', '2026-11-25T02:00:00.000Z'],
    ['escalated', '2026-11-25T02:00:00.000Z'],
  ]

  test('swept in time by two processes, each twice over: each event once', async () => {
    await begin(1, REPLY)
    for (let hours = 0; hours < 30; hours += 5) {
      await sweepAll()
      time = new Date(time.getTime() + 5 * HOUR)
    }
    expect(await saidOf(1)).toEqual(SAID)
  })

  test('after two days of downtime the same events, with the same times', async () => {
    for (const n of [1, 2, 3]) await begin(n, REPLY)
    time = new Date(time.getTime() + 2 * DAY)
    await sweepAll()
    await sweepAll()
    for (const n of [1, 2, 3]) expect(await saidOf(n)).toEqual(SAID)
    expect((await matter(1)).clocks[0]).toMatchObject({ state: 'breached', pending: [] })
  })

  test('a provisional deadline is computed anew within a day of the table’s coming', async () => {
    time = new Date('2026-12-23T02:00:00Z')
    await begin(1, RESOLVE)
    const due = async () => {
      const [clock] = (await matter(1)).clocks
      return [clock?.due, clock?.provisional]
    }
    // Thursday 24, Friday 25, Monday 28, Tuesday 29, Wednesday 30.
    expect(await due()).toEqual(['2026-12-30T16:00:00.000Z', true])
    time = new Date('2026-12-24T03:00:00Z')
    await sweepAll()
    expect(await due()).toEqual(['2026-12-30T16:00:00.000Z', true])

    // Saturday 26 is worked by it.
    await giveTable(TABLE_2027, {
      repository: tablesOn(opened.table),
      key: { id: 'k', request: 'r', digest: new Uint8Array(32) },
      now: time,
      person: 'the-admin',
      name: '孙',
    } as unknown as Parameters<typeof giveTable>[1])
    time = new Date('2026-12-25T03:00:00Z')
    await sweepAll()
    expect(await due()).toEqual(['2026-12-29T16:00:00.000Z', false])
    expect((await matter(1)).events).toEqual([])
    time = new Date('2026-12-29T16:00:00Z')
    await sweepAll()
    expect((await saidOf(1)).map(([kind]) => kind)).toEqual(['warned', 'breached', 'escalated'])
  })
})
