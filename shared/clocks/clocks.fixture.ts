import { DAY, dayOf } from '#shared/kernel/calendar.ts'

/** An instant by its wall time in Shanghai, `2026-11-24T10:00`. */
export const at = (wall: string): Date => new Date(`${wall}:00+08:00`)

/** The wall time in Shanghai; midnight is the end of the day before, as deadlines are. */
export function shanghai(time: Date): string {
  const wall = new Date(time.getTime() + DAY / 3).toISOString().slice(11, 16)
  return wall === '00:00'
    ? `${dayOf(new Date(time.getTime() - 1))}T24:00`
    : `${dayOf(time)}T${wall}`
}
