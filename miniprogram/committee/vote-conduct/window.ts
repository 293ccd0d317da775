import { DAY, formatTime, HOUR } from '#shared/kernel/calendar.ts'
import { fillIn } from '#shared/kernel/refusals.ts'
import { voteRefusals } from '#shared/votes/refusals.ts'
import { fitsNotice, proposedOpening, type Window } from '#shared/votes/rules/notice.ts'
import type { KnownRules } from '../rules-of.ts'

// People are up and the office is open; whoever has a question finds somebody.
const MORNING = 9 * HOUR
const DAYS_OPEN = 7

/** A day later than the earliest, at 09:00, open for a week as far as the rules have it. */
export function proposedWindow(rules: KnownRules, now: Date): Window {
  const opens = proposedOpening(now, rules.noticeDays).getTime() + MORNING
  const days = Math.min(Math.max(DAYS_OPEN, rules.windowDaysAtLeast), rules.windowDaysAtMost)
  return windowOf(new Date(opens), new Date(opens + days * DAY))
}

const windowOf = (opens: Date, closes: Date): Window => ({
  opensAt: opens.toISOString(),
  closesAt: closes.toISOString(),
})

/** Whoever moves the opening moves the close with it: the ballot stays open as long as it was. */
export function movedTo({ opensAt, closesAt }: Window, opens: Date): Window {
  const open = Date.parse(closesAt) - Date.parse(opensAt)
  return windowOf(opens, new Date(opens.getTime() + open))
}

/** Why the rules do not take this window, as the server would say it. */
export function wrongIn(window: Window, rules: KnownRules, now: Date): string | undefined {
  const decision = fitsNotice(window, rules, now)
  return decision.ok ? undefined : fillIn(voteRefusals[decision.code].detail, decision.params ?? {})
}

/** `12 月 7 日（周一）09:00 开始，12 月 14 日（周一）09:00 截止，一共 7 天`. */
export function windowWords({ opensAt, closesAt }: Window, now: Date): string {
  const [opens, closes] = [new Date(opensAt), new Date(closesAt)]
  const hours = Math.floor((closes.getTime() - opens.getTime()) / HOUR)
  const rest = hours % 24 === 0 ? '' : ` ${hours % 24} 小时`
  const open = `${Math.floor(hours / 24)} 天${rest}`
  return `${formatTime(opens, now)} 开始，${formatTime(closes, now)} 截止，一共 ${open}`
}
