import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { INDEXES, type Item, type Table } from '../platform/table/table.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { ballotBox } from './box.ts'
import { foundVote, listPartition, voteKey } from './items.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { castAs, confirmed, done, opened } from './votes.fixture.ts'

const CHOICE = /"(for|against|abstain)"|forHeads|againstHeads|abstainHeads|forArea|PASSED|REJECTED/

describe.each(openTables)('secrecy while open (%s)', (_, open) => {
  let app: VoteApp
  let written: Item[]
  let queried: unknown[]
  const seen: Seen = (operation, subject) => {
    if (operation === 'put') written.push(subject as Item)
    if (operation === 'query') queried.push(subject)
  }
  beforeEach(async () => {
    written = []
    queried = []
    app = await openVoteApp(async (options) => {
      const opening = await open(options)
      return { ...opening, table: watched(opening.table, seen) }
    })
  })
  afterEach(() => app.close())

  async function withBallots(): Promise<string> {
    const vote = await opened(app)
    done(await castAs(app, 'zhang', vote, ['for', 'against']), 201)
    done(await castAs(app, 'fang', vote, ['abstain', 'for']), 201)
    done(await castAs(app, 'sun', vote, ['against', 'abstain']), 201)
    return vote
  }

  /** Everything this person can read of a vote, as text. */
  async function everythingReadBy(person: string, vote: string): Promise<string> {
    const client = await app.as(person)
    const one = { community: COMMUNITY, vote }
    const read = await Promise.all([
      client.send(votes.get, one),
      client.send(votes.list, { community: COMMUNITY }),
      client.send(votes.turnout, one),
      client.send(votes.result, one),
    ])
    return JSON.stringify(read)
  }

  test('no answer gives a choice of somebody else, to whomever', async () => {
    const vote = await withBallots()
    // Zhou shares a head with Sun; the others include everybody with an office.
    for (const person of ['zhou', 'wang', 'lodger', 'chair', 'committee', 'property', 'street']) {
      expect([person, CHOICE.exec(await everythingReadBy(person, vote))]).toEqual([person, null])
    }
    // The expression does find a choice: the voter's own.
    expect(await everythingReadBy('zhang', vote)).toMatch(CHOICE)
  })

  test('neither does any until the result is published, an hour after the close with the sweep away', async () => {
    const vote = await withBallots()
    const tells = async (person: string) => CHOICE.test(await everythingReadBy(person, vote))
    app.clock.advance(5 * DAY + 3_600_000)
    expect(await tells('committee')).toBe(false)
    await app.sweep()
    // Counted: those who are to confirm it see the count in a place of its own, nobody else does.
    expect([await tells('committee'), await tells('property')]).toEqual([false, false])
    await confirmed(app, vote)
    expect([await tells('committee'), await tells('property')]).toEqual([false, false])
    const committee = await app.as('committee')
    done(await committee.send(votes.publishResult, { community: COMMUNITY, vote }))
    expect([await tells('committee'), await tells('property')]).toEqual([true, true])
  })

  test('nothing an index holds tells a choice or a number of ballots', async () => {
    const vote = await withBallots()
    await everythingReadBy('fang', vote)
    const indexed = written.filter((item) => INDEXES.some((index) => item[index]))
    expect(indexed.map(({ pk }) => pk)).toContain(voteKey(COMMUNITY, vote).pk)
    for (const { card, wake, by1, by2 } of indexed) {
      expect(JSON.stringify({ card, wake, by1, by2 })).not.toMatch(CHOICE)
    }
    // Ballots and turnout stand in no index at all.
    const kinds = indexed.map(({ pk, sk }) => `${pk.split('#')[0]} ${sk}`)
    expect(new Set(kinds.filter((kind) => kind.startsWith('V')))).toEqual(new Set(['VOTE VOTE']))
    const { items } = await app.ports.table.queryIndex('by2', listPartition(COMMUNITY))
    expect(items.map(({ card }) => Object.keys(card as object).sort())).toEqual([
      ['closesAt', 'items', 'mode', 'opensAt', 'state', 'title', 'vote'],
    ])
  })

  test('the box hands out nothing before it has settled', async () => {
    const id = await withBallots()
    const { table, now } = app.ports
    const item = await table.get(voteKey(COMMUNITY, id))
    if (!item) throw new Error('the vote is gone')
    const vote = foundVote(item)
    const count = () => ballotBox(table, vote, now).allForCount()
    await expect(count()).rejects.toThrow('may not be counted yet')
    app.clock.now = new Date(Date.parse(vote.closesAt ?? '') + 59_999)
    await expect(count()).rejects.toThrow('may not be counted yet')
    app.clock.advance(1)
    expect((await count()).size).toBe(3)
    const cancelled = { ...vote, state: 'cancelled' as const }
    await expect(ballotBox(table, cancelled, now).allForCount()).rejects.toThrow()
  })

  test('turnout is counted from keys, of which none is a choice', async () => {
    const vote = await withBallots()
    queried = []
    app.clock.advance(10_000)
    const client = await app.as('committee')
    const turnout = done(await client.send(votes.turnout, { community: COMMUNITY, vote }))
    expect(turnout).toMatchObject({ castHeads: 3 })
    expect(queried.filter((pk) => String(pk).startsWith('V#'))).toEqual([])
  })
})

type Seen = (operation: keyof Table, subject: unknown) => void

function watched(table: Table, seen: Seen): Table {
  return new Proxy(table, {
    get(target, operation: keyof Table) {
      return (...given: unknown[]) => {
        seen(operation, given[0])
        return (target[operation] as (...given: unknown[]) => unknown)(...given)
      }
    },
  })
}
