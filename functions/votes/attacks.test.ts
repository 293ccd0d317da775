import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import type { Choice } from '#shared/votes/terms.ts'
import { changeGrants } from '../people/change-grants.ts'
import { homesOn } from '../people/homes.ts'
import { describeDynamo, openDynamoTable } from '../platform/table/dynoxide.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import type { CastTask } from './cast-process.fixture.ts'
import { castFor, end, entrusted, give, nameOf, accept } from './mandates/mandates.fixture.ts'
import {
  COMMUNITY,
  importUnits,
  openVoteApp,
  unit,
  UNITS,
  type VoteApp,
} from './vote-people.fixture.ts'
import {
  answers,
  castAs,
  closedAndCounted,
  done,
  everyBallot,
  headsOf,
  opened,
  standUnder,
} from './votes.fixture.ts'

const FOR: readonly Choice[] = ['for', 'for']

describe.each(openTables)('a vote under attack (%s)', (_, open) => {
  let app: VoteApp
  let vote: string
  beforeEach(async () => {
    app = await openVoteApp(open)
    vote = await opened(app)
  })
  afterEach(() => app.close())

  const told = ({ status, code }: { status: number; code: string | undefined }) => [status, code]
  const see = async (person: string) =>
    done(await (await app.as(person)).send(votes.get, { community: COMMUNITY, vote }))
  const moveOut = (person: string, label: string) =>
    homesOn(app.ports).unbindHome(person, COMMUNITY, label)

  test('who sold during the vote has no vote left, and no mandate of theirs is theirs to end', async () => {
    const [head] = await headsOf(app, 'fang', vote)
    const held = await entrusted(app, 'wu', 'zheng', vote)
    await moveOut('fang', '1-1-102')
    await moveOut('wu', '1-1-105')
    expect(told(await castFor(app, 'fang', vote, head?.head ?? ''))).toEqual([
      404,
      'scope.not_found',
    ])
    const fang = await app.as('fang')
    const asked = { community: COMMUNITY, vote, head: head?.head ?? '', agent: '某人' }
    expect(told(await fang.send(votes.giveMandate, asked))).toEqual([404, 'scope.not_found'])
    expect(told(await end(app, 'wu', vote, held))).toEqual([404, 'scope.not_found'])
    expect(await everyBallot(app, vote)).toEqual([])
  })

  test('an agent who moved away casts for nobody', async () => {
    const held = await entrusted(app, 'wu', 'lodger', vote)
    await moveOut('lodger', '1-1-102')
    expect(told(await castFor(app, 'lodger', vote, held.head))).toEqual([404, 'scope.not_found'])
    expect(await everyBallot(app, vote)).toEqual([])
  })

  test('an agent who takes a post with the property casts for nobody from then on', async () => {
    const held = await entrusted(app, 'wu', 'fang', vote)
    await changeGrants(app.ports.table, 'fang', app.clock.now, (grants) => ({
      ...grants,
      grants: [
        ...grants.grants,
        {
          ...{ id: 'g1', by: 'manager', givenBy: '吴**', ground: '入职' },
          ...({ scope: 'community', of: COMMUNITY, role: 'property' } as const),
          from: '2026-01-01T00:00:00.000Z',
        },
      ],
    }))
    expect(told(await castFor(app, 'fang', vote, held.head))).toEqual([
      403,
      'votes.agent_is_property',
    ])
    // Their own vote is theirs as before.
    done(await castAs(app, 'fang', vote, FOR), 201)
  })

  test('rules changed and a register imported in between change neither cap nor roll nor heads', async () => {
    const held = await entrusted(app, 'zhang', 'fang', vote)
    await standUnder(app, 'national')
    await importUnits(app, [unit('1-1-101', ['k-fang']), ...UNITS.slice(2)])
    const before = await see('zhang')
    expect(before.heads).toMatchObject([{ areaCenti: 18_957, mandate: { state: 'accepted' } }])
    for (const principal of ['wu', 'zheng', 'chair']) {
      const given = done(await give(app, principal, vote, { agent: nameOf('fang') }), 201)
      const answer = await accept(app, 'fang', vote, given.secret ?? '')
      expect(told(answer)).toEqual(
        principal === 'chair' ? [409, 'votes.agent_full'] : [200, undefined],
      )
    }
    done(await castFor(app, 'fang', vote, held.head), 201)
    const { items } = await closedAndCounted(app, vote)
    expect(items[0]).toMatchObject({ forHeads: 1, forAreaCenti: 18_957, totalHeads: 8 })
  })

  test('at the closing instant an agent is in time, a millisecond later not, whatever runs late', async () => {
    const { closesAt = '' } = await see('zhang')
    const first = await entrusted(app, 'zhang', 'fang', vote)
    const second = await entrusted(app, 'wu', 'fang', vote)
    app.clock.now = new Date(closesAt)
    done(await castFor(app, 'fang', vote, first.head), 201)
    app.clock.advance(1)
    expect(told(await castFor(app, 'fang', vote, second.head))).toEqual([409, 'votes.closed'])
    expect(told(await end(app, 'wu', vote, second))).toEqual([409, 'votes.wrong_state'])
  })

  test('a day of downtime across the closing lets nothing in and loses nothing', async () => {
    const { closesAt = '' } = await see('zhang')
    app.clock.now = new Date(Date.parse(closesAt) - HOUR)
    const held = await entrusted(app, 'zhang', 'fang', vote)
    done(await castFor(app, 'fang', vote, held.head), 201)
    done(await castAs(app, 'wu', vote, ['against', 'for']), 201)
    app.clock.advance(DAY)
    expect(told(await castAs(app, 'zheng', vote, FOR))).toEqual([409, 'votes.closed'])
    expect(told(await castAs(app, 'zhang', vote, FOR))).toEqual([409, 'votes.closed'])
    expect((await see('zheng')).state).toBe('closed')
    const { items } = await closedAndCounted(app, vote)
    expect(items[0]).toMatchObject({ forHeads: 1, againstHeads: 1, participatingHeads: 2 })
  })
})

describeDynamo('two processes over one table', () => {
  let folder: string
  let program: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jiayuan-cast-'))
    program = path.join(folder, 'process.cjs')
    await build({
      entryPoints: [path.join(__dirname, 'cast-process.fixture.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      external: ['classic-level'],
    })
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('send each cast three times, an owner’s and an agent’s: each is one ballot', async () => {
    let known: Pick<CastTask, 'table' | 'config'> | undefined
    const app = await openVoteApp(async (options) => {
      const opening = await openDynamoTable(options)
      known = { table: opening.name, config: opening.config }
      return opening
    })
    const vote = await opened(app)
    const held = await entrusted(app, 'zhang', 'fang', vote)
    const [own] = await headsOf(app, 'wu', vote)
    const ballot = { community: COMMUNITY, vote, choices: answers(FOR), signature: SIGNED }
    const casts = [1, 2, 3].flatMap(() => [
      { person: 'fang', key: 'agents-tap', ballot: { ...ballot, head: held.head } },
      { person: 'wu', key: 'owners-tap', ballot: { ...ballot, head: own?.head ?? '' } },
    ])
    if (!known) throw new Error('no table')
    const task: CastTask = { ...known, now: app.clock.now.toISOString(), casts }
    const run = () => promisify(execFile)(process.execPath, [program, JSON.stringify(task)])
    const [first, second] = await Promise.all([run(), run()])
    const codes = [first, second].flatMap(({ stdout }) => JSON.parse(stdout) as unknown[])
    expect(codes).toEqual(Array(12).fill(201))
    const stored = (await everyBallot(app, vote)).flatMap(
      ({ data }) => (data as { submissions: { person: string }[] }).submissions,
    )
    expect(stored.map(({ person }) => person).sort()).toEqual(['fang', 'wu'])
    await app.close()
  })
})
