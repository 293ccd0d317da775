import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import type { VoteState } from '#shared/votes/terms.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import {
  castAs,
  annulIt,
  closedAndCounted,
  closedAndSwept,
  confirmed,
  decided,
  executeIt,
  fileIt,
  final,
  objectAs,
  published,
  COMMUNITY,
  done,
  drafted,
  frozen,
  importUnits,
  ITEMS,
  noticed,
  opened,
  openVoteApp,
  unit,
  UNITS,
  windowOf,
  type VoteApp,
} from './votes.fixture.ts'

const START = new Date('2026-11-24T02:00:00Z')

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
      next: { act: 'freeze_roll', missing: [] },
      heads: [],
    })
    const committee = await app.as('committee')
    const roll = done(await committee.send(votes.freezeRoll, { community: COMMUNITY, vote })).roll
    expect(roll).toMatchObject({ registerVersion: 1, heads: 8, areaCenti: 9 * 8_957 + 10_000 })
    expect(roll).toMatchObject({
      units: 10,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    const window = windowOf(app)
    const sent = { community: COMMUNITY, vote, ...window }
    expect(done(await committee.send(votes.giveNotice, sent))).toMatchObject({
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
    expect(done(await see(vote))).toMatchObject({ state: 'counted', next: { act: 'none' } })
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

  const ARRIVE: Record<VoteState, () => Promise<string>> = {
    draft: () => drafted(app),
    roll_frozen: () => frozen(app),
    noticed: () => noticed(app),
    open: () => opened(app),
    closed: async () => {
      const vote = await opened(app)
      app.clock.advance(5 * DAY + 1)
      return vote
    },
    roll_published: () => published(app),
    counted: async () => {
      const vote = await opened(app)
      await closedAndSwept(app, vote)
      await confirmed(app, vote)
      return vote
    },
    result_published: () => decided(app),
    final: () => final(app),
    filed: async () => {
      const vote = await final(app)
      await fileIt(app, vote)
      return vote
    },
    executed: async () => {
      const vote = await final(app)
      await executeIt(app, vote)
      return vote
    },
    no_quorum: async () => {
      const vote = await opened(app)
      await closedAndCounted(app, vote)
      return vote
    },
    annulled: async () => {
      const vote = await decided(app)
      await annulIt(app, vote)
      return vote
    },
    cancelled: async () => {
      const vote = await noticed(app)
      const sent = { community: COMMUNITY, vote, reason: '换一种方案' }
      done(await (await app.as('committee')).send(votes.cancel, sent))
      return vote
    },
  }
  // Every state × every operation: 'ok', or the code of its refusal. Each on a vote of its own.
  const OPERATIONS = [
    ...['redraft', 'publishRoll', 'freezeRoll', 'giveNotice', 'cancel', 'cast', 'object'],
    ...['confirmCount', 'publishResult', 'result', 'file', 'execute', 'annul'],
  ] as const
  // One letter for each operation, in their order: `+` goes, `.` is refused as the wrong state, others by their own code.
  const CODES: Readonly<Record<string, string>> = {
    ...{ '+': 'ok', '.': 'votes.wrong_state', n: 'votes.no_notice_yet', y: 'votes.not_open_yet' },
    ...{ c: 'votes.closed', x: 'votes.cancelled', r: 'votes.not_counted_yet' },
    ...{ o: 'votes.no_objections_now', f: 'votes.roll_still_open' },
    // A draft is the committee's own: the street does not know of it.
    m: 'votes.not_found',
  }
  test.each([
    ['draft', '++..+no..r..m'],
    ['roll_published', '+.f.+n+..r...'],
    ['roll_frozen', '+..++no..r...'],
    ['noticed', '+...+yo..r...'],
    ['open', '....++o..r...'],
    ['closed', '.....cor.r...'],
    ['counted', '.....co.+r...'],
    ['result_published', '.....c+..+..+'],
    ['final', '.....co..++++'],
    ['filed', '.....co..+.++'],
    ['executed', '.....co..++.+'],
    ['no_quorum', '.....co..+...'],
    ['annulled', '.....co..+...'],
    ['cancelled', '.....xo..x...'],
  ] as const)('while %s', async (state, expected) => {
    let vote: string | undefined
    for (const [place, operation] of OPERATIONS.entries()) {
      if (vote === undefined) {
        app.clock.now = START
        vote = await ARRIVE[state]()
      }
      const answer = await send(operation, vote)
      const code = CODES[expected[place] ?? '']
      expect([operation, answer.code ?? 'ok']).toEqual([operation, code])
      // A refusal has changed nothing: the next is asked of the same vote.
      if (answer.code === undefined) vote = undefined
    }
  })

  async function send(operation: string, vote: string): Promise<{ readonly code?: string }> {
    const one = { community: COMMUNITY, vote }
    const chair = await app.as('chair')
    const sent: Record<string, () => Promise<{ readonly code?: string }>> = {
      redraft: () =>
        chair.send(votes.redraft, { ...one, title: '改过', mode: 'advisory', items: ITEMS }),
      publishRoll: () => chair.send(votes.publishRoll, one),
      freezeRoll: () => chair.send(votes.freezeRoll, one),
      giveNotice: () => chair.send(votes.giveNotice, { ...one, ...windowOf(app) }),
      cancel: () => chair.send(votes.cancel, { ...one, reason: '换一种方案' }),
      cast: () => castAs(app, 'chair', vote, ['for', 'for']),
      object: () => objectAs(app, 'chair', vote, 'roll').then(eitherOr(vote)),
      confirmCount: () => chair.send(votes.confirmCount, { ...one, ballotsSha256: 'a'.repeat(64) }),
      publishResult: () => chair.send(votes.publishResult, one),
      result: () => chair.send(votes.result, one),
      file: () => chair.send(votes.file, { ...one, documents: ['minutes'], receipt: '备 2026-8' }),
      execute: () => chair.send(votes.execute, { ...one, note: '合同已经签订。' }),
      annul: async () =>
        (await app.as('street')).send(votes.annul, {
          ...one,
          authority: 'court',
          document: '（2026）民初 8 号',
          note: '判决撤销。',
        }),
    }
    const ask = sent[operation]
    if (!ask) throw new Error(`no operation ${operation}`)
    return ask()
  }

  /** What is objected to is the roll, or else the result. */
  const eitherOr = (vote: string) => (answer: { readonly code?: string }) =>
    answer.code === undefined ? answer : objectAs(app, 'chair', vote, 'result')

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
