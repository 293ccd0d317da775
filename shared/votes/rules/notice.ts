import { addDays, DAY, dayOf, daysBetween, formatDay, startOfDay } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { RuleValues } from '../profiles/profile.ts'

/** When the ballot opens and closes; instants in UTC. */
export interface Window {
  readonly opensAt: string
  readonly closesAt: string
}

type NoticeRules = Pick<RuleValues, 'noticeDays' | 'windowDaysAtLeast' | 'windowDaysAtMost'>

/** The first day (in Shanghai) on which a vote noticed now may open: 物业管理条例 art. 14. */
export const earliestOpeningDay = (noticedAt: Date, noticeDays: number): string =>
  addDays(dayOf(noticedAt), noticeDays)

/** A day later than the earliest: a stricter reading wants the whole days between. */
export const proposedOpening = (noticedAt: Date, noticeDays: number): Date =>
  startOfDay(addDays(earliestOpeningDay(noticedAt, noticeDays), 1))

/** Whether a notice given now may announce this window. */
export function fitsNotice(
  { opensAt, closesAt }: Window,
  { noticeDays, windowDaysAtLeast, windowDaysAtMost }: NoticeRules,
  now: Date,
): Decision<
  Window,
  | 'votes.notice_too_short'
  | 'votes.closes_before_opening'
  | 'votes.window_too_short'
  | 'votes.window_too_long'
> {
  const [opens, closes] = [new Date(opensAt), new Date(closesAt)]
  // 物业管理条例 art. 14: 15 days before; the dates differ by that many, whatever the hour.
  if (daysBetween(dayOf(now), dayOf(opens)) < noticeDays) {
    const earliest = formatDay(earliestOpeningDay(now, noticeDays), now)
    return refuse('votes.notice_too_short', { days: noticeDays, earliest })
  }
  const open = closes.getTime() - opens.getTime()
  if (open <= 0) return refuse('votes.closes_before_opening')
  if (open < windowDaysAtLeast * DAY) {
    return refuse('votes.window_too_short', { days: windowDaysAtLeast })
  }
  if (open > windowDaysAtMost * DAY) {
    return refuse('votes.window_too_long', { days: windowDaysAtMost })
  }
  return accept({ opensAt: opens.toISOString(), closesAt: closes.toISOString() })
}
