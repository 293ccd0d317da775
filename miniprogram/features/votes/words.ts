import type { Tone } from '#miniprogram/platform/ui/tone.ts'
import { formatArea } from '#shared/kernel/area.ts'
import { grouped } from '../grouped.ts'
import type { MyHead, Turnout, VoteCard } from '#shared/votes/contract.ts'
import type { ItemResult } from '#shared/votes/result.ts'
import type { VoteState } from '#shared/votes/terms.ts'
import type { Axis } from '#miniprogram/platform/ui/two-axis-bar.tsx'

export const STATE_WORDS: Readonly<Record<VoteState, { readonly word: string; tone: Tone }>> = {
  draft: { word: '草稿', tone: 'grey' },
  roll_published: { word: '名册公示', tone: 'blue' },
  roll_frozen: { word: '名册已定', tone: 'blue' },
  noticed: { word: '已公告', tone: 'blue' },
  open: { word: '投票中', tone: 'amber' },
  closed: { word: '计票中', tone: 'blue' },
  counted: { word: '待公布', tone: 'blue' },
  result_published: { word: '结果公示', tone: 'jade' },
  final: { word: '结果确定', tone: 'jade' },
  filed: { word: '已备案', tone: 'jade' },
  executed: { word: '已执行', tone: 'jade' },
  no_quorum: { word: '没有形成决定', tone: 'grey' },
  annulled: { word: '已撤销', tone: 'grey' },
  cancelled: { word: '已取消', tone: 'grey' },
}

const BEFORE_OPENING: readonly VoteState[] = ['draft', 'roll_published', 'roll_frozen', 'noticed']

/** Whether anybody can have taken part yet. */
export const hasVoted = ({ state }: { readonly state: VoteState }): boolean =>
  !BEFORE_OPENING.includes(state)

export const heads = (n: number): string => `${grouped(n)} 人`

/** In a list: while one may vote, whether this person has; except to those who conduct the vote. */
export function cardWord(
  { state, standing }: VoteCard,
  conducts: boolean,
): { readonly word: string; readonly tone: Tone } {
  if (state !== 'open' || conducts) return STATE_WORDS[state]
  if (standing === 'may_cast') return { word: '等您投票', tone: 'amber' }
  if (standing === 'cast') return { word: '您已投票', tone: 'jade' }
  return { word: STATE_WORDS.open.word, tone: 'blue' }
}

/** `1 人，189.57 ㎡，含 2 套房`: what the ballot weighs. */
export const weightOf = ({ areaCenti, units, actsFor }: MyHead): string =>
  `${actsFor ? `受 ${actsFor.principal} 委托，` : ''}1 人，${formatArea(areaCenti)}，含 ${units.length} 套房（${units.join('、')}）`

const TWO_THIRDS = { numerator: 2, denominator: 3 }

/** The smallest whole number that is two thirds of the base or more. */
const wanted = (base: number): number => Math.ceil((2 * base) / 3)

function turnoutAxis(name: string, base: number, cast: number, say: (n: number) => string): Axis {
  const missing = wanted(base) - cast
  return {
    name,
    base,
    threshold: TWO_THIRDS,
    parts: [{ kind: 'cast', amount: cast, words: say(cast) }],
    sentence:
      missing <= 0
        ? `${say(base)}中已有 ${say(cast)}投票，达到三分之二。`
        : `${say(base)}中已有 ${say(cast)}投票，还差 ${say(missing)}才达到三分之二。`,
  }
}

/** Who took part, never what they chose. */
export const turnoutAxes = (turnout: Turnout): { readonly heads: Axis; readonly area: Axis } => ({
  heads: turnoutAxis('人数', turnout.totalHeads, turnout.castHeads, heads),
  area: turnoutAxis('面积', turnout.totalAreaCenti, turnout.castAreaCenti, formatArea),
})

interface Given {
  readonly for: number
  readonly against: number
  readonly abstain: number
}

type Test = ItemResult['tests'][number]

function resultAxis(name: string, test: Test, given: Given, say: (n: number) => string): Axis {
  const { numerator, denominator } = test
  return {
    name,
    base: test.base,
    threshold: { numerator, denominator },
    parts: (['for', 'against', 'abstain'] as const).map((kind) => ({
      kind,
      amount: given[kind],
      words: say(given[kind]),
    })),
    sentence: test.sentence,
  }
}

/** Of those who took part, how they chose, against the majority that was needed. */
export function majorityAxes(item: ItemResult): { heads: Axis; area: Axis } | undefined {
  const of = (axis: Test['axis']) =>
    item.tests.find((test) => test.axis === axis && test.test === 'majority')
  const [byHeads, byArea] = [of('heads'), of('area')]
  if (!byHeads || !byArea) return undefined
  const headsGiven = { for: item.forHeads, against: item.againstHeads, abstain: item.abstainHeads }
  const areaGiven = {
    for: item.forAreaCenti,
    against: item.againstAreaCenti,
    abstain: item.abstainAreaCenti,
  }
  return {
    heads: resultAxis('人数', byHeads, headsGiven, heads),
    area: resultAxis('面积', byArea, areaGiven, formatArea),
  }
}

/** Of all, how many took part, against the two thirds that were needed. */
export function quorumAxes(item: ItemResult): { heads: Axis; area: Axis } | undefined {
  const axis = (which: Test['axis'], name: string, say: (n: number) => string) => {
    const test = item.tests.find((one) => one.axis === which && one.test === 'quorum')
    return (
      test && {
        name,
        base: test.base,
        threshold: { numerator: test.numerator, denominator: test.denominator },
        parts: [{ kind: 'cast' as const, amount: test.reached, words: say(test.reached) }],
        sentence: test.sentence,
      }
    )
  }
  const [byHeads, byArea] = [axis('heads', '人数', heads), axis('area', '面积', formatArea)]
  return byHeads && byArea ? { heads: byHeads, area: byArea } : undefined
}

export const RESULT_WORDS: Readonly<
  Record<ItemResult['result'], { readonly word: string; readonly tone: Tone }>
> = {
  PASSED: { word: '通过', tone: 'jade' },
  REJECTED: { word: '没有通过', tone: 'red' },
  NO_QUORUM: { word: '参与不够，无效', tone: 'grey' },
}
