import { MINUTE } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { VoteMode } from '../terms.ts'
import type { RuleValues } from '../profiles/profile.ts'

type Rules = Pick<RuleValues, 'loginFreshMinutes' | 'signatureRequired'>

/** Where a tap is a ballot the voter stands under it by name, as on paper; an opinion binds nobody. */
const isRealName = (mode: VoteMode): boolean => mode === 'local_electronic'

/** How fresh the login must be for a cast, in minutes; `undefined` where any login does. */
export const freshMinutesOf = (mode: VoteMode, { loginFreshMinutes }: Rules): number | undefined =>
  isRealName(mode) ? (loginFreshMinutes ?? undefined) : undefined

export const needsSignature = (mode: VoteMode, { signatureRequired }: Rules): boolean =>
  isRealName(mode) && signatureRequired

/**
 * Whether the person has shown of late who is there: a phone left on a table casts no ballot.
 * @param confirmedAt when they last did, by logging in or by a second factor
 */
export function isLoginFresh(
  confirmedAt: string | undefined,
  minutes: number | undefined,
  now: Date,
): Decision<true, 'votes.login_not_fresh'> {
  if (minutes === undefined) return accept(true)
  const until = confirmedAt === undefined ? -Infinity : Date.parse(confirmedAt) + minutes * MINUTE
  return now.getTime() < until ? accept(true) : refuse('votes.login_not_fresh', { minutes })
}
