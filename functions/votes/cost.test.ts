import { votes } from '#shared/votes/contract.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import type { Units } from '../platform/table/capacity.ts'
import { countedTable } from '../platform/table/counted-table.ts'
import { itemBytes } from '../platform/table/item-size.ts'
import { openTemporaryTable } from '../platform/table/open-tables.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import {
  answers,
  castAs,
  closedAndCounted,
  done,
  everyBallot,
  headsOf,
  opened,
} from './votes.fixture.ts'

// What each operation costs on DynamoDB, in its read and write units, session and grants (2 reads) included.
describe('what votes cost the store', () => {
  let app: VoteApp
  let spent: { reads: number; writes: number }
  let vote: string
  let owner: Client
  beforeEach(async () => {
    spent = { reads: 0, writes: 0 }
    app = await openVoteApp(async (options) => {
      const opening = await openTemporaryTable(options)
      const count = (_operation: string, { reads, writes }: Units) => {
        spent = { reads: spent.reads + reads, writes: spent.writes + writes }
      }
      return { ...opening, table: countedTable(opening.table, count) }
    })
    vote = await opened(app)
    owner = await app.as('fang')
    // From here on this process knows the community and the roll.
    await owner.send(votes.get, one())
  })
  afterEach(() => app.close())

  const one = () => ({ community: COMMUNITY, vote })
  const costOf = async (operation: () => Promise<{ status: number }>) => {
    spent = { reads: 0, writes: 0 }
    expect((await operation()).status).toBeLessThan(300)
    return spent
  }

  test('casting: the vote, the own ballots, one write for the ballot and one for its signature', async () => {
    const [head] = await headsOf(app, 'fang', vote)
    const ballot = { choices: answers(['for', 'against']), signature: SIGNED }
    const cast = { ...one(), head: head?.head ?? '', ...ballot }
    const send = () => owner.send(votes.cast, cast, { key: 'tap-once' })
    expect(await costOf(send)).toEqual({ reads: 4, writes: 2 })
    // Sent again it writes nothing.
    expect(await costOf(send)).toEqual({ reads: 4, writes: 0 })
  })

  test('reading a vote, a list, the turnout', async () => {
    app.clock.advance(10_000)
    await owner.send(votes.list, { community: COMMUNITY })
    const turnout = () => owner.send(votes.turnout, one())
    // 16 partitions of keys, once in ten seconds.
    expect(await costOf(turnout)).toEqual({ reads: 20, writes: 1 })
    expect(await costOf(turnout)).toEqual({ reads: 4, writes: 0 })
    // Two of them ask for mandates: on the own head, and held.
    expect(await costOf(() => owner.send(votes.get, one()))).toEqual({ reads: 8, writes: 0 })
    const list = () => owner.send(votes.list, { community: COMMUNITY })
    expect(await costOf(list)).toEqual({ reads: 4.5, writes: 0 })
  })

  test('reading a result: the vote and one item', async () => {
    done(await castAs(app, 'zhang', vote, ['for', 'for']), 201)
    await closedAndCounted(app, vote)
    owner = await app.as('fang')
    const result = () => owner.send(votes.result, one())
    // With the rules it stands under and all its steps, the vote by now is more than 4 KB.
    expect(await costOf(result)).toEqual({ reads: 5, writes: 0 })
  })

  test('a ballot is a small item', async () => {
    done(await castAs(app, 'fang', vote, ['for', 'abstain']), 201)
    const [item] = await everyBallot(app, vote)
    expect(item && itemBytes(item)).toBeLessThan(420)
  })
})
