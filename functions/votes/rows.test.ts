import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { foundVote, voteKey } from './items.ts'
import { readRows, writeRows } from './rows.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { done, drafted, frozen, ITEMS } from './votes.fixture.ts'

describe.each(openTables)('rows under a fresh id (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const rows = (id: string) => readRows(app.ports.table, id)
  const wordingOf = async (vote: string) => {
    const item = await app.ports.table.get(voteKey(COMMUNITY, vote))
    if (!item) throw new Error('the vote is gone')
    return foundVote(item).wording
  }
  const sweepAfter = async (ms: number) => {
    app.clock.advance(ms)
    expect((await app.sweep()).failed).toBe(0)
  }

  test('come back in order, however many', async () => {
    const many = Array.from({ length: 60 }, (_unused, n) => `第 ${n} 行`)
    const owner = { community: COMMUNITY, vote: 'none' }
    await writeRows(app.ports.table, 'fresh', owner, many, app.clock.now)
    expect(await rows('fresh')).toEqual(many)
  })

  test('of a change that was never finished are taken away', async () => {
    const owner = { community: COMMUNITY, vote: 'never-saved' }
    await writeRows(app.ports.table, 'loose', owner, ['一', '二'], app.clock.now)
    await sweepAfter(HOUR - 1)
    expect(await rows('loose')).toHaveLength(2)
    await sweepAfter(1)
    expect(await rows('loose')).toEqual([])
    expect((await app.ports.table.query('ROWS#loose')).items).toEqual([])
  })

  test('that a later draft replaced go, the ones in use stay', async () => {
    const vote = await drafted(app)
    const first = await wordingOf(vote)
    await sweepAfter(HOUR)
    expect(await rows(first)).toHaveLength(2)
    const committee = await app.as('committee')
    const sent = { community: COMMUNITY, vote, title: '改过', mode: 'advisory' as const }
    done(await committee.send(votes.redraft, { ...sent, items: ITEMS.slice(0, 1) }))
    const second = await wordingOf(vote)
    await sweepAfter(DAY)
    expect(await rows(first)).toEqual([])
    expect(await rows(second)).toEqual([ITEMS[0]?.text])
  })

  test('of a frozen roll and its text stay for good', async () => {
    const vote = await frozen(app)
    await sweepAfter(HOUR)
    await sweepAfter(400 * DAY)
    const client = await app.as('zhang')
    const found = done(await client.send(votes.get, { community: COMMUNITY, vote }))
    expect(found.items.map(({ text }) => text)).toEqual(ITEMS.map(({ text }) => text))
    expect(found.heads).toHaveLength(1)
  })
})
