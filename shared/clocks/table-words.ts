import { addDays } from '#shared/kernel/calendar.ts'
import { isWeekend, numberedDay } from './calendar.ts'
import type { YearTable } from './year-table.ts'

type Days = Pick<YearTable, 'off' | 'worked'>

/** A month of a table, as a notice would say it. */
export interface MonthWords {
  /** `2027-01`. */
  readonly month: string
  /** `1 日至 3 日休`, `4 日（周日）班`. */
  readonly words: readonly string[]
}

/** Months with a day off or a day worked by the notice, the first first. */
export function monthsIn({ off, worked }: Days): readonly MonthWords[] {
  const months = [...new Set([...off, ...worked].map((day) => day.slice(0, 7)))].sort()
  return months.map((month) => {
    const of = (days: readonly string[]) => days.filter((day) => day.startsWith(month)).sort()
    const rests = runsOf(of(off)).map((run) => `${rangeWords(run)}休`)
    const works = of(worked).map((day) => `${dayWords(day)}（${weekdayOf(day)}）班`)
    return { month, words: [...rests, ...works] }
  })
}

type Run = readonly [first: string, last: string]

/** Days that follow each other, of days in ascending order. */
function runsOf(days: readonly string[]): readonly Run[] {
  const starts = days.filter((day) => !days.includes(addDays(day, -1)))
  const ends = days.filter((day) => !days.includes(addDays(day, 1)))
  return starts.map((first, n) => [first, ends[n] ?? first])
}

const dayWords = (day: string): string => `${Number(day.slice(8))} 日`
const rangeWords = ([first, last]: Run): string =>
  first === last ? dayWords(first) : `${dayWords(first)}至 ${dayWords(last)}`

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: string): string => WEEKDAYS[(numberedDay(day) + 4) % 7] ?? ''

/** A day of a month as a calendar shows it. */
export interface CalendarDay {
  readonly day: string
  readonly isWorked: boolean
  /** 休 or 班 where a notice says otherwise than the week would, or names the day. */
  readonly mark: '休' | '班' | undefined
}

/** Weeks from Monday to Sunday; `undefined` before the first and after the last. */
export function weeksOf(month: string, { off, worked }: Days): (CalendarDay | undefined)[][] {
  const first = `${month}-01`
  const before = (numberedDay(first) + 3) % 7
  const days: (CalendarDay | undefined)[] = Array.from({ length: before }, () => undefined)
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) {
    const mark = markOf(day, off, worked)
    const isWorked = mark === undefined ? !isWeekend(numberedDay(day)) : mark === '班'
    days.push({ day, isWorked, mark })
  }
  while (days.length % 7 !== 0) days.push(undefined)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

function markOf(day: string, off: readonly string[], worked: readonly string[]) {
  if (worked.includes(day)) return '班'
  return off.includes(day) ? '休' : undefined
}

/** A table in sentences as a notice has them, to be changed and read again. */
export function noticeOf({ off, worked }: Days): string {
  const rests = runsOf([...off].sort()).map(([first, last]) =>
    first === last ? `${fullWords(first)}放假。` : `${fullWords(first)}至${fullWords(last)}放假。`,
  )
  return [...rests, ...[...worked].sort().map((day) => `${fullWords(day)}上班。`)].join('\n')
}

/** `2027年1月1日`. */
export const fullWords = (day: string): string => {
  const [year = '', month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}
