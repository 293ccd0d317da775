import type { VoteCard } from '#shared/votes/contract.ts'
import type { ItemResult } from '#shared/votes/result.ts'
import { cardWith, votesByState } from '../../votes.fixture.ts'
import { nextWords } from './next-words.ts'
import { cardWord, majorityAxes, quorumAxes, turnoutAxes, weightOf } from './words.ts'

const NOW = new Date('2026-11-21T02:00:00Z')

test.each([
  // Two thirds of 1,249 are 832.67: 833 is the first number that is enough.
  [1_249, 832, '1,249 人中已有 832 人投票，还差 1 人才达到三分之二。'],
  [1_249, 833, '1,249 人中已有 833 人投票，达到三分之二。'],
  [1_200, 799, '1,200 人中已有 799 人投票，还差 1 人才达到三分之二。'],
  [1_200, 800, '1,200 人中已有 800 人投票，达到三分之二。'],
  [3, 0, '3 人中已有 0 人投票，还差 2 人才达到三分之二。'],
])('of %i heads %i: %s', (totalHeads, castHeads, sentence) => {
  const turnout = { asOf: NOW.toISOString(), totalAreaCenti: 300, castAreaCenti: 0 }
  expect(turnoutAxes({ ...turnout, totalHeads, castHeads }).heads).toMatchObject({
    base: totalHeads,
    sentence,
    parts: [{ kind: 'cast', amount: castHeads }],
    threshold: { numerator: 2, denominator: 3 },
  })
})

test('the area is told in square metres, to the last hundredth', () => {
  const turnout = { asOf: NOW.toISOString(), totalHeads: 3, castHeads: 0 }
  const { area } = turnoutAxes({ ...turnout, totalAreaCenti: 15_299_780, castAreaCenti: 4_302_482 })
  expect(area.sentence).toBe(
    '152,997.80 ㎡中已有 43,024.82 ㎡投票，还差 58,973.72 ㎡才达到三分之二。',
  )
})

const axisTest = (axis: 'heads' | 'area', of: 'quorum' | 'majority', sentence: string) => ({
  axis,
  test: of,
  numerator: of === 'quorum' ? 2 : 3,
  denominator: of === 'quorum' ? 3 : 4,
  strict: false,
  reached: 90,
  base: 100,
  holds: true,
  missing: 0,
  sentence,
})
const result: ItemResult = {
  item: 1,
  title: '续筹维修资金',
  class: 'special',
  totalAreaCenti: 12_000,
  totalHeads: 120,
  participatingAreaCenti: 10_000,
  participatingHeads: 100,
  forAreaCenti: 9_000,
  forHeads: 90,
  againstAreaCenti: 700,
  againstHeads: 7,
  abstainAreaCenti: 300,
  abstainHeads: 3,
  voidAreaCenti: 0,
  voidHeads: 0,
  result: 'PASSED',
  sentence: '通过',
  tests: [
    axisTest('heads', 'quorum', '参与够了'),
    axisTest('area', 'quorum', '面积够了'),
    axisTest('heads', 'majority', '人数同意够了'),
    axisTest('area', 'majority', '面积同意够了'),
  ],
}

test('a result is drawn against what it needed: participation and consent, on both axes', () => {
  expect(quorumAxes(result)).toMatchObject({
    heads: { threshold: { numerator: 2, denominator: 3 }, sentence: '参与够了' },
    area: { sentence: '面积够了', parts: [{ kind: 'cast' }] },
  })
  expect(majorityAxes(result)).toMatchObject({
    heads: {
      threshold: { numerator: 3, denominator: 4 },
      sentence: '人数同意够了',
      parts: [
        { kind: 'for', amount: 90, words: '90 人' },
        { kind: 'against', amount: 7, words: '7 人' },
        { kind: 'abstain', amount: 3, words: '3 人' },
      ],
    },
    area: { parts: [{ words: '90 ㎡' }, { words: '7 ㎡' }, { words: '3 ㎡' }] },
  })
})

test('a test that was not made draws nothing', () => {
  expect(majorityAxes({ ...result, tests: result.tests.slice(0, 3) })).toBeUndefined()
  expect(quorumAxes({ ...result, tests: [] })).toBeUndefined()
})

test.each<[Partial<VoteCard>, boolean, string]>([
  [{ standing: 'may_cast' }, false, '等您投票'],
  [{ standing: 'cast' }, false, '您已投票'],
  [{ standing: 'not_entitled' }, false, '投票中'],
  [{ standing: 'may_cast' }, true, '投票中'],
  [{ state: 'roll_published', standing: 'not_open' }, false, '名册公示'],
  [{ state: 'counted', standing: 'cast' }, false, '待公布'],
  [{ state: 'result_published', standing: 'cast' }, false, '结果公示'],
  [{ state: 'final', standing: 'cast' }, false, '结果确定'],
  [{ state: 'annulled', standing: 'cast' }, true, '已撤销'],
  [{ state: 'noticed', standing: 'not_open' }, false, '已公告'],
])('a vote %j, conducted %s, is marked %s', (facts, conducts, word) => {
  expect(cardWord(cardWith(facts), conducts).word).toBe(word)
})

test.each([
  ['draft', '下一步：公示名册'],
  ['roll_published', '名册公示中，等异议期满'],
  ['roll_frozen', '下一步：公告并定投票时间'],
  ['noticed', '12 月 7 日（周一）09:00 自动开始投票'],
  ['open', '11 月 23 日（周一）09:00 自动截止，还剩 1 天 23 小时'],
  ['closed', '已截止，计票后由业委会和社区核对'],
  ['counted', '下一步：公布结果'],
  ['result_published', '结果公示中，等异议期满'],
  ['final', '下一步：到街道备案'],
  ['filed', '下一步：登记执行情况'],
  ['executed', undefined],
  ['no_quorum', undefined],
  ['annulled', undefined],
  ['cancelled', undefined],
] as const)('after %s comes: %s', (state, words) => {
  expect(nextWords(votesByState[state], NOW)).toBe(words)
})

test('what a ballot weighs is one head, with all homes of the same owners', () => {
  const head = { head: 'h', areaCenti: 18_957, units: ['1-2-801', '3-1-302'], owners: 2 }
  expect(weightOf(head)).toBe('1 人，189.57 ㎡，含 2 套房（1-2-801、3-1-302）')
})
