import { dayOf, HOUR, startOfDay } from '#shared/kernel/calendar.ts'

/** The kit reads dates by the phone's own zone: what it is given shows there what Shanghai's clocks show. */
export function wallClock(time: Date): Date {
  const [year = 0, month = 1, day = 1] = dayOf(time).split('-').map(Number)
  return new Date(year, month - 1, day, hourOf(time))
}

/** Year, month, day and perhaps hour, as turned to on the wheels, meant in Shanghai. */
export function momentOf(turned: readonly (string | number | null)[]): Date {
  const [year = '', month = '', day = '', hour = 0] = turned
  const start = startOfDay(
    [year, month, day].map((part) => String(part).padStart(2, '0')).join('-'),
  )
  return new Date(start.getTime() + Number(hour) * HOUR)
}

const hourOf = (time: Date): number =>
  Math.floor((time.getTime() - startOfDay(dayOf(time)).getTime()) / HOUR)
