import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { Sum } from '../counting/sum.ts'
import type { RuleValues } from '../profiles/profile.ts'
import { reaches } from '../counting/thresholds.ts'
import type { MatterClass, SilentPolicy } from '../terms.ts'

/** What a vote makes of silence, and on what that rests. */
export interface SilenceChosen {
  readonly policy: SilentPolicy
  /** The clause of the adopted rules of procedure. */
  readonly clause?: string | undefined
  /** What is printed on the ballot of the consequence. */
  readonly warning?: string | undefined
}

type Rules = Pick<RuleValues, 'silentAllowed' | 'silentNeeds' | 'silentOnSpecial'>

/**
 * Three of the four conditions can be seen before the vote: an adopted clause, the consequence on the ballot, and a
 * profile that allows it. The fourth, service of every owner, is proven head by head when counting.
 */
export function canChooseSilence(
  { policy, clause = '', warning = '' }: SilenceChosen,
  { silentAllowed }: Rules,
  rulesName: string,
): Decision<SilentPolicy, 'votes.silence_not_allowed' | 'votes.silence_needs_clause'> {
  if (policy === 'NOT_PARTICIPATING') return accept(policy)
  if (!silentAllowed.includes(policy)) {
    return refuse('votes.silence_not_allowed', { rules: rulesName })
  }
  return clause === '' || warning === '' ? refuse('votes.silence_needs_clause') : accept(policy)
}

/**
 * What is made of silence for one item: nothing for a special matter unless the rules say so explicitly, and nothing
 * where too few ballots were cast at all, on either axis.
 */
export function silenceFor(
  policy: SilentPolicy,
  { silentNeeds, silentOnSpecial }: Rules,
  itemClass: MatterClass,
  cast: Sum,
  total: Sum,
): SilentPolicy {
  const needed = { ...silentNeeds, strict: false }
  const isEnough =
    reaches(needed, cast.heads, total.heads) && reaches(needed, cast.areaCenti, total.areaCenti)
  const isExcluded = itemClass === 'special' && !silentOnSpecial
  return isExcluded || !isEnough ? 'NOT_PARTICIPATING' : policy
}
