import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { foundVote, voteKey } from './items.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { castAs, closedAndSwept, confirmed, done, opened } from './votes.fixture.ts'

describe.each(openTables)('two people look at a count (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const one = (vote: string) => ({ community: COMMUNITY, vote })
  async function swept(): Promise<string> {
    const vote = await opened(app)
    done(await castAs(app, 'zhang', vote, ['for', 'against']), 201)
    await closedAndSwept(app, vote)
    return vote
  }
  const confirm = async (person: string, vote: string, ballotsSha256: string) =>
    (await app.as(person)).send(votes.confirmCount, { ...one(vote), ballotsSha256 })

  test('nobody else sees a figure before it is published', async () => {
    const vote = await swept()
    for (const person of ['zhang', 'property', 'street', 'committee', 'community']) {
      const client = await app.as(person)
      expect((await client.send(votes.result, one(vote))).code).toBe('votes.not_counted_yet')
    }
    for (const person of ['zhang', 'property', 'street']) {
      const client = await app.as(person)
      expect((await client.send(votes.countToConfirm, one(vote))).code).toBe('auth.not_permitted')
    }
    await confirmed(app, vote)
    const owner = await app.as('zhang')
    expect((await owner.send(votes.result, one(vote))).code).toBe('votes.not_counted_yet')
    done(await (await app.as('committee')).send(votes.publishResult, one(vote)))
    expect(done(await owner.send(votes.result, one(vote))).items).toHaveLength(2)
  })

  test('each office once, and for the count it saw', async () => {
    const vote = await swept()
    const seen = done(await (await app.as('committee')).send(votes.countToConfirm, one(vote)))
    expect(seen).toMatchObject({ confirmations: [], result: { items: [{ forHeads: 1 }, {}] } })
    expect((await confirm('committee', vote, 'b'.repeat(64))).code).toBe('votes.count_changed')
    const first = done(await confirm('committee', vote, seen.ballotsSha256))
    expect(first).toMatchObject({ state: 'closed', confirmations: [{ office: 'committee' }] })
    expect((await confirm('chair', vote, seen.ballotsSha256)).code).toBe('votes.confirmed_already')
    const both = await Promise.all([1, 2].map(() => confirm('community', vote, seen.ballotsSha256)))
    expect(both.map(({ code }) => code ?? 'ok').sort()).toEqual(['ok', 'votes.wrong_state'])
  })

  test('before it is counted there is nothing to confirm', async () => {
    const vote = await opened(app)
    const client = await app.as('community')
    expect((await client.send(votes.countToConfirm, one(vote))).code).toBe('votes.not_counted_yet')
  })

  test('what was counted before counts were confirmed is final', async () => {
    const vote = await swept()
    const item = await app.ports.table.get(voteKey(COMMUNITY, vote))
    if (!item) throw new Error('the vote is gone')
    const { counted, ...data } = foundVote(item)
    const later = ['rollObjectionDays', 'petition', 'silent', 'filingDays']
    const known = Object.entries(data.rules ?? {}).filter(([name]) => !later.includes(name))
    const rules = Object.fromEntries(known)
    const at = counted?.at ?? ''
    const steps = [...data.steps, { to: 'counted', at }]
    const old = { ...data, rules, state: 'counted', steps }
    expect(
      foundVote({ ...item, v: 1, data: JSON.parse(JSON.stringify(old)) as never }),
    ).toMatchObject({
      state: 'final',
      finalAt: at,
      rules: { silent: 'NOT_PARTICIPATING', filingDays: 30, rollObjectionDays: 7 },
    })
  })
})
