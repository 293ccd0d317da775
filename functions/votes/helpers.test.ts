import { votes } from '#shared/votes/contract.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import { personDirectory } from '../people/offers.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { answers, everyBallot, headsOf, opened } from './votes.fixture.ts'

describe.each(openTables)('a neighbour who helps at another home (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  test('casts their own ballot, and not that of the person helped', async () => {
    const vote = await opened(app)
    const [theirs] = await headsOf(app, 'zhang', vote)
    const [own] = await headsOf(app, 'fang', vote)
    const cast = async (head = '') => {
      const fang = await app.as('fang')
      const ballot = { choices: answers(['for', 'for']), signature: SIGNED }
      return fang.send(votes.cast, { community: COMMUNITY, vote, head, ...ballot })
    }
    expect((await cast(theirs?.head)).code).toBe('votes.not_your_head')
    const unit = theirs?.units[0] ?? ''
    const term = { of: 'k-zhang', from: '2026-11-01', until: '2027-11-01' }
    await personDirectory(app.ports).setHelp('fang', { community: COMMUNITY, unit }, term)
    expect(await cast(theirs?.head)).toMatchObject({
      status: 403,
      code: 'votes.helper_needs_proxy',
      detail: expect.stringContaining('书面委托') as string,
    })
    expect(await everyBallot(app, vote)).toEqual([])
    expect((await cast(own?.head)).status).toBe(201)
  })
})
