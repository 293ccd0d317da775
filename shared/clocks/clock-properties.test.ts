import fc from 'fast-check'
import { HOUR, MINUTE } from '#shared/kernel/calendar.ts'
import { calendarOf } from './calendar.ts'
import { Clocks as Stored, type Clock, type ClockEvent, type Clocks, type Ticked } from './clock.ts'
import { CLOCK_NAMES, ClockUnit, type ClockName, type ClockRule } from './rule.ts'
import { pauseClock, recompute, resumeClock, startClock, stopAllClocks, stopClock } from './run.ts'
import { nextWake, tick } from './tick.ts'
import { YEAR_TABLES } from './years.ts'

const calendar = calendarOf(YEAR_TABLES)
const NUMBER_OF_RUNS = { numRuns: 120 }
const START = Date.parse('2026-01-01T00:00:00+08:00')

const rule: fc.Arbitrary<ClockRule> = fc.record(
  {
    unit: fc.constantFrom(...ClockUnit.options),
    amount: fc.integer({ min: 1, max: 12 }),
    warnings: fc.subarray([
      { kind: 'half' as const },
      { kind: 'before' as const, hours: 4 },
      { kind: 'before' as const, hours: 24 },
    ]),
    escalatesAfterHours: fc.integer({ min: 0, max: 48 }),
    source: fc.constant('约定'),
    confidence: fc.constant('ours' as const),
  },
  { requiredKeys: ['unit', 'amount', 'warnings', 'source', 'confidence'] },
)

/** An act on the clocks of a matter, and how many minutes after the one before it. */
interface Act {
  readonly gap: number
  readonly act: 'start' | 'pause' | 'resume' | 'stop' | 'stop all'
  readonly name: ClockName
  readonly rule: ClockRule
  /** Sweeps that come on the way, as parts of the gap. */
  readonly sweeps: readonly number[]
}
const acts = fc.array(
  fc.record<Act>({
    gap: fc.oneof(fc.nat(90), fc.nat(6_000)),
    act: fc.constantFrom(
      'start',
      'start',
      'start',
      'pause',
      'pause',
      'resume',
      'resume',
      'stop',
      'stop all',
    ),
    name: fc.constantFrom(...CLOCK_NAMES.slice(0, 3)),
    rule,
    sweeps: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 14 },
)

interface History {
  readonly clocks: Clocks
  readonly events: readonly ClockEvent[]
  /** When the last act was. */
  readonly time: number
}

/** Does the acts in order; a refused one changes nothing. */
function play(given: readonly Act[], sweeping: boolean): History {
  let history: History = { clocks: [], events: [], time: START }
  const take = ({ clocks, events }: Ticked): void => {
    history = { ...history, clocks, events: [...history.events, ...events] }
  }
  for (const one of given) {
    const time = history.time + one.gap * MINUTE
    if (sweeping) {
      for (const part of one.sweeps) {
        take(tick(history.clocks, new Date(history.time + Math.floor(part * one.gap) * MINUTE)))
      }
    }
    const done = perform(one, history.clocks, new Date(time))
    if (done) take(done)
    history = { ...history, time }
  }
  return history
}

function perform({ act, name, rule: given }: Act, clocks: Clocks, at: Date): Ticked | undefined {
  if (act === 'stop') return stopClock(clocks, name, at)
  if (act === 'stop all') return stopAllClocks(clocks, at)
  const decision =
    act === 'start'
      ? startClock(clocks, { name, rule: given }, at, calendar)
      : act === 'pause'
        ? pauseClock(clocks, name, 'waiting_for_resident', at)
        : resumeClock(clocks, name, at, calendar)
  return decision.ok ? decision.value : undefined
}

const MUCH_LATER = new Date('2027-12-31T00:00:00Z')

const inOrder = (events: readonly ClockEvent[]): readonly ClockEvent[] =>
  [...events].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))

const clockOf = (clocks: Clocks, event: ClockEvent): Clock => {
  const found = clocks.find(({ name, round }) => name === event.clock && round === event.round)
  if (!found) throw new Error(`no clock for ${event.id}`)
  return found
}

test('however often and late the sweep comes, the same events come out, each once', () => {
  fc.assert(
    fc.property(acts, fc.array(fc.nat(600)), (given, more) => {
      const [without, swept] = [play(given, false), play(given, true)]
      const lateOnce = [...without.events, ...tick(without.clocks, MUCH_LATER).events]
      let { clocks } = swept
      const often = [...swept.events]
      for (const hours of [...more, 0]) {
        const now = hours === 0 ? MUCH_LATER : new Date(swept.time + hours * HOUR)
        const ticked = tick(clocks, now)
        clocks = ticked.clocks
        often.push(...ticked.events)
      }
      expect(inOrder(often)).toEqual(inOrder(lateOnce))
      expect(new Set(often.map(({ id }) => id)).size).toBe(often.length)
    }),
    NUMBER_OF_RUNS,
  )
})

test('nothing comes of a clock while it is paused, nor after it was stopped', () => {
  fc.assert(
    fc.property(acts, (given) => {
      const { clocks, events } = play(given, false)
      const after = tick(clocks, MUCH_LATER)
      for (const event of [...events, ...after.events]) {
        const { stoppedAt, pauses, startedAt } = clockOf(after.clocks, event)
        expect(event.at > startedAt).toBe(true)
        if (stoppedAt !== undefined) expect(event.at <= stoppedAt).toBe(true)
        for (const { from, to } of pauses) {
          expect(event.at > from && event.at < (to ?? '9')).toBe(false)
        }
      }
    }),
    NUMBER_OF_RUNS,
  )
})

test('what a clock is, it has come to: breached by a breach, due as it says, awake while it goes', () => {
  fc.assert(
    fc.property(acts, (given) => {
      const { clocks, events } = play(given, true)
      expect(Stored.parse(JSON.parse(JSON.stringify(clocks)))).toEqual(
        JSON.parse(JSON.stringify(clocks)),
      )
      for (const clock of clocks) {
        const breach = events.find(
          (event) => event.kind === 'breached' && clockOf(clocks, event) === clock,
        )
        expect(breach?.at).toBe(clock.breachedAt)
        expect(clock.firstDue <= clock.due).toBe(true)
        expect(clock.pauses.filter(({ to }) => to === undefined)).toHaveLength(
          clock.state === 'paused' ? 1 : 0,
        )
        if (clock.state === 'stopped') expect(clock.pending).toEqual([])
        if (clock.state === 'running') expect(nextWake([clock])).toBeDefined()
        if (clock.state === 'paused') expect(nextWake([clock])).toBeUndefined()
      }
      const live = clocks.filter(({ state }) => state !== 'stopped').map(({ name }) => name)
      expect(new Set(live).size).toBe(live.length)
    }),
    NUMBER_OF_RUNS,
  )
})

test('a sweep that comes when it is told to is never late', () => {
  fc.assert(
    fc.property(acts, (given) => {
      let { clocks } = play(given, false)
      for (let left = 60, wake = nextWake(clocks); wake && left > 0; left -= 1) {
        const { clocks: next, events } = tick(clocks, wake)
        expect(events.map(({ at }) => at).filter((at) => at !== wake?.toISOString())).toEqual([])
        expect((nextWake(next)?.getTime() ?? Infinity) > wake.getTime()).toBe(true)
        clocks = next
        wake = nextWake(clocks)
      }
    }),
    NUMBER_OF_RUNS,
  )
})

test('a table that comes in time leaves no trace: as if it had been there at the start', () => {
  const guessing = calendarOf(YEAR_TABLES.slice(0, 2))
  const ending = fc
    .integer({ min: Date.parse('2025-12-01T00:00:00Z'), max: Date.parse('2025-12-31T00:00:00Z') })
    .map((time) => new Date(time))
  fc.assert(
    fc.property(rule, ending, (given, at) => {
      const begun = (by: typeof calendar): Clocks => {
        const decision = startClock([], { name: 'resolve', rule: given }, at, by)
        if (!decision.ok) throw new Error(decision.code)
        return decision.value.clocks
      }
      const [guessed, knowing] = [begun(guessing), begun(calendar)]
      const now = new Date(at.getTime() + MINUTE)
      const again = recompute(guessed, calendar, now)
      expect(again.map(({ due, pending, provisional }) => ({ due, pending, provisional }))).toEqual(
        knowing.map(({ due, pending, provisional }) => ({ due, pending, provisional })),
      )
      expect(recompute(again, calendar, now)).toEqual(again)
    }),
    NUMBER_OF_RUNS,
  )
})
