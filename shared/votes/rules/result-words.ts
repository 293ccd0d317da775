import type { ItemResult } from '../result.ts'
import type { MatterClass, VoteMode } from '../terms.ts'
import { axisTestsOf, type AxisTest } from '../counting/axis-tests.ts'
import type { Tally } from '../counting/tally.ts'
import { leastThatReaches, MAJORITY, type Threshold } from '../counting/thresholds.ts'

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',')

/** `1,034.50 ㎡`: always with both decimals, since they decide. */
const formatExactArea = (areaCenti: number): string =>
  `${grouped(Math.floor(areaCenti / 100))}.${String(areaCenti % 100).padStart(2, '0')} ㎡`

const amount = (axis: AxisTest['axis'], value: number): string =>
  axis === 'heads' ? `${grouped(value)} 人` : formatExactArea(value)

const AXIS_NAMES = { heads: '人数', area: '面积' } as const

const shareOf = ({ numerator, denominator }: Threshold): string =>
  denominator === 2 ? '一半' : numerator === 2 ? '三分之二' : '四分之三'

/** `超过 … 一半` or `达到 … 三分之二`: "过半数" is more than half, "以上" includes the number (民法典 §1259). */
const verbOf = ({ strict }: Threshold): string => (strict ? '超过' : '达到')

/** `同意 7 人，超过参与 12 人的一半（至少要 7 人）`. */
function testSentence(test: AxisTest): string {
  const { axis, base, holds, missing, reached } = test
  const [gave, of] = test.test === 'quorum' ? ['参与', '全体'] : ['同意', '参与']
  if (base === 0) return test.test === 'quorum' ? '没有可以参加表决的房屋' : '没有人参与，不能通过'
  const needed = `至少要 ${amount(axis, leastThatReaches(test, base))}`
  const whole = `${of} ${amount(axis, base)}的${shareOf(test)}`
  const given = `${gave} ${amount(axis, reached)}`
  return holds
    ? `${given}，${verbOf(test)}${whole}（${needed}）`
    : `${given}，没有${verbOf(test)}${whole}（${needed}，还差 ${amount(axis, missing)}）`
}

const axesOf = (tests: readonly AxisTest[]): string =>
  tests.map(({ axis }) => AXIS_NAMES[axis]).join('和')

/** Why an item passed or not. */
export function itemSentence(tally: Tally, itemClass: MatterClass, mode: VoteMode): string {
  const tests = axisTestsOf(tally, itemClass)
  const failed = tests.filter(({ holds, test }) => !holds && test === decisiveTest(tally))
  const majority = MAJORITY[itemClass]
  const bar = `${verbOf(majority)}参与的${shareOf(majority)}`
  const advisory = mode === 'advisory' ? '意向征询，不产生决定。' : ''
  return advisory + sentence()

  function sentence(): string {
    switch (tally.result) {
      case 'PASSED':
        return `通过：参与的人数和面积都达到全体的三分之二，同意的人数和面积都${bar}。`
      case 'REJECTED':
        return `未通过：同意的${axesOf(failed)}没有${bar}。`
      case 'NO_QUORUM': {
        const missing = failed.map(({ axis, missing: short }) => amount(axis, short)).join('、')
        return `不能形成决定：参与的${axesOf(failed)}没有达到全体的三分之二，还差 ${missing}。`
      }
    }
  }
}

const decisiveTest = ({ result }: Tally): AxisTest['test'] =>
  result === 'NO_QUORUM' ? 'quorum' : 'majority'

/** The four tests of an item, each with its sentence. */
export const explainedTests = (tally: Tally, itemClass: MatterClass): ItemResult['tests'] =>
  axisTestsOf(tally, itemClass).map((test) => ({ ...test, sentence: testSentence(test) }))

/** 民法典 §280 ¶2; one year from knowing: 法释〔2009〕7号 art. 12. */
export const annulmentNote = (mode: VoteMode): string =>
  mode === 'advisory'
    ? '这是意向征询，没有作出决定，不适用撤销。'
    : '业主认为这项决定侵害自己合法权益的，可以自知道或者应当知道之日起一年内，请求人民法院撤销（《民法典》第二百八十条，法释〔2009〕7号第十二条）。'
