import { votes } from '#shared/votes/contract.ts'
import type { Choice } from '#shared/votes/terms.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { castAs, closedAndCounted, done, everyBallot, headsOf, opened } from '../votes.fixture.ts'
import { accept, castFor, end, entrusted, give, nameOf } from './mandates.fixture.ts'

const FOR: readonly Choice[] = ['for', 'for']

describe.each(openTables)('mandates under attack (%s)', (_, open) => {
  let app: VoteApp
  let vote: string
  beforeEach(async () => {
    app = await openVoteApp(open)
    vote = await opened(app)
  })
  afterEach(() => app.close())

  const told = ({ status, code }: { status: number; code: string | undefined }) => [status, code]
  const mine = async (person: string) =>
    done(await (await app.as(person)).send(votes.myMandates, { community: COMMUNITY, vote }))
  const submissions = async () =>
    (await everyBallot(app, vote)).flatMap(
      ({ data }) => (data as { submissions: readonly unknown[] }).submissions,
    )

  test('four accepted at once where three are the most: three it is', async () => {
    const codes = []
    for (const principal of ['zhang', 'wu', 'zheng', 'chair']) {
      codes.push(done(await give(app, principal, vote, { agent: nameOf('fang') }), 201))
    }
    const answers = await Promise.all(
      codes.map(({ secret = '' }) => accept(app, 'fang', vote, secret)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409])
    expect(answers.find(({ status }) => status === 409)?.code).toBe('votes.agent_full')
    const { held } = await mine('fang')
    expect(held).toHaveLength(3)
    for (const { head } of held) done(await castFor(app, 'fang', vote, head), 201)
    const { items } = await closedAndCounted(app, vote)
    expect(items[0]).toMatchObject({ forHeads: 3, voidHeads: 0 })
  })

  test('a place given back is free for the next, one used is not', async () => {
    const held = []
    for (const principal of ['zhang', 'wu', 'zheng']) {
      held.push(await entrusted(app, principal, 'fang', vote))
    }
    const [used, back] = held
    done(await castFor(app, 'fang', vote, used?.head ?? ''), 201)
    const fourth = done(await give(app, 'chair', vote, { agent: nameOf('fang') }), 201)
    expect((await accept(app, 'fang', vote, fourth.secret ?? '')).code).toBe('votes.agent_full')
    if (back) done(await end(app, 'wu', vote, back))
    done(await accept(app, 'fang', vote, fourth.secret ?? ''))
    expect((await mine('fang')).held).toHaveLength(3)
  })

  test('no chain: what is held is not handed on, and who gave theirs holds nothing', async () => {
    const held = await entrusted(app, 'zhang', 'fang', vote)
    expect(told(await give(app, 'fang', vote, { head: held.head }))).toEqual([
      403,
      'votes.mandate_not_handed_on',
    ])
    expect(told(await give(app, 'fang', vote))).toEqual([409, 'votes.agent_gives_none'])
    const given = done(await give(app, 'wu', vote, { agent: nameOf('zhang') }), 201)
    expect(told(await accept(app, 'zhang', vote, given.secret ?? ''))).toEqual([
      409,
      'votes.agent_gave_own',
    ])
    // Nothing is left of what was refused: given back, each is free again.
    done(await end(app, 'zhang', vote, held))
    done(await accept(app, 'zhang', vote, given.secret ?? ''))
    done(await give(app, 'fang', vote), 201)
  })

  test('no cycle, however close together the two accept', async () => {
    const toFang = done(await give(app, 'zhang', vote, { agent: nameOf('fang') }), 201)
    const toZhang = done(await give(app, 'fang', vote, { agent: nameOf('zhang') }), 201)
    const both = await Promise.all([
      accept(app, 'fang', vote, toFang.secret ?? ''),
      accept(app, 'zhang', vote, toZhang.secret ?? ''),
    ])
    expect(both.map(told)).toEqual([
      [409, 'votes.agent_gave_own'],
      [409, 'votes.agent_gave_own'],
    ])
  })

  test('giving and accepting at the same moment: never both', async () => {
    for (let n = 0; n < 4; n += 1) {
      const offered = done(await give(app, 'wu', vote, { agent: nameOf('fang') }), 201)
      const [given, taken] = await Promise.all([
        give(app, 'fang', vote, { agent: nameOf('wu') }),
        accept(app, 'fang', vote, offered.secret ?? ''),
      ])
      expect([given.status, taken.status]).not.toEqual([201, 200])
      const live = await mine('fang')
      const gives = live.given.filter(({ state }) => state !== 'ended')
      expect(gives.length > 0 && live.held.length > 0).toBe(false)
      for (const one of [...gives, ...live.held]) done(await end(app, 'fang', vote, one))
      if (taken.status !== 200) done(await end(app, 'wu', vote, offered.mandate))
    }
  })

  test('revoking and casting at the same moment: one of the two', async () => {
    for (let n = 0; n < 4; n += 1) {
      const held = await entrusted(app, 'zhang', 'fang', vote)
      const before = (await submissions()).length
      const [revoked, cast] = await Promise.all([
        end(app, 'zhang', vote, held),
        castFor(app, 'fang', vote, held.head),
      ])
      const outcome = [revoked.status, cast.status < 300]
      expect([
        [200, false],
        [409, true],
      ]).toContainEqual(outcome)
      expect((await submissions()).length - before).toBe(cast.status < 300 ? 1 : 0)
      if (cast.status < 300) return
    }
  })

  test('a cast of an agent sent three times at once is one ballot', async () => {
    const held = await entrusted(app, 'zhang', 'fang', vote)
    const three = await Promise.all(
      [1, 2, 3].map(() => castFor(app, 'fang', vote, held.head, FOR, 'tap-once')),
    )
    expect(three.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(await submissions()).toMatchObject([
      { voter: 'k-zhang', person: 'fang', proxy: { mandate: held.mandate, agent: 'fang' } },
    ])
  })

  test('agent and owner at the same moment: both lie in the box, the owner is counted', async () => {
    const held = await entrusted(app, 'zhang', 'fang', vote)
    const both = await Promise.all([
      castFor(app, 'fang', vote, held.head, ['against', 'against']),
      castAs(app, 'zhang', vote, FOR),
    ])
    expect(both[1].status).toBe(201)
    const { items, voidHeads } = await closedAndCounted(app, vote)
    expect(items[0]).toMatchObject({ forHeads: 1, againstHeads: 0 })
    expect(voidHeads).toBe(0)
  })

  test('a forged mandate, a mandate of another vote, a head that is not its: no ballot', async () => {
    const held = await entrusted(app, 'zhang', 'fang', vote)
    const [other] = await headsOf(app, 'wu', vote)
    expect(told(await castFor(app, 'fang', vote, other?.head ?? ''))).toEqual([
      403,
      'votes.not_your_head',
    ])
    const next = await opened(app)
    expect(told(await castFor(app, 'fang', next, held.head))).toEqual([403, 'votes.not_your_head'])
    expect(await everyBallot(app, next)).toEqual([])
    expect(await submissions()).toEqual([])
  })

  test('a crash between place and mandate keeps the place a minute, and the retry takes it', async () => {
    const given = done(await give(app, 'zhang', vote, { agent: nameOf('fang') }), 201)
    const { table } = app.ports
    const put = table.put.bind(table)
    table.put = (item) =>
      item.sk.startsWith('HEAD#') ? Promise.reject(new Error('the process died')) : put(item)
    expect((await accept(app, 'fang', vote, given.secret ?? '')).status).toBe(500)
    table.put = put
    expect((await mine('fang')).held).toEqual([])
    expect(done(await accept(app, 'fang', vote, given.secret ?? '')).state).toBe('accepted')
  })
})
