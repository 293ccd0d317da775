import type { MatterClass } from '../terms.ts'
import { shortfall } from './shortfall.ts'
import type { Tally } from './tally.ts'
import { MAJORITY, QUORUM, reaches, type Threshold } from './thresholds.ts'

/** One of the four tests of an item: what was reached of which base, and what was required of it. */
export interface AxisTest extends Threshold {
  readonly test: 'quorum' | 'majority'
  readonly axis: 'heads' | 'area'
  /** Heads, or 0.01 m². */
  readonly reached: number
  readonly base: number
  readonly holds: boolean
  /** The smallest amount by which it fell short of the same base; 0 where it holds. */
  readonly missing: number
}

/** In the order in which they are explained: who took part, then who was in favour. */
export function axisTestsOf(tally: Tally, itemClass: MatterClass): readonly AxisTest[] {
  const majority = MAJORITY[itemClass]
  return [
    axisTest('quorum', 'heads', QUORUM, tally.participatingHeads, tally.totalHeads),
    axisTest('quorum', 'area', QUORUM, tally.participatingAreaCenti, tally.totalAreaCenti),
    axisTest('majority', 'heads', majority, tally.forHeads, tally.participatingHeads),
    axisTest('majority', 'area', majority, tally.forAreaCenti, tally.participatingAreaCenti),
  ]
}

function axisTest(
  test: AxisTest['test'],
  axis: AxisTest['axis'],
  threshold: Threshold,
  reached: number,
  base: number,
): AxisTest {
  const holds = reaches(threshold, reached, base)
  return {
    test,
    axis,
    ...threshold,
    reached,
    base,
    holds,
    missing: shortfall(threshold, reached, base),
  }
}
