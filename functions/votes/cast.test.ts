import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import type { Choice } from '#shared/votes/terms.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { foundVote, voteItem, voteKey } from './items.ts'
import {
  addOwner,
  COMMUNITY,
  importUnits,
  openVoteApp,
  unit,
  UNITS,
  type VoteApp,
} from './vote-people.fixture.ts'
import {
  answers,
  castAs,
  closedAndCounted,
  done,
  everyBallot,
  headsOf,
  opened,
} from './votes.fixture.ts'

const FOR: readonly Choice[] = ['for', 'for']
const BALLOT = { choices: answers(FOR), signature: SIGNED }

describe.each(openTables)('casting (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const see = async (person: string, vote: string) =>
    done(await (await app.as(person)).send(votes.get, { community: COMMUNITY, vote }))

  test('an owner sees the weight, casts on every item, and sees the ballot', async () => {
    const vote = await opened(app)
    const before = await see('zhang', vote)
    expect(before).toMatchObject({
      standing: 'may_cast',
      heads: [{ areaCenti: 18_957, units: ['1-1-101', '2-1-201'], owners: 1 }],
    })
    expect(before.heads[0]?.blocked).toBeUndefined()
    const ballot = {
      at: app.clock.now.toISOString(),
      channel: 'electronic',
      choices: [
        { item: 1, choice: 'abstain' },
        { item: 2, choice: 'against' },
      ],
    }
    const cast = done(await castAs(app, 'zhang', vote, ['abstain', 'against']), 201)
    expect(cast).toMatchObject({ ballot, blocked: { code: 'votes.already_cast' } })
    expect(await see('zhang', vote)).toMatchObject({ standing: 'cast', heads: [{ ballot }] })
  })

  test('a list shows where the person stands in what is open', async () => {
    const vote = await opened(app)
    const standing = async (person: string) => {
      const client = await app.as(person)
      return done(await client.send(votes.list, { community: COMMUNITY })).items[0]?.standing
    }
    done(await castAs(app, 'zhang', vote, FOR), 201)
    expect(await standing('zhang')).toBe('cast')
    expect(await standing('fang')).toBe('may_cast')
    expect(await standing('wang')).toBe('not_entitled')
    expect(await standing('lodger')).toBe('not_entitled')
    expect(await standing('committee')).toBe('not_entitled')
  })

  test('sent three times at once it is one ballot', async () => {
    const vote = await opened(app)
    const three = await Promise.all(
      [1, 2, 3].map(() => castAs(app, 'zhang', vote, FOR, 'tap-once')),
    )
    const [first] = three
    expect(three.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(three.map(({ body }) => body)).toEqual([first?.body, first?.body, first?.body])
    const [item, ...others] = await everyBallot(app, vote)
    expect(others).toEqual([])
    expect(item?.data).toMatchObject({ submissions: [{ voter: 'k-zhang', choices: FOR }] })
    expect((item?.data as { submissions: unknown[] }).submissions).toHaveLength(1)
  })

  test('a reply lost before the close is found after it', async () => {
    const vote = await opened(app)
    const first = done(await castAs(app, 'zhang', vote, FOR, 'tap-once'), 201)
    app.clock.advance(6 * DAY)
    await app.sweep()
    expect(done(await castAs(app, 'zhang', vote, FOR, 'tap-once'), 201)).toEqual(first)
  })

  test('the first ballot is final', async () => {
    const vote = await opened(app)
    done(await castAs(app, 'zhang', vote, FOR, 'tap-once'), 201)
    const stored = await everyBallot(app, vote)
    const refused = async (choices: readonly Choice[], key: string) => {
      const answer = await castAs(app, 'zhang', vote, choices, key)
      return [answer.status, answer.code]
    }
    expect(await refused(['against', 'for'], 'another-tap')).toEqual([409, 'votes.already_cast'])
    expect(await refused(FOR, 'another-tap')).toEqual([409, 'votes.already_cast'])
    const reused = [422, 'request.idempotency_key_reused']
    expect(await refused(['against', 'for'], 'tap-once')).toEqual(reused)
    expect(await everyBallot(app, vote)).toEqual(stored)
  })

  test('an owner of two heads casts one ballot for each, and a key serves for one of them', async () => {
    await importUnits(app, [...UNITS, unit('1-1-111', ['k-sun'])])
    const vote = await opened(app)
    const [first, second] = await headsOf(app, 'sun', vote)
    const sun = await app.as('sun')
    const cast = (head = '', key: string) => {
      const sent = { community: COMMUNITY, vote, head, ...BALLOT }
      return sun.send(votes.cast, sent, { key })
    }
    done(await cast(first?.head, 'tap-once'), 201)
    expect((await cast(second?.head, 'tap-once')).code).toBe('request.idempotency_key_reused')
    expect(await see('sun', vote)).toMatchObject({ standing: 'may_cast' })
    done(await cast(second?.head, 'tap-twice'), 201)
    expect(await see('sun', vote)).toMatchObject({ standing: 'cast' })
    expect(await everyBallot(app, vote)).toHaveLength(2)
  })

  test('where the rules let voters change their mind the last ballot counts, and all are kept', async () => {
    const vote = await opened(app)
    const key = voteKey(COMMUNITY, vote)
    const item = await app.ports.table.get(key)
    if (!item) throw new Error('the vote is gone')
    const { version, ...stored } = foundVote(item)
    const rules = stored.rules && { ...stored.rules, revote: 'LAST_BEFORE_CLOSE' as const }
    await app.ports.table.put(voteItem({ ...stored, rules }, version + 1))
    done(await castAs(app, 'zhang', vote, ['for', 'for']), 201)
    app.clock.advance(1)
    const last = done(await castAs(app, 'zhang', vote, ['against', 'abstain']), 201)
    expect(last.ballot?.choices.map(({ choice }) => choice)).toEqual(['against', 'abstain'])
    expect(last.blocked).toBeUndefined()
    const [ballot] = await everyBallot(app, vote)
    expect((ballot?.data as { submissions: unknown[] }).submissions).toHaveLength(2)
    const { items } = await closedAndCounted(app, vote)
    expect(
      items.map(({ forHeads, againstHeads, abstainHeads }) => [
        forHeads,
        againstHeads,
        abstainHeads,
      ]),
    ).toEqual([
      [0, 1, 0],
      [0, 0, 1],
    ])
  })

  test('two owners of one head at once are both heard, and neither sees the other', async () => {
    const vote = await opened(app)
    const both = await Promise.all([
      castAs(app, 'sun', vote, ['for', 'for']),
      castAs(app, 'zhou', vote, ['for', 'against']),
    ])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    const [item, ...others] = await everyBallot(app, vote)
    expect(others).toEqual([])
    expect((item?.data as { submissions: unknown[] }).submissions).toHaveLength(2)
    const choicesOf = async (person: string) =>
      (await headsOf(app, person, vote))[0]?.ballot?.choices.map(({ choice }) => choice)
    expect(await choicesOf('sun')).toEqual(['for', 'for'])
    expect(await choicesOf('zhou')).toEqual(['for', 'against'])
    // They agree on the first item only.
    const { items, voidHeads } = await closedAndCounted(app, vote)
    expect(items.map((one) => [one.participatingHeads, one.voidHeads])).toEqual([
      [1, 0],
      [0, 1],
    ])
    expect(voidHeads).toBe(1)
  })

  test.each([
    ['a tenant', 'lodger', 'votes.tenants_do_not_vote', 'votes.tenants_do_not_vote'],
    ['the committee', 'committee', 'auth.not_permitted', 'votes.owners_only'],
    ['who came after the roll', 'newcomer', 'votes.not_on_roll', 'votes.not_on_roll'],
    ['who bought and does not have the keys', 'buyer', 'votes.not_on_roll', 'votes.not_on_roll'],
  ])('%s has no vote, and reads why', async (_name, person, code, whyNot) => {
    const vote = await opened(app)
    expect(await see(person, vote)).toMatchObject({
      standing: 'not_entitled',
      heads: [],
      whyNot: { code: whyNot },
    })
    const answer = await castAs(app, person, vote, FOR)
    expect([answer.status, answer.code]).toEqual([403, code])
    expect(await everyBallot(app, vote)).toEqual([])
  })

  test.each([
    ['a co-owner beside the representative', 'wang', 'votes.representative_votes', /李\*\*/],
    ['who is the developer', 'builder', 'votes.developer_votes', /建设单位/],
  ])('%s sees the head and why it is not theirs to cast', async (_name, person, code, detail) => {
    const vote = await opened(app)
    const { standing, heads } = await see(person, vote)
    expect(standing).toBe('not_entitled')
    expect(heads).toMatchObject([
      { blocked: { code, detail: expect.stringMatching(detail) as string } },
    ])
    const answer = await castAs(app, person, vote, FOR)
    expect([answer.status, answer.code]).toEqual([403, code])
    expect(answer.detail).toMatch(detail)
    expect(await everyBallot(app, vote)).toEqual([])
  })

  test('nobody casts for a head of somebody else', async () => {
    const vote = await opened(app)
    const [head] = await headsOf(app, 'zhang', vote)
    const sent = { community: COMMUNITY, vote, head: head?.head ?? '', ...BALLOT }
    const answer = await (await app.as('fang')).send(votes.cast, sent)
    expect([answer.status, answer.code]).toEqual([403, 'votes.not_your_head'])
    expect(await everyBallot(app, vote)).toEqual([])
  })

  test.each([
    ['the second item left out', answers(['for']), 422, 'votes.item_unanswered'],
    ['a third item', answers(['for', 'for', 'for']), 422, 'votes.item_unknown'],
    ['an item twice', [...answers(FOR), ...answers(['for'])], 422, 'votes.item_twice'],
    ['nothing', [], 400, 'request.invalid'],
    ['an item 0', [{ item: 0, choice: 'for' }], 400, 'request.invalid'],
    ['a choice nobody offers', [{ item: 1, choice: 'maybe' }], 400, 'request.invalid'],
  ])('a ballot with %s is refused', async (_name, choices, status, code) => {
    const vote = await opened(app)
    const [head] = await headsOf(app, 'zhang', vote)
    const sent = { community: COMMUNITY, vote, head: head?.head ?? '', choices }
    const answer = await (await app.as('zhang')).send(votes.cast, sent as never)
    expect([answer.status, answer.code]).toEqual([status, code])
    expect(await everyBallot(app, vote)).toEqual([])
  })

  test('a cast with a key too short to be one is refused', async () => {
    const vote = await opened(app)
    const answer = await castAs(app, 'zhang', vote, FOR, 'short')
    expect([answer.status, answer.code]).toEqual([400, 'request.idempotency_key_required'])
    expect(await everyBallot(app, vote)).toEqual([])
  })

  test('of 200 ballots at once none is lost', async () => {
    const owners = Array.from({ length: 200 }, (_unused, n) => `many${n}`)
    await importUnits(app, [...UNITS, ...owners.map((id, n) => unit(`3-1-${n}`, [`k-${id}`]))])
    for (const [n, id] of owners.entries()) {
      await addOwner(app.ports, id, [[`3-1-${n}`, 'owner', `k-${id}`]])
    }
    const vote = await opened(app)
    const ready = []
    for (const id of owners) {
      const [head] = await headsOf(app, id, vote)
      ready.push({ client: await app.as(id), head: head?.head ?? '' })
    }
    const cast = await Promise.all(
      ready.map(({ client, head }) =>
        client.send(votes.cast, { community: COMMUNITY, vote, head, ...BALLOT }),
      ),
    )
    expect(cast.filter(({ status }) => status !== 201)).toEqual([])
    expect(await everyBallot(app, vote)).toHaveLength(200)
    app.clock.advance(10_000)
    expect((await see('fang', vote)).turnout).toMatchObject({
      castHeads: 200,
      castAreaCenti: 200 * 8_957,
      totalHeads: 208,
    })
    const { items } = await closedAndCounted(app, vote)
    expect(items[0]).toMatchObject({ participatingHeads: 200, forHeads: 200, result: 'PASSED' })
  })
})
