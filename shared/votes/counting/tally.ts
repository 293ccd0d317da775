import type { Choice, MatterClass } from '../terms.ts'
import { addSums, type Sum } from './sum.ts'
import { MAJORITY, QUORUM, reaches } from './thresholds.ts'

export type Shares = Readonly<Record<Choice, Sum>>

/** Every number that must be published. Areas in 0.01 m². */
export interface Tally {
  readonly totalAreaCenti: number
  readonly totalHeads: number
  readonly participatingAreaCenti: number
  readonly participatingHeads: number
  readonly forAreaCenti: number
  readonly forHeads: number
  readonly againstAreaCenti: number
  readonly againstHeads: number
  readonly abstainAreaCenti: number
  readonly abstainHeads: number
  readonly quorumArea: boolean
  readonly quorumHeads: boolean
  readonly majorityArea: boolean
  readonly majorityHeads: boolean
  readonly result: 'PASSED' | 'REJECTED' | 'NO_QUORUM'
}

/** The double test of 民法典 §278: area and heads must both hold, of all for the quorum, of those taking part for the majority. */
export function tallyOf(total: Sum, shares: Shares, itemClass: MatterClass): Tally {
  const yes = shares.for
  const participating = addSums(addSums(yes, shares.against), shares.abstain)
  const majority = MAJORITY[itemClass]
  const tests = {
    quorumArea: reaches(QUORUM, participating.areaCenti, total.areaCenti),
    quorumHeads: reaches(QUORUM, participating.heads, total.heads),
    majorityArea: reaches(majority, yes.areaCenti, participating.areaCenti),
    majorityHeads: reaches(majority, yes.heads, participating.heads),
  }
  return {
    totalAreaCenti: total.areaCenti,
    totalHeads: total.heads,
    participatingAreaCenti: participating.areaCenti,
    participatingHeads: participating.heads,
    forAreaCenti: yes.areaCenti,
    forHeads: yes.heads,
    againstAreaCenti: shares.against.areaCenti,
    againstHeads: shares.against.heads,
    abstainAreaCenti: shares.abstain.areaCenti,
    abstainHeads: shares.abstain.heads,
    ...tests,
    result: resultOf(tests),
  }
}

function resultOf(tests: Pick<Tally, `${'quorum' | 'majority'}${'Area' | 'Heads'}`>) {
  if (!tests.quorumArea || !tests.quorumHeads) return 'NO_QUORUM'
  return tests.majorityArea && tests.majorityHeads ? 'PASSED' : 'REJECTED'
}
