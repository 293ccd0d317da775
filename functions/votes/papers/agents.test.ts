import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { castFor, end, entrusted } from '../mandates/mandates.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { done, opened } from '../votes.fixture.ts'
import {
  codesIn,
  enter,
  openedOnPaper,
  print,
  reconciled,
  takeBack,
  voteOnPaper,
} from './papers.fixture.ts'

describe.each(openTables)('a sheet that an agent signed (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => {
    app = await openVoteApp(open)
  })
  afterEach(() => app.close())

  /** Fang gave Wu a mandate; the sheet of Fang's head is handed in. */
  async function handedIn(rest: object = {}) {
    const { vote, codes } = await openedOnPaper(app)
    const held = await entrusted(app, 'fang', 'wu', vote, rest)
    const code = codes[1] ?? ''
    const committee = await app.as('committee')
    const look = async () =>
      done(await committee.send(votes.lookAtSheet, { community: COMMUNITY, vote, code }))
    expect((await look()).line.units).toEqual(['1-1-102'])
    app.clock.advance(1_000)
    return { vote, code, codes, held, look }
  }

  test('unsigned it speaks for nobody: the agent casts on the phone, and that is counted', async () => {
    const vote = await opened(app, { mode: 'local_electronic', paper: true })
    const code = codesIn((await print(app, vote)).body.html)[1] ?? ''
    const held = await entrusted(app, 'fang', 'wu', vote)
    await voteOnPaper(app, vote, code, { signed: false, marks: ['against', 'against'] })
    done(await castFor(app, 'wu', vote, held.head), 201)
    expect((await count(vote)).items[0]).toMatchObject({ forHeads: 1, participatingHeads: 1 })
  })

  test('signed by the owner it stands, and the agent is told so', async () => {
    const vote = await opened(app, { mode: 'local_electronic', paper: true })
    const code = codesIn((await print(app, vote)).body.html)[1] ?? ''
    const held = await entrusted(app, 'fang', 'wu', vote)
    await voteOnPaper(app, vote, code)
    expect((await castFor(app, 'wu', vote, held.head)).code).toBe('votes.principal_has_cast')
  })

  const count = async (vote: string) => {
    await reconciled(app, vote)
    const committee = await app.as('community')
    return done(await committee.send(votes.countToConfirm, { community: COMMUNITY, vote })).result
  }

  test('speaks for the owner; from then on nobody takes the mandate back', async () => {
    const { vote, code, look } = await handedIn()
    const { agents } = await look()
    expect(agents).toMatchObject([{ principal: 1 }])
    const by = { mandate: agents[0]?.mandate }
    done(await takeBack(app, vote, code))
    await enter(app, vote, code, 'committee', by)
    expect(done(await enter(app, vote, code, 'community', by), 201).outcome).toBe('settled')
    const [used] = done(
      await (await app.as('community')).send(votes.mandates, { community: COMMUNITY, vote }),
    ).items
    expect(used).toMatchObject({ state: 'used' })
    expect((await count(vote)).items[0]).toMatchObject({ forHeads: 1, participatingHeads: 1 })
  })

  test('taken back before it was handed in: it cannot be entered as signed', async () => {
    const { vote, code, held, look } = await handedIn()
    const [agent] = (await look()).agents
    await end(app, 'fang', vote, held)
    app.clock.advance(1_000)
    done(await takeBack(app, vote, code))
    expect((await look()).agents).toEqual([])
    const entered = await enter(app, vote, code, 'committee', { mandate: agent?.mandate })
    expect(entered.code).toBe('votes.mandate_ended')
  })
})
