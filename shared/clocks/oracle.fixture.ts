import chineseDays from 'chinese-days'
import type { Interval } from './deadline.ts'
import type { ClockRule, OfficeHours } from './rule.ts'

const MINUTE = 60_000
const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

const known = new Map<number, boolean>()
/** By somebody else's calendar, of the day that ends (at 24:00 or earlier) at this instant. */
function isWorked(end: number): boolean {
  const held = known.get(end)
  if (held !== undefined) return held
  const worked = chineseDays.isWorkday(wall.format(end - MINUTE).slice(0, 10))
  known.set(end, worked)
  return worked
}

/** Minutes since midnight in Shanghai: the walk asks once and then counts on. */
function minuteOfDay(time: number): number {
  const [hour = 0, minute = 0] = wall.format(time).slice(11).split(':').map(Number)
  return hour * 60 + minute
}

const isPaused = (time: number, pauses: readonly Interval[]): boolean =>
  pauses.some(({ from, to }) => from < time && time <= to)

interface Walk {
  readonly start: number
  readonly officeHours: OfficeHours | undefined
  readonly pauses: readonly Interval[]
}
type Period = Pick<ClockRule, 'unit' | 'amount'>

/** The same question, answered by walking there minute by minute. */
export const walkTo = (period: Period, walk: Walk): number =>
  period.unit === 'hour' ? walkHours(period.amount * 60, walk) : walkDays(period, walk)

/** Counts the minutes nobody paused. */
function walkHours(minutes: number, { start, pauses }: Walk): number {
  let time = start
  for (let left = minutes; left > 0;) {
    time += MINUTE
    if (!isPaused(time, pauses)) left -= 1
  }
  return time
}

/** Counts the day ends one comes past. What is left of the first day comes on top. */
function walkDays({ unit, amount }: Period, { start, officeHours, pauses }: Walk): number {
  const closes = officeHours?.closes ?? 1_440
  const counts = (end: number): boolean => unit === 'calendar_day' || isWorked(end)
  let minute = minuteOfDay(start)
  const isFirstLeft = closes > minute && counts(start + (closes - minute) * MINUTE)
  let left = isFirstLeft ? amount + 1 : amount
  for (let time = start + MINUTE; ; time += MINUTE) {
    minute = (minute % 1_440) + 1
    if (minute !== closes || isPaused(time, pauses)) continue
    if (left > 0 && counts(time)) left -= 1
    if (left === 0 && isWorked(time)) return time
  }
}
