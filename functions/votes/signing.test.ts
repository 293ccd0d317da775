import { MINUTE } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import type { Strokes } from '#shared/votes/signature.ts'
import { personDirectory } from '../people/offers.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { clientOf, type Client } from '../platform/test-client.fixture.ts'
import { signaturePartitions } from './items.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { answers, castAs, done, everyBallot, headsOf, opened } from './votes.fixture.ts'

describe.each(openTables)('login and signature under a ballot (%s)', (_, open) => {
  let app: VoteApp
  let vote: string
  beforeEach(async () => {
    app = await openVoteApp(open)
    vote = await opened(app)
  })
  afterEach(() => app.close())

  const one = () => ({ community: COMMUNITY, vote })
  const drawings = async () => {
    const pages = signaturePartitions(vote).map((pk) => app.ports.table.query(pk))
    return (await Promise.all(pages)).flatMap(({ items }) => items)
  }

  /** Logged in so long ago, and not asked since. */
  async function longSince(person: string, minutes: number): Promise<Client> {
    const { ports, clock } = app
    const openedAt = new Date(clock.now.getTime() - minutes * MINUTE).toISOString()
    const expiresAt = Math.floor(clock.now.getTime() / 1_000) + 86_400
    const session = ports.newId()
    await personDirectory(ports).sessions.open(person, session, { openedAt }, expiresAt)
    return clientOf(app.app, await ports.keys.signToken({ person, session, expiresAt }))
  }

  async function cast(client: Client, signature?: Strokes) {
    const [head] = await headsOf(app, 'zhang', vote)
    const ballot = { head: head?.head ?? '', choices: answers(['for', 'against']) }
    return client.send(votes.cast, { ...one(), ...ballot, ...(signature && { signature }) })
  }

  test('a login of ten minutes ago casts nothing; confirmed anew it does', async () => {
    const answer = await cast(await longSince('zhang', 10), SIGNED)
    expect([answer.status, answer.code]).toEqual([403, 'votes.login_not_fresh'])
    expect(answer.detail).toMatch(/确认后 10 分钟内可以投.*选好的内容还在/)
    expect([await everyBallot(app, vote), await drawings()]).toEqual([[], []])
    expect((await cast(await longSince('zhang', 9), SIGNED)).status).toBe(201)
  })

  test('who may not vote is told so, and is not sent to log in first', async () => {
    expect((await cast(await longSince('fang', 600), SIGNED)).code).toBe('votes.not_your_head')
  })

  test.each<[string, Strokes | undefined, number, string]>([
    ['without a signature', undefined, 422, 'votes.signature_missing'],
    ['with an empty one', [], 422, 'votes.signature_missing'],
    ['with a dot', [[500, 300]], 422, 'votes.signature_too_small'],
    [
      'with a painting',
      Array(120).fill(SIGNED.flat()) as Strokes,
      422,
      'votes.signature_too_large',
    ],
    ['with half a point', [[1, 2, 3]], 422, 'votes.signature_unreadable'],
    ['with a point far off the pad', [[5_000, 3]], 400, 'request.invalid'],
  ])('a ballot %s is refused, and nothing is kept', async (_name, drawn, status, code) => {
    const answer = await cast(await app.as('zhang'), drawn)
    expect([answer.status, answer.code]).toEqual([status, code])
    expect([await everyBallot(app, vote), await drawings()]).toEqual([[], []])
  })

  test('it lies apart from the ballot, which names it; its voter alone reads it', async () => {
    const cast = done(await castAs(app, 'zhang', vote, ['for', 'against']), 201)
    expect(cast.ballot).toMatchObject({ signed: true })
    const [ballot] = await everyBallot(app, vote)
    expect(JSON.stringify(ballot)).not.toContain(JSON.stringify(SIGNED[0]))
    const [drawing, ...others] = await drawings()
    expect(others).toEqual([])
    expect(drawing?.data).toEqual({ strokes: SIGNED })
    const read = async (person: string) =>
      (await app.as(person)).send(votes.mySignature, { ...one(), head: cast.head })
    expect(done(await read('zhang'))).toEqual({ at: cast.ballot?.at, strokes: SIGNED })
    for (const other of ['fang', 'chair']) {
      const answer = await read(other)
      expect([answer.status, answer.code]).toEqual([403, 'votes.not_your_head'])
    }
  })

  test('a co-owner reads their own, not the one of the other', async () => {
    const { head } = done(await castAs(app, 'sun', vote, ['for', 'for']), 201)
    const zhou = await app.as('zhou')
    const answer = await zhou.send(votes.mySignature, { ...one(), head })
    expect(answer.code).toBe('votes.signature_none')
  })

  test('sent three times at once it is kept once; a second ballot, refused, leaves none', async () => {
    await Promise.all([1, 2, 3].map(() => castAs(app, 'zhang', vote, ['for', 'for'], 'tap-once')))
    expect(await drawings()).toHaveLength(1)
    expect((await castAs(app, 'zhang', vote, ['for', 'for'])).code).toBe('votes.already_cast')
    expect(await drawings()).toHaveLength(1)
  })

  test('an opinion asks for neither, and keeps no drawing that was sent', async () => {
    vote = await opened(app, { mode: 'advisory' })
    const client = await longSince('zhang', 600)
    expect(done(await client.send(votes.get, one())).casting).toEqual({ signature: false })
    expect(done(await cast(client, SIGNED), 201).ballot?.signed).toBeUndefined()
    expect(await drawings()).toEqual([])
  })

  test('the vote says before casting what it takes', async () => {
    const client = await app.as('zhang')
    const { casting } = done(await client.send(votes.get, one()))
    expect(casting).toEqual({ freshMinutes: 10, signature: true })
  })
})
