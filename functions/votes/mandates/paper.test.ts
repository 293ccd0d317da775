import type { Sent } from '#shared/kernel/route.ts'
import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { castAs, done, opened } from '../votes.fixture.ts'
import { accept, addPhoto, castFor, entrusted, give, nameOf } from './mandates.fixture.ts'

type Recording = Sent<typeof votes.recordMandate>

describe.each(openTables)('mandates on paper (%s)', (_, open) => {
  let app: VoteApp
  let vote: string
  beforeEach(async () => {
    app = await openVoteApp(open)
    vote = await opened(app)
  })
  afterEach(() => app.close())

  const told = ({ status, code }: { status: number; code: string | undefined }) => [status, code]
  async function record(
    by: string,
    rest: Partial<Recording> = {},
    key = `record-${app.ports.newId()}`,
  ) {
    const photos = rest.photos ?? [await addPhoto(app, by)]
    const sent = { community: COMMUNITY, vote, unit: '1-1-102', owner: 1, agent: '老王', photos }
    return (await app.as(by)).send(votes.recordMandate, { ...sent, ...rest }, { key })
  }
  const confirm = async (
    by: string,
    { mandate, head }: { readonly mandate: string; readonly head: string },
    key?: string,
  ) =>
    (await app.as(by)).send(
      votes.confirmMandate,
      { community: COMMUNITY, vote, mandate, head },
      key === undefined ? {} : { key },
    )
  const desk = async (by: string) =>
    done(await (await app.as(by)).send(votes.mandates, { community: COMMUNITY, vote })).items

  test('taken in by one, looked at by another, then the agent accepts with the code', async () => {
    const photos = [await addPhoto(app, 'committee')]
    const rest = { agent: nameOf('wu'), photos }
    const recorded = done(await record('committee', rest, 'paper-once'), 201)
    expect(recorded.secret).toBeUndefined()
    expect(recorded.mandate).toMatchObject({ state: 'recorded', way: 'paper', photos })
    expect(done(await record('committee', rest, 'paper-once'), 201)).toEqual(recorded)
    expect(told(await confirm('committee', recorded.mandate))).toEqual([
      403,
      'votes.mandate_confirmed_by_recorder',
    ])
    const { mandate, secret = '' } = done(
      await confirm('community', recorded.mandate, 'confirm-once'),
    )
    expect(mandate).toMatchObject({ state: 'offered', recordedBy: '陈**', confirmedBy: '郑*' })
    const again = done(await confirm('community', recorded.mandate, 'confirm-once'))
    expect(again.secret).toBe(secret)
    expect(told(await confirm('community', recorded.mandate))).toEqual([
      409,
      'votes.mandate_confirmed_already',
    ])
    const held = done(await accept(app, 'wu', vote, secret))
    done(await castFor(app, 'wu', vote, held.head), 201)
    // The owner has a phone after all, and the last word.
    done(await castAs(app, 'fang', vote, ['against', 'against']), 201)
    expect(await desk('community')).toMatchObject([{ state: 'used', principal: 'k*****' }])
  })

  test('an agent who signed as well is one by that, within the cap', async () => {
    const agentPhone = '13800138000'
    const units = ['1-1-101', '1-1-102', '1-1-105', '1-1-106']
    const recorded = []
    for (const unit of units) {
      recorded.push(done(await record('committee', { unit, agentPhone }), 201).mandate)
    }
    const answers = await Promise.all(recorded.map((one) => confirm('community', one)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409])
    const states = (await desk('committee')).map(({ state }) => state).sort()
    expect(states).toEqual(['accepted', 'accepted', 'accepted', 'recorded'])
  })

  test('who took it in acts by it no more than who looked at it', async () => {
    const paper = done(await record('committee', { unit: '1-1-105', agent: '业主chair' }), 201)
    const { secret = '' } = done(await confirm('chair', paper.mandate))
    expect(told(await accept(app, 'chair', vote, secret))).toEqual([403, 'votes.agent_took_it_in'])
  })

  test('the representative signs, not the co-owner beside; and only who is on the roll', async () => {
    const refused = async (rest: Partial<Recording>) => told(await record('committee', rest))
    // In the roll's order the owners are k-li and k-wang.
    expect(await refused({ unit: '1-1-103', owner: 2 })).toEqual([403, 'votes.owner_may_not_give'])
    expect(await refused({ unit: '1-1-103', owner: 3 })).toEqual([404, 'votes.unit_not_on_roll'])
    expect(await refused({ unit: '9-9-999' })).toEqual([404, 'votes.unit_not_on_roll'])
    expect(await refused({ unit: '1-1-108' })).toEqual([403, 'votes.developer_votes'])
    expect(await refused({ photos: ['no-such-photo'] })).toEqual([404, 'photos.not_found'])
    expect(told(await record('property'))).toEqual([403, 'auth.not_permitted'])
    done(await record('committee', { unit: '1-1-103', owner: 1 }), 201)
  })

  test('taken back at the desk before it is used, and only what is on paper', async () => {
    const { mandate } = done(await record('committee'), 201)
    const back = async (one: { mandate: string; head: string }) => {
      const { mandate: id, head } = one
      const sent = { community: COMMUNITY, vote, mandate: id, head }
      return (await app.as('community')).send(votes.endPaperMandate, sent)
    }
    expect(done(await back(mandate))).toMatchObject({ state: 'ended', ended: { by: 'desk' } })
    expect(told(await confirm('community', mandate))).toEqual([409, 'votes.mandate_ended'])
    const inTheApp = await entrusted(app, 'wu', 'fang', vote)
    expect(told(await back(inTheApp))).toEqual([409, 'votes.mandate_not_on_paper'])
    expect(told(await confirm('community', inTheApp))).toEqual([409, 'votes.mandate_not_on_paper'])
  })

  test('one agent for a head, by phone or on paper', async () => {
    done(await give(app, 'fang', vote), 201)
    expect(told(await record('committee'))).toEqual([409, 'votes.mandate_given_already'])
  })
})
