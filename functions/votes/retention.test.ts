import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { signaturePartitions } from './items.ts'
import type { Sending } from '../platform/test-client.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { closedAndCounted, done, everyBallot, openedWith } from './votes.fixture.ts'

const FIVE_YEARS = 5 * 366 * DAY
const NOTE = '收到法院受理撤销之诉的通知。'

describe.each(openTables)('ballots and roll after their time (%s)', (_, open) => {
  let app: VoteApp
  let vote: string
  beforeEach(async () => {
    app = await openVoteApp(open)
    vote = await openedWith(app, { zhang: ['for', 'for'], fang: ['against', 'abstain'] })
  })
  afterEach(() => app.close())

  const one = () => ({ community: COMMUNITY, vote })
  const seen = async (person = 'fang') => done(await (await app.as(person)).send(votes.get, one()))
  const result = async () => done(await (await app.as('fang')).send(votes.result, one()))
  const wait = async (ms: number) => {
    app.clock.advance(ms)
    await app.sweep()
  }
  const drawings = async () => {
    const pages = signaturePartitions(vote).map((pk) => app.ports.table.query(pk))
    return (await Promise.all(pages)).flatMap(({ items }) => items)
  }
  const rows = async () => {
    const item = await app.ports.table.get({ pk: `VOTE#${COMMUNITY}#${vote}`, sk: 'VOTE' })
    const { roll } = item?.data as { roll: { rows: string } }
    return (await app.ports.table.query(`ROWS#${roll.rows}`)).items
  }
  const dispute = async (sending?: Sending, person = 'street') =>
    (await app.as(person)).send(votes.dispute, { ...one(), kind: 'annulment', note: NOTE }, sending)
  const end = async (which: string, sending?: Sending) =>
    (await app.as('street')).send(
      votes.endDispute,
      { ...one(), dispute: which, note: '法院驳回，判决已生效。' },
      sending,
    )
  const trail = async () =>
    (await auditTrail(app.ports).latest(COMMUNITY, { limit: 9 })).items
      .map(({ entry }) => entry)
      .filter(({ act }) => act.startsWith('votes.'))

  test('five years after the count who voted how is gone; result, turnout and hashes stay', async () => {
    const before = await closedAndCounted(app, vote)
    const { turnout, roll } = await seen()
    await wait(5 * 365 * DAY)
    expect([await everyBallot(app, vote), await drawings()].map(({ length }) => length)).toEqual([
      2, 2,
    ])
    expect((await seen()).heads[0]?.ballot?.choices).toHaveLength(2)

    await wait(2 * DAY)
    expect([await everyBallot(app, vote), await drawings()]).toEqual([[], []])
    expect(await rows()).toEqual([])
    const after = await seen()
    expect(after).toMatchObject({ state: 'no_quorum', roll, heads: [], standing: 'not_open' })
    expect(after.turnout).toMatchObject({ castHeads: 2, castAreaCenti: turnout?.castAreaCenti })
    expect(after.removedAt).toBe(app.clock.now.toISOString())
    expect(await result()).toEqual(before)
    expect(await trail()).toEqual([
      expect.objectContaining({
        act: 'votes.expire',
        by: 'command',
        subject: '2026-11-24 发起的表决',
        detail: { vote, ballots: 2, units: 10 },
      }),
    ])
    // Nothing is due any more.
    expect(await app.sweep()).toMatchObject({ failed: 0 })
    expect(await trail()).toHaveLength(1)
  })

  test('what was cast before a cancellation goes five years after it', async () => {
    const committee = await app.as('committee')
    done(await committee.send(votes.cancel, { ...one(), reason: '公告有误，重新发起。' }))
    await wait(FIVE_YEARS)
    expect(await everyBallot(app, vote)).toEqual([])
    expect((await seen()).turnout).toMatchObject({ castHeads: 2 })
  })

  test('while a suit is pending nothing goes, however old; once it is over, at once', async () => {
    await closedAndCounted(app, vote)
    const { disputes } = done(await dispute(), 201)
    expect(disputes).toEqual([
      { dispute: expect.any(String) as string, kind: 'annulment', at: app.clock.now.toISOString() },
    ])
    await wait(3 * FIVE_YEARS)
    expect(await everyBallot(app, vote)).toHaveLength(2)

    const ended = done(await end(disputes?.[0]?.dispute ?? ''))
    expect(ended.disputes?.[0]?.ended).toBe(app.clock.now.toISOString())
    await app.sweep()
    await app.sweep()
    expect(await everyBallot(app, vote)).toEqual([])
    expect((await trail()).map(({ act, by }) => [act, by])).toEqual([
      ['votes.expire', 'command'],
      ['votes.end_dispute', 'street'],
      ['votes.dispute', 'street'],
    ])
    // Their words stay with the vote: a chain keeps none.
    expect(JSON.stringify(await trail())).not.toContain('法院')
    expect(await dispute()).toMatchObject({ status: 409, code: 'votes.records_gone' })
  })

  test('only the community’s and the street’s office note it; the same request notes it once', async () => {
    for (const person of ['committee', 'fang', 'manager']) {
      expect(await dispute(undefined, person)).toMatchObject({ code: 'auth.not_permitted' })
    }
    const first = done(await dispute({ key: 'one-suit' }), 201)
    app.clock.advance(1_000)
    expect(done(await dispute({ key: 'one-suit' }), 201).disputes).toEqual(first.disputes)
    const which = first.disputes?.[0]?.dispute ?? ''
    expect(await end('made-up')).toMatchObject({ status: 404, code: 'votes.dispute_not_found' })
    done(await end(which, { key: 'one-ending' }))
    done(await end(which, { key: 'one-ending' }))
    expect(await end(which)).toMatchObject({ status: 409, code: 'votes.dispute_ended' })
    await app.sweep()
    expect(await trail()).toHaveLength(2)
  })

  test('a draft has nothing to dispute about', async () => {
    const committee = await app.as('committee')
    const drafted = await committee.send(votes.draft, {
      ...{ community: COMMUNITY, title: '另一次表决', mode: 'advisory' },
      items: [{ matter: 4, title: '续聘安居物业', text: '续聘安居物业三年。' }],
    })
    vote = drafted.body.vote
    expect((await dispute()).code).toBe('votes.not_found')
  })
})
