import type { Choice, MatterClass, SilentPolicy } from '../terms.ts'
import type { BallotBox, BallotRules, Submission } from '../counting/ballots.ts'
import { countItem, type ItemCount, type Question } from '../counting/count.ts'
import { examineBallots, type Examined, type ExaminedHead } from '../counting/examine.ts'
import { fateOf } from '../counting/fate.ts'
import type { Roll } from '../counting/roll.ts'
import type { RuleValues } from '../profiles/profile.ts'
import { silenceFor } from './silence.ts'

/** A ballot with its answers in the order of the items. */
export interface AnsweredBallot extends Submission {
  readonly choices: readonly Choice[]
}

export interface VoteCount {
  /** In the order of the items. */
  readonly items: readonly ItemCount[]
  /** Heads that take no part in at least one item, their ballots void or contradicting each other. */
  readonly voidHeads: number
  /** Which ballots speak for which head, for the record. */
  readonly heads: readonly ExaminedHead<AnsweredBallot>[]
}

interface CountRules
  extends BallotRules, Pick<RuleValues, 'silentAllowed' | 'silentNeeds' | 'silentOnSpecial'> {
  readonly silent: SilentPolicy
}

/** Counts every item of a vote over the whole roll. */
export function countVote(
  roll: Roll,
  box: BallotBox<AnsweredBallot>,
  items: readonly { readonly class: MatterClass }[],
  rules: CountRules,
): VoteCount {
  const examined = examineBallots(roll, box, rules)
  const questions = items.map((item, place): Question<AnsweredBallot> => ({
    class: item.class,
    // A ballot without an answer cannot be cast; one that were stored all the same would abstain.
    markOf: ({ choices }) => choices[place] ?? 'blank',
  }))
  const counts = questions.map((question) => countWithSilence(examined, question, rules))
  const isVoid = (head: ExaminedHead<AnsweredBallot>): boolean =>
    questions.some((question, place) => {
      const count = counts[place]
      return count !== undefined && fateOf(head, question, count).kind === 'void'
    })
  return { items: counts, voidHeads: examined.heads.filter(isVoid).length, heads: examined.heads }
}

/** What was cast decides whether silence counts at all. */
function countWithSilence(
  examined: Examined<AnsweredBallot>,
  question: Question<AnsweredBallot>,
  rules: CountRules,
): ItemCount {
  const withoutSilent = countItem(examined, question, 'NOT_PARTICIPATING')
  const { participatingHeads: heads, participatingAreaCenti: areaCenti } = withoutSilent.tally
  const policy = silenceFor(
    rules.silent,
    rules,
    question.class,
    { heads, areaCenti },
    examined.roll.total,
  )
  return policy === 'NOT_PARTICIPATING' ? withoutSilent : countItem(examined, question, policy)
}
