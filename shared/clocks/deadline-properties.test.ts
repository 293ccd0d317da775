import fc from 'fast-check'
import { DAY, HOUR, MINUTE } from '#shared/kernel/calendar.ts'
import { calendarOf } from './calendar.ts'
import { deadline, type Interval } from './deadline.ts'
import { walkTo } from './oracle.fixture.ts'
import { ClockUnit, type OfficeHours } from './rule.ts'
import { YEAR_TABLES } from './years.ts'

const calendar = calendarOf(YEAR_TABLES)
const NUMBER_OF_RUNS = { numRuns: 150 }

const minutes = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / MINUTE, max: Date.parse(to) / MINUTE })
    .map((minute) => minute * MINUTE)
/** All their deadlines lie in years that have a table. */
const knownTime = minutes('2024-01-01T00:00:00+08:00', '2026-09-30T00:00:00+08:00')
const anyTime = minutes('2023-06-01T00:00:00+08:00', '2030-01-01T00:00:00+08:00')

const unit = fc.constantFrom(...ClockUnit.options)
const dayUnit = fc.constantFrom('working_day' as const, 'calendar_day' as const)
const amount = fc.integer({ min: 1, max: 20 })
const officeHours: fc.Arbitrary<OfficeHours | undefined> = fc.option(
  fc.integer({ min: 1, max: 1_440 }).map((closes) => ({ opens: 0, closes })),
  { nil: undefined },
)
const rule = fc.record({ unit, amount })

/** Pauses that follow one another from `start` on, each begun before the period has ended. */
function pausesOf(
  asked: readonly { readonly gap: number; readonly length: number }[],
  start: number,
  dueSoFar: (pauses: readonly Interval[]) => number,
): readonly Interval[] {
  const pauses: Interval[] = []
  let time = start
  for (const { gap, length } of asked) {
    const from = time + gap * MINUTE
    if (from >= dueSoFar(pauses)) break
    pauses.push({ from, to: from + length * MINUTE })
    time = from + length * MINUTE
  }
  return pauses
}
const askedPauses = fc.array(
  fc.record({ gap: fc.nat(4_000), length: fc.oneof(fc.nat(30), fc.nat(9_000)) }),
  { maxLength: 4 },
)

test('walking there minute by minute, by another calendar, comes to the same instant', () => {
  fc.assert(
    fc.property(rule, knownTime, officeHours, askedPauses, (period, start, office, asked) => {
      const due = (pauses: readonly Interval[]): number =>
        deadline(period, new Date(start), calendar, office, pauses).due.getTime()
      // A rolled-on last day makes a pause of calendar days a matter of its own, below.
      const pauses = period.unit === 'calendar_day' ? [] : pausesOf(asked, start, due)
      expect(due(pauses)).toBe(walkTo(period, { start, officeHours: office, pauses }))
    }),
    NUMBER_OF_RUNS,
  )
})

test('who starts later is never due earlier, and who has longer never either', () => {
  fc.assert(
    fc.property(rule, anyTime, fc.nat(20 * DAY), officeHours, (period, start, later, office) => {
      const due = (from: number, more = 0): number =>
        deadline(
          { ...period, amount: period.amount + more },
          new Date(from),
          calendar,
          office,
        ).due.getTime()
      expect(due(start + later)).toBeGreaterThanOrEqual(due(start))
      expect(due(start, 1)).toBeGreaterThanOrEqual(due(start))
      expect(due(start)).toBeGreaterThan(start)
    }),
    NUMBER_OF_RUNS,
  )
})

test('nothing falls due in a pause or by its end, and no pause brings it forward', () => {
  fc.assert(
    fc.property(rule, anyTime, officeHours, askedPauses, (period, start, office, asked) => {
      const due = (pauses: readonly Interval[]): number =>
        deadline(period, new Date(start), calendar, office, pauses).due.getTime()
      const pauses = pausesOf(asked, start, due)
      pauses.forEach(({ to }, n) => {
        const [before, after] = [due(pauses.slice(0, n)), due(pauses.slice(0, n + 1))]
        expect(after).toBeGreaterThan(to)
        expect(after).toBeGreaterThanOrEqual(before)
      })
    }),
    NUMBER_OF_RUNS,
  )
})

test('a pause cut in two without a gap is the pause it was', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('hour' as const, 'working_day' as const),
      amount,
      anyTime,
      officeHours,
      fc.nat(5_000),
      fc.array(fc.nat(5_000), { minLength: 1, maxLength: 4 }),
      (unitOf, amountOf, start, office, gap, lengths) => {
        const period = { unit: unitOf, amount: amountOf }
        const due = (pauses: readonly Interval[]): number =>
          deadline(period, new Date(start), calendar, office, pauses).due.getTime()
        const from = start + Math.min(gap * MINUTE, due([]) - start - MINUTE)
        const cuts = lengths.reduce<number[]>(
          (times, length) => [...times, (times[times.length - 1] ?? from) + length * MINUTE],
          [from],
        )
        const parts = cuts.slice(1).map((to, n) => ({ from: cuts[n] ?? from, to }))
        expect(due(parts)).toBe(due([{ from, to: cuts[cuts.length - 1] ?? from }]))
      },
    ),
    NUMBER_OF_RUNS,
  )
})

test('of hours a pause adds itself; of calendar days the midnights in it, then the roll', () => {
  fc.assert(
    fc.property(amount, anyTime, fc.nat(9_000), fc.nat(9_000), (amountOf, start, gap, length) => {
      const due = (kind: ClockUnit, pauses: readonly Interval[] = []): number =>
        deadline(
          { unit: kind, amount: amountOf },
          new Date(start),
          calendar,
          undefined,
          pauses,
        ).due.getTime()
      const from = start + gap * MINUTE
      const pause = { from, to: from + length * MINUTE }
      if (from < due('hour')) expect(due('hour', [pause]) - due('hour')).toBe(length * MINUTE)
      if (from >= due('calendar_day')) return
      const midnights =
        Math.floor((pause.to + 8 * HOUR) / DAY) - Math.floor((from + 8 * HOUR) / DAY)
      const moved = due('calendar_day') + midnights * DAY
      const lastDay = Math.round((moved + 8 * HOUR) / DAY) - 1
      let worked = lastDay
      while (midnights > 0 && !calendar.isWorkday(worked)) worked += 1
      expect(due('calendar_day', [pause])).toBe(moved + (worked - lastDay) * DAY)
    }),
    NUMBER_OF_RUNS,
  )
})

test('a day ends at the same time of day all the year round: there is no summer time', () => {
  fc.assert(
    fc.property(dayUnit, amount, anyTime, officeHours, (unitOf, amountOf, start, office) => {
      const found = deadline({ unit: unitOf, amount: amountOf }, new Date(start), calendar, office)
      const minuteOfDay = ((found.due.getTime() + 8 * HOUR) / MINUTE) % 1_440
      expect(minuteOfDay).toBe((office?.closes ?? 1_440) % 1_440)
    }),
    NUMBER_OF_RUNS,
  )
})

test('what the tables at hand decide no further table changes; what they do not is marked', () => {
  const tables = (count: number) => calendarOf(YEAR_TABLES.slice(0, count))
  fc.assert(
    fc.property(dayUnit, amount, knownTime, fc.constantFrom(0, 1, 2), (u, n, start, count) => {
      const guess = deadline({ unit: u, amount: n }, new Date(start), tables(count))
      const known = deadline({ unit: u, amount: n }, new Date(start), calendar)
      if (!guess.provisional) expect(known).toEqual(guess)
      else expect(guess.due.getTime()).toBeGreaterThan(start)
      expect(known.provisional).toBe(false)
    }),
    NUMBER_OF_RUNS,
  )
})
