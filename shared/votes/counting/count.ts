import type { Choice, MatterClass, SilentPolicy } from '../terms.ts'
import type { Mark, Submission } from './ballots.ts'
import type { Examined } from './examine.ts'
import { choiceOfTheSilent } from './silence.ts'
import { addHead, addSums, nothing, type Sum } from './sum.ts'
import { tallyOf, type Shares, type Tally } from './tally.ts'
import { voiceOf } from './voice.ts'

/** One item, and where its mark stands on a ballot. */
export interface Question<B extends Submission> {
  readonly class: MatterClass
  readonly markOf: (ballot: B) => Mark
}

export interface ItemCount {
  /** The result. */
  readonly tally: Tally
  /** The same without the silent heads, published beside it where the policy counts them. */
  readonly withoutSilent: Tally
  /** To be said first where it is so. */
  readonly silenceDecides: boolean
  readonly silent: Sum
  /** `undefined` where silent heads are left out. */
  readonly silentCountedAs: Choice | undefined
  /** Heads that take no part: their ballots void or contradicting each other. */
  readonly void: Sum
  /** Heads without a ballot whose service is not proven. */
  readonly absent: Sum
}

/** Counts one item by rules 9 to 13. */
export function countItem<B extends Submission>(
  examined: Examined<B>,
  question: Question<B>,
  silentPolicy: SilentPolicy,
): ItemCount {
  const { shares, contradicting } = castOn(examined, question.markOf)
  const { silent, absent } = examined.unheard
  const tally = (counted: Shares) => tallyOf(examined.roll.total, counted, question.class)

  const withoutSilent = tally(shares)
  const silentCountedAs = choiceOfTheSilent(silentPolicy, shares)
  const counted =
    silentCountedAs === undefined
      ? withoutSilent
      : tally({ ...shares, [silentCountedAs]: addSums(shares[silentCountedAs], silent) })
  return {
    tally: counted,
    withoutSilent,
    silenceDecides: counted.result !== withoutSilent.result,
    silent,
    silentCountedAs,
    void: addSums(examined.unheard.void, contradicting),
    absent,
  }
}

function castOn<B extends Submission>({ heard }: Examined<B>, markOf: (ballot: B) => Mark) {
  const shares = { for: nothing(), against: nothing(), abstain: nothing() }
  const contradicting = nothing()
  for (const { head, standing } of heard) {
    const voice = voiceOf(standing, markOf)
    addHead(voice === undefined ? contradicting : shares[voice], head)
  }
  return { shares, contradicting }
}
