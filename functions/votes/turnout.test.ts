import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { countCalls } from '../platform/table/table-calls.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { castAs, done, drafted, frozen, opened } from './votes.fixture.ts'

describe.each(openTables)('turnout (%s)', (_, open) => {
  let app: VoteApp
  let taken: ReturnType<typeof countCalls>['taken']
  beforeEach(async () => {
    app = await openVoteApp(async (options) => {
      const opening = await open(options)
      const counted = countCalls(opening.table)
      taken = counted.taken
      return { ...opening, table: counted.table }
    })
  })
  afterEach(() => app.close())

  const read = async (vote: string) =>
    (await app.as('fang')).send(votes.turnout, { community: COMMUNITY, vote })
  const heads = async (vote: string) => done(await read(vote)).castHeads

  test('is on both axes, and never older than ten seconds', async () => {
    const vote = await opened(app)
    expect(done(await read(vote))).toEqual({
      asOf: app.clock.now.toISOString(),
      totalHeads: 8,
      totalAreaCenti: 90_613,
      castHeads: 0,
      castAreaCenti: 0,
    })
    done(await castAs(app, 'zhang', vote, ['for', 'against']), 201)
    app.clock.advance(9_999)
    expect(await heads(vote)).toBe(0)
    app.clock.advance(1)
    expect(done(await read(vote))).toMatchObject({
      asOf: app.clock.now.toISOString(),
      castHeads: 1,
      castAreaCenti: 18_957,
    })
  })

  test('is counted once however many look, and by keys alone', async () => {
    const vote = await opened(app)
    const fang = await app.as('fang')
    taken()
    const many = Array.from({ length: 30 }, () =>
      fang.send(votes.turnout, { community: COMMUNITY, vote }),
    )
    for (const answer of await Promise.all(many)) done(answer)
    const { queryKeys, query } = taken()
    expect({ queryKeys, query }).toEqual({ queryKeys: 16, query: undefined })
    app.clock.advance(5_000)
    await heads(vote)
    expect(taken().queryKeys).toBeUndefined()
  })

  test('is exact once nothing can arrive any more, and then stays', async () => {
    const vote = await opened(app)
    app.clock.advance(5 * DAY - 1_000)
    expect(await heads(vote)).toBe(0)
    done(await castAs(app, 'zhang', vote, ['for', 'against']), 201)
    // Closed, and the box has settled: what is a second old will not do.
    app.clock.advance(61_000)
    expect(await heads(vote)).toBe(1)
    app.clock.advance(30 * DAY)
    await app.sweep()
    const fang = await app.as('fang')
    taken()
    const last = done(await fang.send(votes.turnout, { community: COMMUNITY, vote }))
    expect(last).toMatchObject({ castHeads: 1 })
    expect(taken().queryKeys).toBeUndefined()
  })

  test('needs a roll, and is nothing before the opening', async () => {
    const vote = await frozen(app)
    taken()
    expect(await heads(vote)).toBe(0)
    expect(taken().queryKeys).toBeUndefined()
    const draft = await drafted(app)
    const committee = await app.as('committee')
    const answer = await committee.send(votes.turnout, { community: COMMUNITY, vote: draft })
    expect([answer.status, answer.code]).toEqual([409, 'votes.no_roll_yet'])
  })
})
