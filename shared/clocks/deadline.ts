import { DAY, HOUR, MINUTE } from '#shared/kernel/calendar.ts'
import { dayNumberOf, startOf, type Calendar, type DayNumber } from './calendar.ts'
import type { ClockRule, OfficeHours } from './rule.ts'

export interface Deadline {
  /** What is done at this instant is late: 24:00 of the last day, or when the office closes on it. */
  readonly due: Date
  /** Some day on the way is in no table yet, and was taken as Monday to Friday. */
  readonly provisional: boolean
}

/** From the pause's beginning to its end, in milliseconds. */
export interface Interval {
  readonly from: number
  readonly to: number
}

type Period = Pick<ClockRule, 'unit' | 'amount'>

/**
 * When a period that begins at `startedAt` ends.
 * Hours run day and night from the event (民法典 §201 ¶2). Of days the first is not counted (§201 ¶1); a last day that is
 * off rolls on to the next working day (§203 ¶1); the day ends at 24:00, or when the acting office closes (§203 ¶2).
 * @param pauses ended ones, in order
 */
export function deadline(
  { unit, amount }: Period,
  startedAt: Date,
  calendar: Calendar,
  officeHours?: OfficeHours,
  pauses: readonly Interval[] = [],
): Deadline {
  const start = startedAt.getTime()
  if (unit === 'hour') {
    const paused = pauses.reduce((sum, { from, to }) => sum + to - from, 0)
    return { due: new Date(start + amount * HOUR + paused), provisional: false }
  }
  const count = counting(calendar, unit, endOfDay(officeHours))
  let last = count.forward(dayNumberOf(start), amount)
  for (const pause of pauses) last = count.forward(last, count.endsWithin(pause))
  return { due: new Date(count.endOf(last)), provisional: count.provisional() }
}

/** Milliseconds from 00:00 to the end of a day. */
const endOfDay = (officeHours: OfficeHours | undefined): number =>
  officeHours === undefined ? DAY : officeHours.closes * MINUTE

/** Counts days of a unit, and remembers whether it had to guess at one. */
function counting(calendar: Calendar, unit: 'working_day' | 'calendar_day', length: number) {
  let guessed = false
  const isWorkday = (day: DayNumber): boolean => {
    guessed ||= !calendar.isKnown(day)
    return calendar.isWorkday(day)
  }
  const counts = (day: DayNumber): boolean => unit === 'calendar_day' || isWorkday(day)
  const endOf = (day: DayNumber): number => startOf(day) + length
  return {
    endOf,
    provisional: () => guessed,
    /** So many counted days after a day, then on to a working day. */
    forward(day: DayNumber, amount: number): DayNumber {
      let at = day
      for (let left = amount; left > 0;) {
        at += 1
        if (counts(at)) left -= 1
      }
      while (amount > 0 && !isWorkday(at)) at += 1
      return at
    },
    /**
     * Ends of counted days that a pause runs over: as many days were taken from whoever has to act. So the number of
     * ends still to come is after a pause what it was before it, and nothing falls due in a pause or by its end.
     */
    endsWithin({ from, to }: Interval): number {
      let ends = 0
      for (let day = dayNumberOf(from); endOf(day) <= to; day += 1) {
        if (endOf(day) > from && counts(day)) ends += 1
      }
      return ends
    },
  }
}
