import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { DAY } from '#shared/kernel/calendar.ts'
import { PERIODS, RETAINED } from '#shared/privacy/retention-periods.ts'
import { createJobs, jobsOf } from './jobs.ts'
import { auditTrail } from './platform/audit/audit.ts'
import type { Sweep } from './platform/jobs/sweep.ts'
import { openTables } from './platform/table/open-tables.fixture.ts'
import type { Table } from './platform/table/table.ts'
import { openTestAppOn, type TestApp } from './platform/test-app.fixture.ts'
import { KINDS, type Kind } from './retention.fixture.ts'

type KindName = keyof typeof KINDS
interface Kept {
  readonly id: string
  readonly kind: Kind
  readonly since: Date
}

const BEGIN = Date.parse('2026-12-01T00:00:00Z')
const someRecord = fc.record({
  kind: fc.constantFrom(...(Object.keys(KINDS) as KindName[])),
  // Any millisecond of four years, with a leap day among them.
  after: fc.integer({ min: 0, max: 4 * 366 * DAY }),
})
/** Looked at right before or after the end of one of them, or at any time. */
const someTime = fc.oneof(
  fc.record({ of: fc.nat(9), ms: fc.constantFrom(-1, 0, 1) }),
  fc.record({ ms: fc.integer({ min: 0, max: 16 * 366 * DAY }) }),
)
const aWorld = fc.record({
  records: fc.array(someRecord, { minLength: 1, maxLength: 6 }),
  time: someTime,
})
interface World {
  readonly records: readonly { readonly kind: KindName; readonly after: number }[]
  readonly time: { readonly of?: number; readonly ms: number }
}

const blobs = { delete: () => Promise.resolve() } as never

/** Lets so many writes through; then the process is dead. */
function dyingTable(table: Table, writes: number) {
  let left = writes
  const dies = ['put', 'delete', 'putNew'] as const
  const dying = new Proxy(table, {
    get(target, name: keyof Table) {
      const call = (target[name] as (...args: unknown[]) => unknown).bind(target)
      if (!(dies as readonly string[]).includes(name)) return call
      return (...args: unknown[]) =>
        left-- > 0 ? call(...args) : Promise.reject(new Error('the process died'))
    },
  })
  return { table: dying, hasDied: () => left < 0 }
}

// One app goes through every world: time only moves on, and each world's records begin where the last one ended.
describe.each(openTables)('retention on %s', (name, open) => {
  // The stand-in for DynamoDB takes ten times as long.
  const [numRuns, most] = name === 'level' ? [12, 40] : [2, 1]
  let app: TestApp & { close: () => Promise<void> }
  let made = 0
  beforeAll(async () => {
    app = await openTestAppOn(open, { blobs })
  })
  afterAll(() => app.close())

  async function worldOf({ records, time }: World) {
    const { table } = app.ports
    const start = Math.max(BEGIN, app.clock.now.getTime())
    app.clock.now = new Date(start)
    const kept: Kept[] = []
    for (const { kind: name, after } of records) {
      const one = { id: `one-${(made += 1)}`, kind: KINDS[name], since: new Date(start + after) }
      await one.kind.put(table, one.id, one.since)
      kept.push(one)
    }
    const all = await counted(kept)
    const latest = Math.max(...kept.map(({ since }) => since.getTime()))
    const near = time.of === undefined ? undefined : kept[time.of % kept.length]
    const until = near?.kind.until(near.since)?.getTime() ?? latest
    app.clock.now = new Date(Math.max(latest, until + time.ms))
    return { kept, all }
  }
  const counted = (kept: readonly Kept[]) =>
    Promise.all(kept.map(({ kind, id }) => kind.left(app.ports.table, id)))
  const isOver = ({ kind, since }: Kept): boolean =>
    (kind.until(since)?.getTime() ?? Infinity) <= app.clock.now.getTime()
  const entriesOf = (kept: readonly Kept[]): number =>
    new Set(kept.filter(isOver).flatMap(({ kind, id, since }) => kind.entry?.(id, since) ?? []))
      .size
  const jobsOn = (table: Table): Sweep => createJobs({ ...app.ports, table })
  const trail = async () => (await auditTrail(app.ports).verify('jinxiu')).links
  const expectKept = async (kept: readonly Kept[], all: readonly number[]) =>
    expect(await counted(kept)).toEqual(kept.map((one, n) => (isOver(one) ? 0 : all[n])))
  /** So that no later world finds anything of this one, but what may never go. */
  const outlive = async () => {
    app.clock.advance(20 * 366 * DAY)
    await app.sweep()
  }

  test('every row of the table has who removes it', () => {
    const jobs = jobsOf(app.ports).map(({ kind }) => kind)
    const stage = readFileSync('config/stages/prod.yml', 'utf8')
    for (const { id, keep, removedBy } of RETAINED.map((one) => PERIODS[one])) {
      const isLog = removedBy === 'log' && 'days' in keep
      if (isLog) expect(stage).toContain(`logRetentionInDays: ${keep.days}`)
      expect({ id, known: isLog || [...jobs, 'expiry'].includes(removedBy) }).toEqual({
        id,
        known: true,
      })
    }
  })

  test('nothing goes before its time, all of it in one sweep after, and again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(aWorld, async (world) => {
        const { kept, all } = await worldOf(world)
        const before = await trail()
        expect(await app.sweep()).toMatchObject({ failed: 0 })
        await expectKept(kept, all)
        expect((await trail()) - before).toBe(entriesOf(kept))
        await app.sweep()
        expect((await trail()) - before).toBe(entriesOf(kept))
        await expectKept(kept, all)
        await outlive()
        expect(await counted(kept)).toEqual(
          kept.map(({ kind, since }, n) => (kind.until(since) ? 0 : all[n])),
        )
      }),
      { numRuns },
    )
  })

  test.each(Object.keys(KINDS) as KindName[])(
    '%s: a process that dies at any write leaves what the next sweep finishes, on record once',
    async (kind) => {
      const record = { kind, after: 0 }
      for (let writes = 0, isDone = false; !isDone && writes < most; writes += 1) {
        const { kept, all } = await worldOf({ records: [record], time: { of: 0, ms: DAY } })
        const before = await trail()
        const dying = dyingTable(app.ports.table, writes)
        await jobsOn(dying.table).run()
        isDone = !dying.hasDied()
        expect(await app.sweep()).toMatchObject({ failed: 0 })
        expect(await counted(kept)).toEqual(kept.map((one, n) => (isOver(one) ? 0 : all[n])))
        expect((await trail()) - before).toBe(entriesOf(kept))
        await outlive()
      }
    },
  )
})
