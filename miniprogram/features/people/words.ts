import { addDays, dayOf, formatDay } from '#shared/kernel/calendar.ts'
import { ROLE_NAMES, type Role } from '#shared/kernel/permissions.ts'
import { POST_NAMES, type Post } from '#shared/people/posts.ts'

interface Titled {
  readonly role: Role
  readonly post?: Post | undefined
}

/** `业委会 主任`; without a post the role alone. */
export const titleOf = ({ role, post }: Titled): string =>
  post === undefined ? ROLE_NAMES[role] : `${ROLE_NAMES[role]} ${POST_NAMES[post]}`

interface Timed {
  readonly from: string
  readonly until?: string | undefined
}

/** The day before `until` is the last on which the role is held, where it ends at midnight. */
const lastDayOf = (until: string): string => dayOf(new Date(Date.parse(until) - 1))

/** Until when it is held, or since when it no longer is. */
export function termWords({ from, until }: Timed, now: Date): string {
  if (until !== undefined && Date.parse(until) <= now.getTime()) {
    return `${formatDay(lastDayOf(until), now)}已结束`
  }
  const start =
    Date.parse(from) > now.getTime() ? `${formatDay(dayOf(new Date(from)), now)}起，` : ''
  if (until === undefined) return `${start}没有期限`
  return `${start}任期到 ${formatDay(lastDayOf(until), now)}为止`
}

/** The last day of so many years that begin today. */
export function lastDayAfter(years: number, now: Date): string {
  const [year = '', ...rest] = dayOf(now).split('-')
  const same = [String(Number(year) + years), ...rest].join('-')
  // A year hence there may be no 29 February: the last day is then the 28th.
  const isDay = !Number.isNaN(Date.parse(same)) && new Date(same).toISOString().startsWith(same)
  return isDay ? addDays(same, -1) : `${Number(year) + years}-02-28`
}
