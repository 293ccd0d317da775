import { dayOf, formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { ClockState, PauseReason } from './clock.ts'
import type { ClockUnit } from './rule.ts'

export const CLOCK_STATE_NAMES: Readonly<Record<ClockState, string>> = {
  running: '计时中',
  paused: '已暂停',
  breached: '已逾期',
  stopped: '已结束',
}

export const PAUSE_REASON_NAMES: Readonly<Record<PauseReason, string>> = {
  waiting_for_resident: '等待居民配合',
  material_ordered: '材料已订购，等待到货',
  in_court: '法院审理中',
}

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
