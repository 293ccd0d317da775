import { DAY } from '#shared/kernel/calendar.ts'
import type { YearTable } from './year-table.ts'

/** A day as the number of days since 1970-01-01, in Shanghai: arithmetic on it has no time zone. */
export type DayNumber = number

// Asia/Shanghai has had no daylight saving since 1992: every day has 24 hours.
const OFFSET = 8 * 3_600_000

export const dayNumberOf = (time: number): DayNumber => Math.floor((time + OFFSET) / DAY)
/** 00:00 in Shanghai of that day, in milliseconds. */
export const startOf = (day: DayNumber): number => day * DAY - OFFSET
/** Of `2026-11-24`. */
export const numberedDay = (day: string): DayNumber => Date.parse(`${day}T00:00:00Z`) / DAY
export const namedDay = (day: DayNumber): string => new Date(day * DAY).toISOString().slice(0, 10)

/** 1970-01-01 was a Thursday. */
export const isWeekend = (day: DayNumber): boolean => [0, 6].includes((day + 4) % 7)

/** Which days are worked, as far as the tables at hand say. */
export interface Calendar {
  isWorkday(day: DayNumber): boolean
  /** Whether tables decide about the day. Where none does it is taken as Monday to Friday. */
  isKnown(day: DayNumber): boolean
}

/** How many days before 1 January a year's notice may speak of: 2018-12-29 was a working Saturday by that for 2019. */
export const DAYS_BEFORE = 7

/** Tables of several years, in any order. Of two that speak of one day, the later year's notice came later. */
export function calendarOf(tables: readonly YearTable[]): Calendar {
  const years = new Set(tables.map(({ year }) => year))
  const known = [...years].map((year) => knownOf(year, years.has(year + 1)))
  const special = new Map<DayNumber, boolean>()
  for (const { off, worked } of [...tables].sort((a, b) => a.year - b.year)) {
    for (const day of off) special.set(numberedDay(day), false)
    for (const day of worked) special.set(numberedDay(day), true)
  }
  return {
    isWorkday: (day) => special.get(day) ?? !isWeekend(day),
    isKnown: (day) => known.some(({ first, last }) => first <= day && day <= last),
  }
}

/** Of a year with a table, the days that no later notice can speak of. */
const knownOf = (year: number, isNextThere: boolean) => ({
  first: numberedDay(`${year}-01-01`),
  last: numberedDay(`${year}-12-31`) - (isNextThere ? 0 : DAYS_BEFORE),
})
