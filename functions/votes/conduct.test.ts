import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import {
  COMMUNITY,
  importUnits,
  openVoteApp,
  unit,
  UNITS,
  type VoteApp,
} from './vote-people.fixture.ts'
import {
  castAs,
  closedAndCounted,
  confirmed,
  published,
  done,
  drafted,
  frozen,
  gated,
  ITEMS,
  noticed,
  opened,
  windowOf,
} from './votes.fixture.ts'

describe.each(openTables)('conducting a vote (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const see = async (vote: string, person = 'committee') =>
    (await app.as(person)).send(votes.get, { community: COMMUNITY, vote })

  test('from draft to result, every step shown with what comes next', async () => {
    const vote = await drafted(app)
    expect(done(await see(vote))).toMatchObject({
      state: 'draft',
      profile: { id: 'demo', fictitious: true },
      items: [
        { item: 1, matter: 4, class: 'ordinary', title: '续聘安居物业', text: ITEMS[0]?.text },
        { item: 2, matter: 6, class: 'special' },
      ],
      draftedBy: '陈**',
      next: { act: 'publish_roll', missing: [] },
      heads: [],
    })
    const committee = await app.as('committee')
    const one = { community: COMMUNITY, vote }
    expect(done(await committee.send(votes.publishRoll, one))).toMatchObject({
      state: 'roll_published',
      published: { registerVersion: 1, heads: 8, areaCenti: 9 * 8_957 + 10_000 },
      next: { act: 'wait_for_objections' },
    })
    app.clock.advance(9 * DAY)
    const back = await app.as('committee')
    const roll = done(await back.send(votes.freezeRoll, one)).roll
    expect(roll).toMatchObject({ registerVersion: 1, heads: 8, areaCenti: 9 * 8_957 + 10_000 })
    expect(roll).toMatchObject({
      units: 10,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    await gated(app, vote)
    const window = windowOf(app)
    const sent = { community: COMMUNITY, vote, ...window }
    expect(done(await back.send(votes.giveNotice, sent))).toMatchObject({
      state: 'noticed',
      ...window,
      noticedAt: app.clock.now.toISOString(),
      turnout: { castHeads: 0, totalHeads: 8 },
      next: { act: 'wait_for_opening', possibleAt: window.opensAt },
    })
    app.clock.now = new Date(window.opensAt)
    await app.sweep()
    expect(done(await see(vote))).toMatchObject({ state: 'open', next: { act: 'wait_for_close' } })
    app.clock.now = new Date(Date.parse(window.closesAt) + 1)
    await app.sweep()
    expect(done(await see(vote))).toMatchObject({
      state: 'closed',
      next: { act: 'wait_for_count' },
    })
    app.clock.advance(60_000)
    await app.sweep()
    expect(done(await see(vote))).toMatchObject({ state: 'closed', next: { act: 'confirm_count' } })
    await confirmed(app, vote)
    expect(done(await see(vote))).toMatchObject({
      state: 'counted',
      confirmations: [{ office: 'committee' }, { office: 'community' }],
      next: { act: 'publish_result' },
    })
    // Nobody voted: there is no decision, and nothing more to wait for.
    const later = await app.as('committee')
    expect(done(await later.send(votes.publishResult, one))).toMatchObject({
      state: 'no_quorum',
      next: { act: 'none' },
    })
  })

  test('a draft is nobody else’s business, and neither is one cancelled as a draft', async () => {
    const vote = await drafted(app)
    const owner = await app.as('zhang')
    const hidden = async () => {
      for (const route of [votes.get, votes.turnout, votes.result]) {
        const answer = await owner.send(route, { community: COMMUNITY, vote })
        expect([answer.status, answer.code]).toEqual([404, 'votes.not_found'])
      }
      expect(await castAs404()).toBe('votes.not_found')
      expect(done(await owner.send(votes.list, { community: COMMUNITY })).items).toEqual([])
    }
    const castAs404 = async () => {
      const choices = [{ item: 1, choice: 'for' as const }]
      const sent = { community: COMMUNITY, vote, head: 'any', choices }
      return (await owner.send(votes.cast, sent)).code
    }
    await hidden()
    const committee = await app.as('committee')
    const listed = done(await committee.send(votes.list, { community: COMMUNITY })).items
    expect(listed).toMatchObject([{ vote, state: 'draft', items: 2, standing: 'not_entitled' }])
    const cancelling = { community: COMMUNITY, vote, reason: '换一种方案' }
    done(await committee.send(votes.cancel, cancelling))
    await hidden()
  })

  test('from the frozen roll on everybody sees it, and a cancelled one keeps its reason', async () => {
    const vote = await noticed(app)
    const committee = await app.as('committee')
    done(await committee.send(votes.cancel, { community: COMMUNITY, vote, reason: '换一种方案' }))
    expect(done(await see(vote, 'lodger'))).toMatchObject({
      state: 'cancelled',
      cancelled: { at: app.clock.now.toISOString(), reason: '换一种方案' },
    })
    app.clock.advance(30 * DAY)
    await app.sweep()
    expect(done(await see(vote, 'lodger')).state).toBe('cancelled')
    const result = await (await app.as('zhang')).send(votes.result, { community: COMMUNITY, vote })
    expect([result.status, result.code]).toEqual([409, 'votes.cancelled'])
  })

  test('a step sent again is taken once, another under its key is refused', async () => {
    const vote = await published(app)
    app.clock.advance(9 * DAY)
    const committee = await app.as('committee')
    const one = { community: COMMUNITY, vote }
    const freeze = () => committee.send(votes.freezeRoll, one, { key: 'freeze-it' })
    const both = await Promise.all([freeze(), freeze()])
    expect(both.map(({ body }) => body.roll?.sha256)).toEqual([
      both[0].body.roll?.sha256,
      both[0].body.roll?.sha256,
    ])
    expect(done(await freeze()).state).toBe('roll_frozen')
    await gated(app, vote)
    const sent = { ...one, ...windowOf(app) }
    const notice = (closesAt: string) =>
      committee.send(votes.giveNotice, { ...sent, closesAt }, { key: 'notice-it' })
    const first = done(await notice(sent.closesAt))
    expect(done(await notice(sent.closesAt))).toEqual(first)
    const later = new Date(Date.parse(sent.closesAt) + DAY).toISOString()
    expect((await notice(later)).code).toBe('request.idempotency_key_reused')
  })

  test.each([
    ['a day too early', -DAY, 0, 'votes.notice_too_short'],
    ['closing as it opens', 0, -5 * DAY, 'votes.closes_before_opening'],
    ['open for an hour', 0, -5 * DAY + 3_600_000, 'votes.window_too_short'],
    ['open for 31 days', 0, 26 * DAY, 'votes.window_too_long'],
  ])('a window %s is refused', async (_name, opens, closes, code) => {
    const vote = await frozen(app)
    await gated(app, vote)
    const { opensAt, closesAt } = windowOf(app)
    const sent = {
      community: COMMUNITY,
      vote,
      opensAt: new Date(Date.parse(opensAt) + opens).toISOString(),
      closesAt: new Date(Date.parse(closesAt) + closes).toISOString(),
    }
    const answer = await (await app.as('committee')).send(votes.giveNotice, sent)
    expect([answer.status, answer.code]).toEqual([422, code])
    expect(done(await see(vote)).state).toBe('roll_frozen')
  })

  test.each([
    ['parking only', [unit('P-1', ['k-a'], { kind: 'parking' })], 'votes.roll_empty'],
    [
      'areas nobody can add exactly',
      [1, 2].map((n) => unit(`${n}`, [`k${n}`], { areaCenti: Number.MAX_SAFE_INTEGER })),
      'votes.area_too_large',
    ],
  ])('no roll of %s', async (_name, units, code) => {
    await app.close()
    app = await openVoteApp(open, units)
    const vote = await drafted(app)
    const committee = await app.as('committee')
    const answer = await committee.send(votes.publishRoll, { community: COMMUNITY, vote })
    expect(answer.code).toBe(code)
    expect(done(await see(vote)).state).toBe('draft')
  })

  test('no roll where nothing was imported yet', async () => {
    await app.close()
    app = await openVoteApp(open, [])
    const vote = await drafted(app)
    expect(done(await see(vote)).next.missing).toEqual([
      '还没有导入房屋名册，导入后才能公示业主名册',
    ])
    const committee = await app.as('committee')
    const answer = await committee.send(votes.publishRoll, { community: COMMUNITY, vote })
    expect([answer.status, answer.code]).toEqual([409, 'votes.no_register'])
  })

  test('an import after the freeze changes the next vote, not this one', async () => {
    const vote = await opened(app)
    const before = done(await see(vote))
    // Everything was sold to one buyer.
    const sold = UNITS.map((one) => unit(one.unit, ['k-fang'], { kind: one.kind }))
    await importUnits(app, sold)
    expect(done(await see(vote)).roll).toEqual(before.roll)
    expect(done(await castAs(app, 'zhang', vote, ['for', 'against']), 201).areaCenti).toBe(18_957)
    app.clock.advance(10_000)
    expect(done(await see(vote)).turnout).toMatchObject({ castHeads: 1, totalHeads: 8 })
    const result = await closedAndCounted(app, vote)
    expect(result.rollSha256).toBe(before.roll?.sha256)
    expect(result.items[0]).toMatchObject({ totalHeads: 8, forAreaCenti: 18_957 })
    const next = await frozen(app)
    expect(done(await see(next)).roll).toMatchObject({ registerVersion: 2, heads: 1 })
  })

  test('who may not conduct, and whose community it is not', async () => {
    const vote = await frozen(app)
    const one = { community: COMMUNITY, vote }
    const asked = async (person: string) =>
      (await (await app.as(person)).send(votes.freezeRoll, one)).code
    expect(await asked('zhang')).toBe('auth.not_permitted')
    expect(await asked('property')).toBe('auth.not_permitted')
    expect(await asked('stranger')).toBe('scope.not_found')
    // Under a path of the stranger's own community the vote does not exist.
    const stranger = await app.as('stranger')
    const answer = await stranger.send(votes.get, { community: 'yunxi', vote })
    expect([answer.status, answer.code]).toEqual([404, 'votes.not_found'])
  })
})
