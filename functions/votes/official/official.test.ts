import { DAY, dayOf } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import type { OfficialFigures, OfficialItem } from '#shared/votes/official/official.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { castAs, confirmed, done, frozen, ITEMS, opened, standUnder } from '../votes.fixture.ts'

const SYSTEM = { name: '北京业主决策平台', link: 'https://example.gov.cn/vote' }
const both = (heads: number, areaCenti: number) => ({ heads, areaCenti })
// Everybody of the register took part: 8 heads, 906.13 m².
const TOTAL = both(8, 90_613)
const item = (number: number, change: Partial<OfficialItem> = {}): OfficialItem => ({
  ...{ item: number, participating: TOTAL, verdict: 'PASSED' },
  ...{ for: both(7, 80_613), against: both(1, 10_000), abstain: both(0, 0) },
  ...change,
})

describe.each(openTables)('a vote in the government’s system (%s)', (_, open) => {
  let app: VoteApp
  beforeAll(async () => {
    app = await openVoteApp(open)
    await standUnder(app, 'beijing')
  })
  afterAll(() => app.close())

  const OFFICIAL = { mode: 'official_external' as const, official: SYSTEM }
  const one = (vote: string) => ({ community: COMMUNITY, vote })
  const see = async (vote: string, person = 'committee') =>
    done(await (await app.as(person)).send(votes.get, one(vote)))
  const closed = async () => {
    const vote = await opened(app, OFFICIAL)
    app.clock.advance(5 * DAY + 60_001)
    await app.sweep()
    return vote
  }
  const figures = (change: Partial<OfficialFigures> = {}): OfficialFigures => ({
    ...{ total: TOTAL, items: [item(1), item(2)], document: '京表决〔2026〕8号' },
    ...{ day: dayOf(app.clock.now), ...change },
  })
  const record = async (vote: string, change?: Partial<OfficialFigures>, key?: string) =>
    (await app.as('committee')).send(
      votes.recordOfficialResult,
      { ...one(vote), ...figures(change) },
      key === undefined ? {} : { key },
    )

  test('it names its system, and nobody votes here', async () => {
    const vote = await opened(app, OFFICIAL)
    const seen = await see(vote, 'zhang')
    expect(seen).toMatchObject({ official: SYSTEM, state: 'open' })
    expect(seen.turnout).toBeUndefined()
    const answer = await castAs(app, 'zhang', vote, ['for', 'for'])
    expect([answer.status, answer.code]).toEqual([409, 'votes.not_by_tap'])
    expect(answer.detail).toContain('政府的电子投票平台')
    const early = await record(vote)
    expect([early.status, early.code]).toEqual([409, 'votes.wrong_state'])
  })

  test.each([
    ['without a system', { mode: 'official_external' as const }, 'votes.official_system_needed'],
    [
      'on paper, with one',
      { mode: 'paper_assisted' as const, official: SYSTEM },
      'votes.official_system_not_here',
    ],
  ])('none is drafted %s', async (_name, draft, code) => {
    const sent = { community: COMMUNITY, title: '续聘物业', items: ITEMS, ...draft }
    const answer = await (await app.as('committee')).send(votes.draft, sent)
    expect([answer.status, answer.code]).toEqual([422, code])
  })

  test('recorded, corrected, confirmed by two, published, final', async () => {
    const vote = await closed()
    expect((await see(vote)).next).toMatchObject({
      act: 'wait_for_count',
      missing: ['还没有登记政府平台公布的结果'],
    })
    const community = await app.as('community')
    expect((await community.send(votes.countToConfirm, one(vote))).code).toBe(
      'votes.not_counted_yet',
    )
    expect(done(await record(vote)).next.act).toBe('confirm_count')
    const count = done(await community.send(votes.countToConfirm, one(vote)))
    expect(count.result).toMatchObject({
      items: [{ result: 'PASSED', forHeads: 7 }, { result: 'PASSED' }],
      official: { system: SYSTEM.name, document: '京表决〔2026〕8号', differences: [] },
    })
    done(
      await community.send(votes.confirmCount, {
        ...one(vote),
        ballotsSha256: count.ballotsSha256,
      }),
    )
    // A figure was mistyped: what was confirmed of it is confirmed no more.
    const abstaining = { abstain: both(1, 10_000), for: both(6, 70_613) }
    expect(done(await record(vote, { items: [item(1), item(2, abstaining)] }))).toMatchObject({
      confirmations: [],
    })
    const stale = { ...one(vote), ballotsSha256: count.ballotsSha256 }
    expect((await community.send(votes.confirmCount, stale)).code).toBe('votes.count_changed')
    await confirmed(app, vote)
    const late = await record(vote)
    expect([late.status, late.code]).toEqual([409, 'votes.wrong_state'])
    const committee = await app.as('committee')
    expect(done(await committee.send(votes.publishResult, one(vote))).state).toBe(
      'result_published',
    )
    const result = done(await (await app.as('zhang')).send(votes.result, one(vote)))
    expect(result.items[1]).toMatchObject({ forHeads: 6, abstainHeads: 1 })
    app.clock.advance(9 * DAY)
    await app.sweep()
    expect((await see(vote)).state).toBe('final')
  })

  test('a verdict the law does not give, and totals of another roll, are said first', async () => {
    const vote = await closed()
    const rejected = { for: both(4, 40_000), against: both(4, 50_613) }
    const explanation = '平台的名册比本小区的早一个月。'
    const total = both(9, 100_613)
    done(await record(vote, { total, explanation, items: [item(1), item(2, rejected)] }))
    const community = await app.as('community')
    const { result } = done(await community.send(votes.countToConfirm, one(vote)))
    expect(result.items[1]).toMatchObject({ totalHeads: 9, result: 'REJECTED' })
    expect(result.official?.verdicts).toEqual(['PASSED', 'PASSED'])
    expect(result.official?.differences).toMatchObject([
      { item: 2 },
      { sentence: expect.stringContaining(explanation) as string },
    ])
  })

  test('what does not add up is refused and nothing is recorded', async () => {
    const vote = await closed()
    const wrong: readonly (readonly [Partial<OfficialFigures>, string])[] = [
      [{ items: [item(1)] }, 'votes.official_item_missing'],
      [{ items: [item(1), item(1)] }, 'votes.item_twice'],
      [{ items: [item(1), item(3)] }, 'votes.item_unknown'],
      [{ items: [item(1), item(2, { for: both(6, 80_613) })] }, 'votes.official_sum'],
      [{ total: both(7, 90_613), explanation: '平台少一户。' }, 'votes.official_too_many'],
      [{ total: both(9, 90_613) }, 'votes.official_total_unexplained'],
      [{ items: [item(1), item(2, { abstain: both(0, 10) })] }, 'votes.official_axes'],
      [{ day: '2026-01-01' }, 'votes.official_day'],
    ]
    for (const [change, code] of wrong) {
      const answer = await record(vote, change)
      expect([answer.status, answer.code]).toEqual([422, code])
    }
    expect((await see(vote)).next.act).toBe('wait_for_count')
    const owner = await app.as('zhang')
    const asked = await owner.send(votes.recordOfficialResult, { ...one(vote), ...figures() })
    expect(asked.code).toBe('auth.not_permitted')
  })

  test('the same record sent twice at once is one', async () => {
    const vote = await closed()
    const [first, second] = await Promise.all([
      record(vote, {}, 'only-once'),
      record(vote, {}, 'only-once'),
    ])
    expect(done(first).next).toEqual(done(second).next)
    const community = await app.as('community')
    const { ballotsSha256 } = done(await community.send(votes.countToConfirm, one(vote)))
    done(await community.send(votes.confirmCount, { ...one(vote), ballotsSha256 }))
    // A repetition, come late, takes no confirmation away.
    expect(done(await record(vote, {}, 'only-once')).confirmations).toHaveLength(1)
  })

  test('an opinion whose roll was never published does not become a decision', async () => {
    const vote = await frozen(app, { mode: 'advisory' })
    const committee = await app.as('committee')
    const answer = await committee.send(votes.redraft, {
      ...{ ...one(vote), title: '续聘物业', items: ITEMS, ...OFFICIAL },
    })
    expect([answer.status, answer.code]).toEqual([409, 'votes.mode_fixed'])
  })

  test('a vote counted here takes no figures from elsewhere', async () => {
    await standUnder(app, 'demo')
    const vote = await opened(app)
    app.clock.advance(5 * DAY + 1)
    const answer = await record(vote)
    expect([answer.status, answer.code]).toEqual([422, 'votes.official_only'])
    await standUnder(app, 'beijing')
  })
})
