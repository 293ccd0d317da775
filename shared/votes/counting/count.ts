import type { Choice, MatterClass } from '../contract.ts'
import type { Mark, Submission } from './ballots.ts'
import type { Examined } from './examine.ts'
import { choiceOfTheSilent, type SilentPolicy } from './silence.ts'
import { add, addSums, NOTHING, type Sum } from './sum.ts'
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
  const sums = sumsOf(examined, question.markOf)
  const tally = (shares: Shares) => tallyOf(examined.roll.total, shares, question.class)

  const withoutSilent = tally(sums)
  const silentCountedAs = choiceOfTheSilent(silentPolicy, sums)
  const counted = silentCountedAs === undefined ? withoutSilent : tally(withSilent(silentCountedAs))
  return {
    tally: counted,
    withoutSilent,
    silenceDecides: counted.result !== withoutSilent.result,
    silent: sums.silent,
    silentCountedAs,
    void: sums.void,
    absent: sums.absent,
  }

  function withSilent(choice: Choice): Shares {
    return { ...sums, [choice]: addSums(sums[choice], sums.silent) }
  }
}

type Place = Choice | 'void' | 'silent' | 'absent'

function sumsOf<B extends Submission>(
  { heads }: Examined<B>,
  markOf: (ballot: B) => Mark,
): Readonly<Record<Place, Sum>> {
  const sums: Record<Place, Sum> = {
    for: NOTHING,
    against: NOTHING,
    abstain: NOTHING,
    void: NOTHING,
    silent: NOTHING,
    absent: NOTHING,
  }
  for (const { head, presence, standing } of heads) {
    const place = presence === 'heard' ? (voiceOf(standing, markOf) ?? 'void') : presence
    sums[place] = add(sums[place], head)
  }
  return sums
}
