import { dayOf, formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { ClockUnit } from './rule.ts'

const UNIT_NAMES: Readonly<Record<ClockUnit, string>> = {
  hour: '小时',
  working_day: '个工作日',
  calendar_day: '天',
}

/** `24 小时`, `5 个工作日`. */
export const formatPeriod = ({ unit, amount }: { unit: ClockUnit; amount: number }): string =>
  `${amount} ${UNIT_NAMES[unit]}`

/** A due time as `11 月 24 日（周二）18:00`; midnight is the end of the day before: `11 月 24 日（周二）24:00`. */
export function formatDue(due: Date, now: Date): string {
  const before = new Date(due.getTime() - 1)
  return dayOf(before) === dayOf(due)
    ? formatTime(due, now)
    : `${formatDay(dayOf(before), now)}24:00`
}
