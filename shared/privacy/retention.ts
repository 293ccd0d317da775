import { addDays, dayOf, startOfDay } from '#shared/kernel/calendar.ts'
import { PERIODS, type RetainedId, type Retention } from './retention-periods.ts'

export const retentionOf = (id: RetainedId): Retention => PERIODS[id]

/** `3 年`, `90 天`. */
export const lengthOf = ({ keep }: Pick<Retention, 'keep'>): string =>
  'years' in keep ? `${keep.years} 年` : `${keep.days} 天`

/** `办结之日起 3 年`. */
export const periodOf = (id: RetainedId): string => {
  const retention = retentionOf(id)
  return `${retention.from}起 ${lengthOf(retention)}`
}

/** The same day so many years later; of a February without it, the last: 民法典 §202. */
function addYears(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years
  return day.endsWith('-02-29') ? addDays(`${year}-03-01`, -1) : `${year}${day.slice(4)}`
}

/** 00:00 in Shanghai on the first day on which it is kept no longer; the day it begins on does not count: 民法典 §201. */
export function keptUntil(id: RetainedId, since: Date): Date {
  const { keep } = retentionOf(id)
  const day = dayOf(since)
  const last = 'years' in keep ? addYears(day, keep.years) : addDays(day, keep.days)
  return startOfDay(addDays(last, 1))
}
