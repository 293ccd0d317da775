import { calendarOf } from './calendar.ts'
import { deadline } from './deadline.ts'
import type { YearTable } from './year-table.ts'

const PERIOD = { unit: 'working_day', amount: 5 } as const

/** What giving a table does to a deadline that was computed without it: five working days from 28 December, 10:00. */
export function exampleOf(known: readonly YearTable[], given: YearTable) {
  const startedAt = new Date(`${given.year - 1}-12-28T02:00:00Z`)
  const others = known.filter(({ year }) => year !== given.year)
  return {
    startedAt,
    before: deadline(PERIOD, startedAt, calendarOf(others)).due,
    after: deadline(PERIOD, startedAt, calendarOf([...others, given])).due,
  }
}
