import fc from 'fast-check'
import { tallyOf } from '../counting/tally.ts'
import type { OfficialFigures, OfficialItem } from './official.ts'
import { canBeRecorded, differencesIn, namesItsSystem, tallyOfOfficial } from './rules.ts'

const both = (heads: number, areaCenti: number) => ({ heads, areaCenti })
const TOTAL = both(100, 1_000_000)
const ITEM: OfficialItem = {
  item: 1,
  participating: both(70, 700_000),
  for: both(60, 600_000),
  against: both(8, 80_000),
  abstain: both(2, 20_000),
  verdict: 'PASSED',
}
const FIGURES: OfficialFigures = {
  total: TOTAL,
  items: [ITEM, { ...ITEM, item: 2 }],
  document: '京表决〔2026〕8号',
  day: '2026-11-22',
}
const RECORDED = {
  mode: 'official_external' as const,
  items: 2,
  roll: TOTAL,
  closesAt: '2026-11-20T16:00:00.000Z',
}
const NOW = new Date('2026-11-24T02:00:00Z')
const withFirst = (change: Partial<OfficialItem>): OfficialFigures => ({
  ...FIGURES,
  items: [
    { ...ITEM, ...change },
    { ...ITEM, item: 2 },
  ],
})

test('in the order of the items, however it was typed', () => {
  const figures = { ...FIGURES, items: [...FIGURES.items].reverse() }
  const decision = canBeRecorded(figures, RECORDED, NOW)
  expect(decision.ok && decision.value.map(({ item }) => item)).toEqual([1, 2])
})

test.each<[string, OfficialFigures, Partial<typeof RECORDED>, string]>([
  ['a vote counted here', FIGURES, { mode: 'paper_assisted' as never }, 'votes.official_only'],
  ['a day before the close', { ...FIGURES, day: '2026-11-20' }, {}, 'votes.official_day'],
  ['a day to come', { ...FIGURES, day: '2026-11-25' }, {}, 'votes.official_day'],
  ['an item nobody asked', FIGURES, { items: 1 }, 'votes.item_unknown'],
  ['an item twice', { ...FIGURES, items: [ITEM, ITEM] }, {}, 'votes.item_twice'],
  ['an item missing', { ...FIGURES, items: [ITEM] }, {}, 'votes.official_item_missing'],
  ['heads that do not add up', withFirst({ for: both(59, 600_000) }), {}, 'votes.official_sum'],
  ['area that does not add up', withFirst({ abstain: both(2, 20_001) }), {}, 'votes.official_sum'],
  [
    'more than there are',
    withFirst({ participating: both(102, 700_000), for: both(92, 600_000) }),
    {},
    'votes.official_too_many',
  ],
  [
    'area without a head',
    withFirst({ abstain: both(0, 20_000), participating: both(68, 700_000) }),
    {},
    'votes.official_axes',
  ],
  [
    'a head without area',
    withFirst({ abstain: both(2, 0), participating: both(70, 680_000) }),
    {},
    'votes.official_axes',
  ],
  [
    'another total without a word',
    FIGURES,
    { roll: both(101, 1_000_000) },
    'votes.official_total_unexplained',
  ],
])('%s is not recorded', (_, figures, change, code) => {
  expect(canBeRecorded(figures, { ...RECORDED, ...change }, NOW)).toMatchObject({ ok: false, code })
})

test('the refusal of a sum says both figures as people read them', () => {
  expect(canBeRecorded(withFirst({ abstain: both(2, 20_001) }), RECORDED, NOW)).toMatchObject({
    params: { item: 1, axis: '面积', sum: '7,000.01 ㎡', participating: '7,000 ㎡' },
  })
})

test('another total is taken with its explanation, which is shown', () => {
  const explained = { ...FIGURES, explanation: '平台把车位也算进了面积。' }
  const roll = both(100, 990_000)
  expect(canBeRecorded(explained, { ...RECORDED, roll }, NOW).ok).toBe(true)
  expect(differencesIn(explained, [], roll)).toEqual([
    {
      sentence:
        '政府平台的全体业主是 100 人、10,000 ㎡，本小区冻结的名册是 100 人、9,900 ㎡。说明：平台把车位也算进了面积。',
    },
  ])
})

test('a verdict that is not what the law makes of the figures is said', () => {
  const verdicts = [
    { official: 'PASSED' as const, ours: 'REJECTED' as const },
    { official: 'PASSED' as const, ours: 'PASSED' as const },
  ]
  const [difference, ...others] = differencesIn(FIGURES, verdicts, TOTAL)
  expect(others).toEqual([])
  expect(difference).toMatchObject({ item: 1 })
  expect(difference?.sentence).toMatch(/结论是“通过”.*计算是“未通过”/)
})

test.each([
  ['official_external', true, undefined],
  ['official_external', false, 'votes.official_system_needed'],
  ['paper_assisted', true, 'votes.official_system_not_here'],
  ['paper_assisted', false, undefined],
] as const)('%s with a system: %s', (mode, has, code) => {
  const decision = namesItsSystem(mode, has ? { name: '北京市物业系统' } : undefined)
  expect(decision.ok ? undefined : decision.code).toBe(code)
})

test('whatever is taken adds up on both axes, and our verdict is the law’s', () => {
  const part = fc.record({ heads: fc.nat(40), areaCenti: fc.nat(400) })
  const item = fc
    .record({ for: part, against: part, abstain: part, participating: part })
    .map((one): OfficialItem => ({ ...one, item: 1, verdict: 'PASSED' }))
  const exact = item.map((one) => ({
    ...one,
    participating: both(
      one.for.heads + one.against.heads + one.abstain.heads,
      one.for.areaCenti + one.against.areaCenti + one.abstain.areaCenti,
    ),
  }))
  fc.assert(
    fc.property(fc.oneof(item, exact), part, (one, total) => {
      const figures = { ...FIGURES, total, items: [one] }
      const decision = canBeRecorded(figures, { ...RECORDED, items: 1, roll: total }, NOW)
      if (!decision.ok) return
      for (const axis of ['heads', 'areaCenti'] as const) {
        expect(one.for[axis] + one.against[axis] + one.abstain[axis]).toBe(one.participating[axis])
        expect(one.participating[axis]).toBeLessThanOrEqual(total[axis])
      }
      const { for: yes, against, abstain } = one
      expect(tallyOfOfficial(one, total, 'special')).toEqual(
        tallyOf(total, { for: yes, against, abstain }, 'special'),
      )
    }),
    { numRuns: 300 },
  )
})
