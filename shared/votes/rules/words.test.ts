import { axisTestsOf } from '../counting/axis-tests.ts'
import { tallyOf, type Shares } from '../counting/tally.ts'
import { DEMO } from '../profiles/demo.ts'
import { NATIONAL } from '../profiles/national.ts'
import { valuesOf } from '../profiles/profile.ts'
import { canBeHeldIn, modeSentence } from './modes.ts'
import { nextStep } from './next-step.ts'
import { annulmentNote, explainedTests, itemSentence } from './result-words.ts'

const sum = (heads: number, areaCenti: number) => ({ heads, areaCenti })
const shares = (yes: Shares['for'], no: Shares['for'], abstain = sum(0, 0)): Shares => ({
  for: yes,
  against: no,
  abstain,
})
const TOTAL = sum(12, 120_050)

describe('a sentence for each test', () => {
  test('of an ordinary matter that passed', () => {
    const tally = tallyOf(TOTAL, shares(sum(7, 70_050), sum(5, 50_000)), 'ordinary')
    expect(explainedTests(tally, 'ordinary').map(({ sentence }) => sentence)).toEqual([
      '参与 12 人，达到全体 12 人的三分之二（至少要 8 人）',
      '参与 1,200.50 ㎡，达到全体 1,200.50 ㎡的三分之二（至少要 800.34 ㎡）',
      '同意 7 人，超过参与 12 人的一半（至少要 7 人）',
      '同意 700.50 ㎡，超过参与 1,200.50 ㎡的一半（至少要 600.26 ㎡）',
    ])
    expect(itemSentence(tally, 'ordinary', 'local_electronic')).toBe(
      '通过：参与的人数和面积都达到全体的三分之二，同意的人数和面积都超过参与的一半。',
    )
  })

  test('of a special matter that failed by one head', () => {
    const tally = tallyOf(TOTAL, shares(sum(5, 70_000), sum(3, 20_000)), 'special')
    const [, , heads, area] = explainedTests(tally, 'special')
    expect(heads?.sentence).toBe('同意 5 人，没有达到参与 8 人的四分之三（至少要 6 人，还差 1 人）')
    expect(heads).toMatchObject({ numerator: 3, denominator: 4, strict: false, missing: 1 })
    expect(area?.holds).toBe(true)
    expect(itemSentence(tally, 'special', 'local_electronic')).toBe(
      '未通过：同意的人数没有达到参与的四分之三。',
    )
  })

  test('of a quorum missed on both axes', () => {
    const tally = tallyOf(TOTAL, shares(sum(6, 60_000), sum(1, 0)), 'ordinary')
    expect(itemSentence(tally, 'ordinary', 'local_electronic')).toBe(
      '不能形成决定：参与的人数和面积没有达到全体的三分之二，还差 1 人、200.34 ㎡。',
    )
  })

  test('where nobody took part', () => {
    const tally = tallyOf(TOTAL, shares(sum(0, 0), sum(0, 0)), 'ordinary')
    const [heads, , majority] = explainedTests(tally, 'ordinary')
    expect(heads?.sentence).toBe(
      '参与 0 人，没有达到全体 12 人的三分之二（至少要 8 人，还差 8 人）',
    )
    expect(majority?.sentence).toBe('没有人参与，不能通过')
  })

  test('every test that does not hold says by how much', () => {
    const tally = tallyOf(TOTAL, shares(sum(4, 40_000), sum(4, 40_100)), 'ordinary')
    for (const { holds, missing } of axisTestsOf(tally, 'ordinary'))
      expect(missing > 0).toBe(!holds)
  })

  test('an opinion poll decides nothing and says so first', () => {
    const tally = tallyOf(TOTAL, shares(sum(12, 120_050), sum(0, 0)), 'ordinary')
    expect(itemSentence(tally, 'ordinary', 'advisory')).toMatch(/^意向征询，不产生决定。通过：/)
    expect(annulmentNote('advisory')).toContain('没有作出决定')
    expect(annulmentNote('local_electronic')).toContain('一年内')
  })
})

const demo = { ...DEMO, ...valuesOf(DEMO) }
const national = { ...NATIONAL, ...valuesOf(NATIONAL) }

describe('modes', () => {
  test.each([
    ['advisory', national, 'ok'],
    ['advisory', demo, 'ok'],
    ['local_electronic', demo, 'ok'],
    ['local_electronic', national, 'votes.mode_not_allowed'],
    ['official_external', demo, 'votes.mode_not_allowed'],
    ['official_external', national, 'ok'],
    ['paper_assisted', national, 'ok'],
    ['paper_assisted', demo, 'ok'],
  ] as const)('%s: %#', (mode, rules, expected) => {
    const decision = canBeHeldIn(mode, rules)
    expect(decision.ok ? 'ok' : decision.code).toBe(expected)
  })

  test('say what a tap legally is', () => {
    expect(modeSentence('advisory', national)).toContain('不是正式投票')
    expect(modeSentence('local_electronic', demo)).toContain('示范小区业主大会议事规则第十二条')
    expect(modeSentence('local_electronic', demo)).toMatch(/^本小区用的是虚构的示范规则/)
    expect(modeSentence('paper_assisted', national)).toContain('不算投票')
    expect(modeSentence('official_external', national)).toContain('不算投票')
  })
})

describe('what comes next', () => {
  const NOW = new Date('2026-03-05T01:00:00Z')
  const PLAIN = {
    mode: 'advisory',
    hasRegister: true,
    openObjections: 0,
    confirmations: [],
  } as const
  const LOOKED = { office: 'committee', person: 'chen' } as const
  const window = { opensAt: '2026-03-20T01:00:00.000Z', closesAt: '2026-03-25T10:00:00.000Z' }
  test.each([
    ['draft', {}, 'freeze_roll', undefined, /^$/],
    ['draft', { mode: 'local_electronic' }, 'publish_roll', undefined, /^$/],
    [
      'roll_published',
      { published: { until: '2026-03-12T16:00:00.000Z' } },
      'wait_for_objections',
      '2026-03-12T16:00:00.000Z',
      /^业主可以提出异议，到 3 月 12 日（周四）为止$/,
    ],
    [
      'roll_published',
      { published: { until: '2026-03-04T16:00:00.000Z' }, openObjections: 2 },
      'wait_for_objections',
      undefined,
      /^还有 2 件异议没有答复$/,
    ],
    [
      'roll_published',
      { published: { until: '2026-03-04T16:00:00.000Z' } },
      'freeze_roll',
      undefined,
      /^$/,
    ],
    [
      'closed',
      { ...window, countedAt: '2026-03-25T10:01:00.000Z', confirmations: [LOOKED] },
      'confirm_count',
      undefined,
      /^社区还没有核对并确认计票结果$/,
    ],
    ['counted', window, 'publish_result', undefined, /^结果已经核对，还没有公布$/],
    [
      'result_published',
      { resultUntil: '2026-03-12T16:00:00.000Z' },
      'wait_for_objections',
      '2026-03-12T16:00:00.000Z',
      /到 3 月 12 日（周四）为止$/,
    ],
    [
      'final',
      { mode: 'paper_assisted', finalAt: '2026-03-04T16:00:00.000Z' },
      'file',
      undefined,
      /^还没有到街道备案，4 月 4 日（周六）前要办$/,
    ],
    ['filed', window, 'execute', undefined, /执行/],
    ['no_quorum', window, 'none', undefined, /^$/],
    ['roll_frozen', {}, 'give_notice', undefined, /最早 3 月 20 日（周五）开始$/],
    ['noticed', window, 'wait_for_opening', window.opensAt, /3 月 20 日（周五）09:00 开始投票$/],
    ['cancelled', window, 'none', undefined, /^$/],
    ['final', window, 'none', undefined, /^$/],
  ] as const)('after %s', (state, times, act, possibleAt, missing) => {
    const next = nextStep({ ...PLAIN, state, ...times }, demo, NOW)
    expect(next.act).toBe(act)
    expect(next.possibleAt).toBe(possibleAt)
    expect(next.missing.join()).toMatch(missing)
  })

  test('by the clock, not by the label', () => {
    const vote = { ...PLAIN, state: 'noticed', ...window } as const
    expect(nextStep(vote, demo, new Date(window.opensAt))).toMatchObject({
      act: 'wait_for_close',
      possibleAt: window.closesAt,
    })
    expect(nextStep(vote, demo, new Date('2026-03-26T00:00:00Z'))).toMatchObject({
      act: 'wait_for_count',
      possibleAt: '2026-03-25T10:01:00.000Z',
    })
  })

  test('a draft says when its mode is not allowed any more, and when there is no register', () => {
    const draft = {
      ...PLAIN,
      state: 'draft',
      mode: 'local_electronic',
      hasRegister: false,
    } as const
    expect(nextStep(draft, national, NOW).missing).toEqual([
      '“全国规则”不允许用“本小区电子表决”，请改用其他方式',
      '还没有导入房屋名册，导入后才能公示业主名册',
    ])
  })
})
