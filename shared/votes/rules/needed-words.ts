import { formatArea } from '#shared/kernel/area.ts'
import { axisTestsOf, type AxisTest } from '../counting/axis-tests.ts'
import { newcomersNeeded } from '../counting/shortfall.ts'
import type { Tally } from '../counting/tally.ts'
import { MAJORITY } from '../counting/thresholds.ts'
import type { MatterClass } from '../terms.ts'

const amounts = (heads: number, areaCenti: number): string =>
  [...(heads > 0 ? [`${heads} 人`] : []), ...(areaCenti > 0 ? [formatArea(areaCenti)] : [])].join(
    '、',
  )

const missingOn = (tests: readonly AxisTest[], test: AxisTest['test'], axis: AxisTest['axis']) =>
  tests.find((one) => one.test === test && one.axis === axis)?.missing ?? 0

/** What it would have taken, for an item that did not pass; `undefined` for one that did. */
export function neededSentence(tally: Tally, itemClass: MatterClass): string | undefined {
  const tests = axisTestsOf(tally, itemClass)
  const missing = (test: AxisTest['test']): string =>
    amounts(missingOn(tests, test, 'heads'), missingOn(tests, test, 'area'))
  switch (tally.result) {
    case 'PASSED':
      return undefined
    case 'NO_QUORUM':
      return `要形成决定，至少还要有 ${missing('quorum')} 参与表决。`
    case 'REJECTED':
      return `要通过，已参与的业主里至少还要有 ${missing('majority')} 改为同意${newcomers(tally, itemClass)}。`
  }
}

/** Those who took no part could have carried it, too; nothing is said where even all of them could not. */
function newcomers(tally: Tally, itemClass: MatterClass): string {
  const threshold = MAJORITY[itemClass]
  const heads = newcomersNeeded(
    threshold,
    tally.forHeads,
    tally.participatingHeads,
    tally.totalHeads,
  )
  const area = newcomersNeeded(
    threshold,
    tally.forAreaCenti,
    tally.participatingAreaCenti,
    tally.totalAreaCenti,
  )
  if (heads === undefined || area === undefined) return ''
  return `；或者没有参与的业主里至少再有 ${amounts(heads, area)} 投同意`
}
