import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { done, opened } from '../votes.fixture.ts'
import { castFor, end, entrusted } from './mandates.fixture.ts'
import { mandateData } from './personal-data.ts'

const HOMES: Readonly<Record<string, readonly { community: string; owner?: string }[]>> = {
  zhang: [{ community: 'jinxiu', owner: 'k-zhang' }],
  fang: [{ community: 'jinxiu', owner: 'k-fang' }],
  lodger: [{ community: 'jinxiu' }],
  heir: [{ community: 'jinxiu', owner: 'k-zhang' }],
}

describe.each(openTables)('mandates as personal data (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  test('each side’s own, never the other’s, and none of who has the place now', async () => {
    const vote = await opened(app)
    const first = await entrusted(app, 'zhang', 'fang', vote)
    done(await end(app, 'zhang', vote, first))
    const choices = [{ item: 1, choice: 'against' as const }]
    const held = await entrusted(app, 'zhang', 'lodger', vote, { choices })
    done(await castFor(app, 'lodger', vote, held.head, ['against', 'for']), 201)
    const data = mandateData({
      ...app.ports,
      homesOf: (person) => Promise.resolve(HOMES[person] ?? []),
    })
    const told = async (person: string) => {
      const [section] = await data.export(person, app.clock.now)
      return section?.lines.map(({ value }) => value)
    }
    expect(await told('zhang')).toEqual(['您委托业*****投票', '您委托业*******投票'])
    expect(await told('lodger')).toEqual(['您受托替业主投票'])
    expect(await told('heir')).toEqual([])
    const [mine] = await data.export('zhang', app.clock.now)
    expect(JSON.stringify(mine?.data)).toContain('against')
    const [theirs] = await data.export('lodger', app.clock.now)
    expect(JSON.stringify(theirs?.data)).not.toContain('against')
    expect(await data.foresee('lodger', app.clock.now)).toMatchObject({
      erased: [],
      frozen: [{ what: '您给出和接受的 1 份投票委托' }],
    })
    expect(await data.foresee('heir', app.clock.now)).toEqual({ erased: [], frozen: [] })
    await data.erase('lodger', app.clock.now)
    expect(await told('lodger')).toHaveLength(1)
  })
})
