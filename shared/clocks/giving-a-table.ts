import { addDays, dayOf } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { DAYS_BEFORE, isWeekend, numberedDay } from './calendar.ts'
import type { clockRefusals } from './refusals.ts'
import { fullWords } from './table-words.ts'
import type { YearTable } from './year-table.ts'

export type ClockRefusal = keyof typeof clockRefusals

/** Off by the law itself, whatever a notice exchanges: 全国年节及纪念日放假办法 §2, as of 2025-01-01. */
const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'] as const

/** Versions of one year: an amended notice is rare, a tenth one is somebody playing. */
export const MOST_VERSIONS = 20

/**
 * May this table be taken for its year? The notice for a year is published in the autumn before; one that is past has
 * decided its deadlines.
 */
export function mayTakeTable(table: YearTable, now: Date): Decision<YearTable, ClockRefusal> {
  const { year, off, worked } = table
  const thisYear = yearOf(now)
  if (year < thisYear) return refuse('clocks.year_past', { year })
  if (year > thisYear + 1) return refuse('clocks.year_too_far', { year, last: thisYear + 1 })
  const all = [...off, ...worked]
  const outside = all.find((day) => !isSpokenOf(day, year))
  if (outside !== undefined)
    return refuse('clocks.day_outside_year', { day: fullWords(outside), year })
  const twice = all.find((day, n) => all.indexOf(day) !== n)
  if (twice !== undefined) return refuse('clocks.day_twice', { day: fullWords(twice) })
  const weekday = worked.find((day) => !isWeekend(numberedDay(day)))
  if (weekday !== undefined) return refuse('clocks.worked_on_weekday', { day: fullWords(weekday) })
  const missing = FIXED.map((day) => `${year}-${day}`).find((day) => !off.includes(day))
  if (missing !== undefined) return refuse('clocks.holiday_missing', { day: fullWords(missing) })
  return accept({ ...table, off: [...off].sort(), worked: [...worked].sort() })
}

const isSpokenOf = (day: string, year: number): boolean =>
  day >= addDays(`${year}-01-01`, -DAYS_BEFORE) && day <= `${year}-12-31`

const yearOf = (time: Date): number => Number(dayOf(time).slice(0, 4))

/** From when on the next year's table is missed: it is published in October or November. */
const MISSED_FROM = '12-01'

/** The year whose table is missing and missed: this one always, the next from 1 December on. */
export function missingYear(years: readonly number[], now: Date): number | undefined {
  const year = yearOf(now)
  if (!years.includes(year)) return year
  if (dayOf(now).slice(5) >= MISSED_FROM && !years.includes(year + 1)) return year + 1
  return undefined
}

/** What staff read about it. */
export const missingSentence = (year: number): string =>
  `${year} 年的放假安排还没有录入，落在这一年的期限暂按周一至周五计算，录入后会自动重算。请平台管理员对照国务院办公厅的通知录入。`
