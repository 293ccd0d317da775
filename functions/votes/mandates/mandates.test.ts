import { votes } from '#shared/votes/contract.ts'
import type { Choice } from '#shared/votes/terms.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import {
  castAs,
  closedAndCounted,
  done,
  everyBallot,
  headsOf,
  noticed,
  opened,
  published,
} from '../votes.fixture.ts'
import { accept, castFor, end, entrusted, give, nameOf } from './mandates.fixture.ts'

const FOR: readonly Choice[] = ['for', 'for']

describe.each(openTables)('written mandates (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const told = ({ status, code }: { status: number; code: string | undefined }) => [status, code]
  const see = async (person: string, vote: string) =>
    done(await (await app.as(person)).send(votes.get, { community: COMMUNITY, vote }))

  test('given before the opening, accepted with the code, seen by both, cast, counted', async () => {
    const vote = await noticed(app)
    const given = done(await give(app, 'zhang', vote, { agent: nameOf('fang') }), 201)
    expect(given.mandate).toMatchObject({
      state: 'offered',
      principal: 'k******',
      agent: '业*****',
    })
    const held = done(await accept(app, 'fang', vote, (given.secret ?? '').toLowerCase()))
    expect(held).toMatchObject({ state: 'accepted', units: ['1-1-101', '2-1-201'] })
    expect((await see('zhang', vote)).heads).toMatchObject([{ mandate: { state: 'accepted' } }])
    const { opensAt = '' } = await see('fang', vote)
    app.clock.now = new Date(opensAt)
    const [own, acting] = (await see('fang', vote)).heads
    expect(own?.actsFor).toBeUndefined()
    expect(acting).toMatchObject({
      areaCenti: 18_957,
      actsFor: { principal: 'k******', mandate: held.mandate },
    })
    expect(acting?.blocked).toBeUndefined()

    const cast = done(await castFor(app, 'fang', vote, held.head, ['for', 'against']), 201)
    expect(cast).toMatchObject({
      ballot: { choices: [{ choice: 'for' }, { choice: 'against' }] },
      blocked: { code: 'votes.already_cast' },
    })
    expect((await see('zhang', vote)).heads).toMatchObject([{ mandate: { state: 'used' } }])
    // What the agent chose is nobody's to read before the count, not even the owner's.
    expect(JSON.stringify(await see('zhang', vote))).not.toContain('against')
    const { items } = await closedAndCounted(app, vote)
    expect(items.map((one) => [one.forHeads, one.againstHeads])).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  test('a tenant may act for an owner, and for nobody without it', async () => {
    const vote = await opened(app)
    const [head] = await headsOf(app, 'fang', vote)
    expect(told(await castFor(app, 'lodger', vote, head?.head ?? ''))).toEqual([
      403,
      'votes.tenants_do_not_vote',
    ])
    await entrusted(app, 'fang', 'lodger', vote)
    expect(await see('lodger', vote)).toMatchObject({ standing: 'may_cast', heads: [{}] })
    done(await castFor(app, 'lodger', vote, head?.head ?? ''), 201)
    expect(await see('lodger', vote)).toMatchObject({ standing: 'cast' })
  })

  test('the owner’s own ballot wins, whether it comes after the agent’s or before', async () => {
    const vote = await opened(app)
    const held = await entrusted(app, 'zhang', 'fang', vote)
    const other = await entrusted(app, 'wu', 'fang', vote)
    done(await castFor(app, 'fang', vote, held.head, ['against', 'against']), 201)
    done(await castAs(app, 'zhang', vote, FOR), 201)
    done(await castAs(app, 'wu', vote, FOR), 201)
    expect(told(await castFor(app, 'fang', vote, other.head, ['against', 'against']))).toEqual([
      409,
      'votes.principal_has_cast',
    ])
    expect(told(await give(app, 'wu', vote))).toEqual([409, 'votes.mandate_not_needed'])
    const { items } = await closedAndCounted(app, vote)
    expect(items[0]).toMatchObject({ forHeads: 2, againstHeads: 0, participatingHeads: 2 })
  })

  test('what the owner wrote down is what the agent casts', async () => {
    const vote = await opened(app)
    const held = await entrusted(app, 'zhang', 'fang', vote, {
      choices: [{ item: 2, choice: 'against' }],
    })
    expect(held.choices).toEqual([{ item: 2, choice: 'against' }])
    const refused = await castFor(app, 'fang', vote, held.head, FOR)
    expect([refused.code, refused.detail]).toEqual([
      'votes.mandate_says_otherwise',
      '委托书上第 2 项写的是“反对”，请照业主的意见投。',
    ])
    expect(await everyBallot(app, vote)).toEqual([])
    done(await castFor(app, 'fang', vote, held.head, ['abstain', 'against']), 201)
  })

  test('revoked until cast, by either side, and then given anew', async () => {
    const vote = await opened(app)
    const first = await entrusted(app, 'zhang', 'fang', vote)
    expect(told(await give(app, 'zhang', vote))).toEqual([409, 'votes.mandate_given_already'])
    expect(told(await end(app, 'wu', vote, first))).toEqual([404, 'votes.mandate_not_found'])
    const ended = done(await end(app, 'zhang', vote, first, 'end-once'))
    expect(ended).toMatchObject({ state: 'ended', ended: { by: 'principal' } })
    expect(done(await end(app, 'zhang', vote, first, 'end-once'))).toEqual(ended)
    expect(told(await end(app, 'zhang', vote, first))).toEqual([409, 'votes.mandate_ended'])
    expect(told(await castFor(app, 'fang', vote, first.head))).toEqual([403, 'votes.not_your_head'])
    const second = await entrusted(app, 'zhang', 'fang', vote)
    expect(done(await end(app, 'fang', vote, second)).ended?.by).toBe('agent')
    const third = await entrusted(app, 'zhang', 'fang', vote)
    done(await castFor(app, 'fang', vote, third.head), 201)
    expect(told(await end(app, 'zhang', vote, third))).toEqual([409, 'votes.mandate_used'])
    const { given, opinion } = done(
      await (await app.as('zhang')).send(votes.myMandates, { community: COMMUNITY, vote }),
    )
    expect(opinion).toBe('optional')
    expect(given.map(({ state }) => state)).toEqual(['ended', 'ended', 'used'])
  })

  test('of co-owners the representative gives, to the one beside as well; without one any of them', async () => {
    const vote = await opened(app)
    expect(told(await give(app, 'wang', vote))).toEqual([403, 'votes.representative_votes'])
    const held = await entrusted(app, 'li', 'wang', vote)
    expect((await see('wang', vote)).heads).toMatchObject([{ actsFor: { principal: '李**' } }])
    done(await castFor(app, 'wang', vote, held.head), 201)
    const given = done(await give(app, 'sun', vote, { agent: nameOf('zhou') }), 201)
    expect(told(await accept(app, 'zhou', vote, given.secret ?? ''))).toEqual([
      409,
      'votes.agent_votes_anyway',
    ])
    expect(told(await give(app, 'zhou', vote))).toEqual([409, 'votes.mandate_given_already'])
    const { items } = await closedAndCounted(app, vote)
    expect(items[0]).toMatchObject({ forHeads: 1, participatingHeads: 1 })
  })

  test.each([
    ['a tenant', 'lodger', 'votes.tenants_do_not_vote'],
    ['who has no keys yet', 'buyer', 'votes.not_on_roll'],
    ['the developer', 'builder', 'votes.developer_votes'],
  ])('%s has nothing to give', async (_name, person, code) => {
    const vote = await opened(app)
    const [head] = await headsOf(app, 'fang', vote)
    const rest = person === 'builder' ? {} : { head: head?.head ?? '' }
    expect(told(await give(app, person, vote, rest))).toEqual([403, code])
  })

  test('a code opens one mandate, to who was named, once, and cannot be guessed on and on', async () => {
    const vote = await opened(app)
    const code =
      done(await give(app, 'zhang', vote, { agent: nameOf('fang') }, 'give-once'), 201).secret ?? ''
    const again = done(await give(app, 'zhang', vote, { agent: nameOf('fang') }, 'give-once'), 201)
    expect(again.secret).toBe(code)
    expect(told(await accept(app, 'wu', vote, code))).toEqual([403, 'votes.mandate_names_other'])
    expect(told(await accept(app, 'zhang', vote, code))).toEqual([409, 'votes.agent_votes_anyway'])
    done(await accept(app, 'fang', vote, code))
    expect(done(await accept(app, 'fang', vote, code)).state).toBe('accepted')
    expect(told(await accept(app, 'wu', vote, code))).toEqual([409, 'votes.mandate_taken'])
    const stored = JSON.stringify(await everyMandateItem(app, vote))
    expect(stored).not.toContain(code.replace('-', ''))
    for (let n = 0; n < 18; n += 1) await accept(app, 'wu', vote, '33333-33333')
    expect(told(await accept(app, 'wu', vote, code))).toEqual([429, 'votes.mandate_code_locked'])
  })

  test('property staff act for nobody, whatever homes they own', async () => {
    const vote = await opened(app)
    const given = done(await give(app, 'zhang', vote, { agent: '冯涛' }), 201)
    expect(told(await accept(app, 'living_clerk', vote, given.secret ?? ''))).toEqual([
      403,
      'votes.agent_is_property',
    ])
    expect(told(await accept(app, 'property', vote, given.secret ?? ''))).toEqual([
      403,
      'auth.not_permitted',
    ])
  })

  test('nothing is given before the roll is frozen, and nothing accepted after the close', async () => {
    const early = await published(app)
    const anyHead = { head: 'no-head' }
    expect(told(await give(app, 'zhang', early, anyHead))).toEqual([409, 'votes.no_roll_yet'])
    const vote = await opened(app)
    const given = done(await give(app, 'zhang', vote, { agent: nameOf('fang') }), 201)
    const { closesAt = '' } = await see('zhang', vote)
    app.clock.now = new Date(Date.parse(closesAt) + 1)
    expect(told(await accept(app, 'fang', vote, given.secret ?? ''))).toEqual([
      409,
      'votes.wrong_state',
    ])
    expect(told(await give(app, 'wu', vote))).toEqual([409, 'votes.wrong_state'])
  })
})

const everyMandateItem = async ({ ports }: VoteApp, vote: string) =>
  (await ports.table.query(`M#${COMMUNITY}#${vote}`)).items
