import { addDays, dayOf, startOfDay } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { ROLE_NAMES, type Role } from '#shared/kernel/permissions.ts'
import type { PeopleCode } from './giving.ts'

/** The longest a role is given for at once, in years of 366 days: it must then have an end. */
const LONGEST: Partial<Readonly<Record<Role, { readonly years: number }>>> = {
  // 建房〔2009〕274号 §32
  committee: { years: 5 },
  // 北京市物业管理条例 §57: the shortest known; elsewhere no longer one is
  interim: { years: 3 },
  // It ends with the first meeting; how long that takes no source says.
  preparatory: { years: 1 },
}

/** The longest it may be given for at once; any number of years where nothing is said. */
export const longestYears = (role: Role): number | undefined => LONGEST[role]?.years

/** Must its end be said when it is given? */
export const endsByItself = (role: Role): boolean => LONGEST[role] !== undefined

/** Calendar days in Shanghai; `lastDay` is the last on which the role is held. */
export interface Days {
  readonly firstDay?: string | undefined
  readonly lastDay?: string | undefined
}

/** ISO instants: held from `from` on, and no longer at `until`. */
export interface Term {
  readonly from: string
  readonly until?: string
}

/** From the first day's beginning (today: from now on) to the last day's end. */
export function termOf(
  role: Role,
  { firstDay, lastDay }: Days,
  now: Date,
): Decision<Term, PeopleCode> {
  const today = dayOf(now)
  const first = firstDay === undefined || firstDay < today ? today : firstDay
  const from = (first === today ? now : startOfDay(first)).toISOString()
  if (lastDay === undefined) {
    return endsByItself(role)
      ? refuse('people.term_needed', { role: ROLE_NAMES[role] })
      : accept({ from })
  }
  const wrong = wrongEnd(role, first, lastDay)
  return wrong ?? accept({ from, until: startOfDay(addDays(lastDay, 1)).toISOString() })
}

function wrongEnd(role: Role, first: string, lastDay: string) {
  // The last administrator's role must not end by itself: nobody could give the next.
  if (role === 'admin') return refuse('people.term_not_for_admins')
  if (lastDay < first) return refuse('people.term_backwards')
  const years = LONGEST[role]?.years
  if (years === undefined || lastDay <= addDays(first, years * 366)) return undefined
  return refuse('people.term_too_long', { role: ROLE_NAMES[role], years })
}
