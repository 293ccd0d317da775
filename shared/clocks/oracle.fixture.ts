import chineseDays from 'chinese-days'
import type { Interval } from './deadline.ts'
import type { ClockRule, OfficeHours } from './rule.ts'

const MINUTE = 60_000
const DAY = 1_440 * MINUTE
const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

const dayOf = (time: number): string => wall.format(time).slice(0, 10)

const known = new Map<number, boolean>()
/** By somebody else's calendar, of the day that ends (at 24:00 or earlier) at this instant. */
function isWorked(end: number): boolean {
  const held = known.get(end)
  if (held !== undefined) return held
  const worked = chineseDays.isWorkday(dayOf(end - MINUTE))
  known.set(end, worked)
  return worked
}

/** Minutes since midnight in Shanghai. */
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

/** The ends of days that a walk comes past while nobody pauses. */
function* dayEnds({ start, officeHours, pauses }: Walk): Generator<number> {
  const first = start + ((officeHours?.closes ?? 1_440) - minuteOfDay(start)) * MINUTE
  for (let time = start + MINUTE; ; time += MINUTE) {
    if ((time - first) % DAY === 0 && !isPaused(time, pauses)) yield time
  }
}

/** Counts ends of days. What is left of the first day comes on top; the last is worked. */
function walkDays({ unit, amount }: Period, walk: Walk): number {
  const counts = (end: number): boolean => unit === 'calendar_day' || isWorked(end)
  const firstDay = dayOf(walk.start)
  let left = amount
  for (const end of dayEnds({ ...walk, pauses: [] })) {
    if (dayOf(end - MINUTE) === firstDay && counts(end)) left += 1
    break
  }
  for (const end of dayEnds(walk)) {
    if (left > 0 && counts(end)) left -= 1
    if (left === 0 && isWorked(end)) return end
  }
  throw new Error('a walk has no end')
}
