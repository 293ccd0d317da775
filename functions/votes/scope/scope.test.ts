import { addDays, dayOf, startOfDay } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import type { AskedPlace } from '#shared/votes/scope/scope.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { voteKey } from '../items.ts'
import {
  addOwner,
  COMMUNITY,
  importUnits,
  openVoteApp,
  unit,
  UNITS,
  type VoteApp,
} from '../vote-people.fixture.ts'
import {
  castAs,
  closedAndCounted,
  done,
  drafted,
  frozen,
  headsOf,
  ITEMS,
  opened,
  published,
} from '../votes.fixture.ts'

// Building 2: Zhang's second home; a couple whose representative is named in building 1; a shop of the developer's own.
const WITH_TWO = [
  ...UNITS,
  unit('2-1-202', ['k-li', 'k-wang']),
  unit('2-2-203', ['k-dev']),
  unit('2-2-204', ['k-gao'], { areaCenti: 5_000 }),
]

describe.each(openTables)('a vote about some buildings only (%s)', (_, open) => {
  let app: VoteApp
  beforeAll(async () => {
    app = await openVoteApp(open, WITH_TWO)
    await addOwner(app.ports, 'gao', [['2-2-204', 'owner', 'k-gao']])
  })
  afterAll(() => app.close())

  const TWO: readonly AskedPlace[] = [{ building: '2' }]
  const see = async (vote: string, person = 'committee') =>
    done(await (await app.as(person)).send(votes.get, { community: COMMUNITY, vote }))
  const draftAbout = async (scope: readonly AskedPlace[]) =>
    (await app.as('committee')).send(votes.draft, {
      ...{ community: COMMUNITY, title: '二幢电梯', mode: 'local_electronic' as const },
      ...{ items: ITEMS, scope: [...scope] },
    })

  test('the committee chooses among what the register has', async () => {
    const places = done(
      await (await app.as('committee')).send(votes.places, { community: COMMUNITY }),
    )
    expect(places).toMatchObject({
      places: [
        { building: '1', name: '1栋', homes: 9 },
        { building: '2', entrances: [{ entrance: '1', homes: 2 }, { entrance: '2' }] },
      ],
    })
    const owner = await (await app.as('zhang')).send(votes.places, { community: COMMUNITY })
    expect(owner.code).toBe('auth.not_permitted')
  })

  test('its roll has their heads and areas only, each merged within the scope', async () => {
    const vote = await frozen(app, { scope: TWO })
    const { roll, scope } = await see(vote)
    expect(roll).toMatchObject({ heads: 4, units: 4, areaCenti: 10_000 + 2 * 8_957 + 5_000 })
    expect(scope).toEqual({
      places: [{ building: '2', name: '2栋' }],
      sentence: '只涉及2栋，共 4 人、329.14 ㎡。由那里的业主投票，按他们的人数和面积计算。',
    })
    expect(await headsOf(app, 'zhang', vote)).toMatchObject([
      { units: ['2-1-201'], areaCenti: 10_000 },
    ])
    const listed = done(await (await app.as('fang')).send(votes.list, { community: COMMUNITY }))
    expect(listed.items.find((card) => card.vote === vote)).toMatchObject({ scope: '2栋' })
    const { lines } = done(
      await (await app.as('fang')).send(votes.roll, { community: COMMUNITY, vote }),
    )
    expect(lines.map(({ units }) => units)).toEqual([
      ['2-1-201'],
      ['2-1-202'],
      ['2-2-203'],
      ['2-2-204'],
    ])
    // Their representative was named at their other home, and the developer's own shop is the developer's.
    expect(lines[1]).toMatchObject({ representative: '李**' })
    expect(lines[2]).toMatchObject({ owners: ['建设单位'] })
  })

  test('an entrance alone', async () => {
    const vote = await frozen(app, { scope: [{ building: '2', entrance: '2' }] })
    expect((await see(vote)).roll).toMatchObject({ heads: 2, areaCenti: 8_957 + 5_000 })
  })

  test('who lives elsewhere sees it, and is told plainly why there is no vote', async () => {
    const vote = await opened(app, { scope: TWO })
    const seen = await see(vote, 'fang')
    expect(seen).toMatchObject({ standing: 'not_entitled', heads: [] })
    expect(seen.whyNot).toEqual({
      code: 'votes.outside_scope',
      detail: '这次表决只涉及2栋，由那里的业主投票。您的房屋不在其中，可以查看，不用投票。',
    })
    const answer = await castAs(app, 'fang', vote, ['for', 'for'])
    expect([answer.status, answer.code]).toEqual([403, 'votes.outside_scope'])
  })

  test('quorum and majority are of those owners alone', async () => {
    const vote = await opened(app, { scope: TWO })
    for (const person of ['zhang', 'gao', 'li']) {
      done(await castAs(app, person, vote, ['for', 'against']), 201)
    }
    app.clock.advance(10_000)
    expect((await see(vote)).turnout).toMatchObject({ castHeads: 3, totalHeads: 4 })
    const result = await closedAndCounted(app, vote)
    expect(result.items).toMatchObject([
      { totalHeads: 4, participatingHeads: 3, forHeads: 3, result: 'PASSED' },
      { totalHeads: 4, result: 'REJECTED' },
    ])
  })

  test.each<[string, readonly AskedPlace[], string]>([
    ['nothing', [], 'votes.scope_empty'],
    ['a building nobody knows', [{ building: '9' }], 'votes.scope_unknown'],
    ['a parking space', [{ building: '' }], 'votes.scope_unknown'],
    ['one twice', [...TWO, ...TWO], 'votes.scope_twice'],
    ['a building and its part', [...TWO, { building: '2', entrance: '1' }], 'votes.scope_overlaps'],
  ])('%s is refused at the draft', async (_name, scope, code) => {
    const answer = await draftAbout(scope)
    expect([answer.status, answer.code]).toEqual([422, code])
  })

  test('a draft may change it; a published roll fixes it', async () => {
    const vote = await drafted(app, { scope: TWO })
    const committee = await app.as('committee')
    const redraft = (scope: readonly AskedPlace[] | undefined) =>
      committee.send(votes.redraft, {
        ...{ community: COMMUNITY, vote, title: '改过', mode: 'local_electronic' as const },
        ...{ items: ITEMS, ...(scope && { scope: [...scope] }) },
      })
    expect(done(await redraft([{ building: '1' }])).scope?.places).toMatchObject([{ name: '1栋' }])
    expect(done(await redraft(undefined)).scope).toBeUndefined()
    done(await redraft(TWO))
    done(await committee.send(votes.publishRoll, { community: COMMUNITY, vote }))
    expect(done(await redraft(TWO)).scope?.places).toMatchObject([{ name: '2栋' }])
    expect((await redraft(undefined)).code).toBe('votes.scope_fixed')
    expect((await redraft([{ building: '1' }])).code).toBe('votes.scope_fixed')
  })

  test('a building that left the register before the roll was frozen is refused then', async () => {
    const vote = await published(app, { scope: TWO })
    await importUnits(app, UNITS.slice(2))
    app.clock.now = startOfDay(addDays(dayOf(app.clock.now), 8))
    const committee = await app.as('committee')
    const answer = await committee.send(votes.freezeRoll, { community: COMMUNITY, vote })
    expect([answer.status, answer.code]).toEqual([422, 'votes.scope_unknown'])
    await importUnits(app, WITH_TWO)
    done(await committee.send(votes.freezeRoll, { community: COMMUNITY, vote }))
  })

  test('the roll’s hash covers its scope', async () => {
    const vote = await frozen(app, { scope: TWO })
    const item = await app.ports.table.get(voteKey(COMMUNITY, vote))
    if (!item) throw new Error('the vote is gone')
    const data = { ...(item.data as object), scope: [{ building: '1', name: '1栋' }] }
    await app.ports.table.put({ ...item, version: item.version + 1, data })
    // A process that has not read it yet, as every one after a restart.
    const { votesIn } = await import('../repository.ts')
    const { rollShelf } = await import('../roll-shelf.ts')
    const fresh = votesIn(app.ports, { community: COMMUNITY }, rollShelf())
    const found = await fresh.find(vote)
    if (!found) throw new Error('the vote is gone')
    await expect(fresh.roll(found)).rejects.toThrow('is not what was frozen')
  })
})

test('without a register there is nothing to choose from', async () => {
  const [, open] = openTables[0] ?? []
  if (!open) throw new Error('no table')
  const app = await openVoteApp(open, [])
  const committee = await app.as('committee')
  expect(done(await committee.send(votes.places, { community: COMMUNITY })).places).toEqual([])
  const answer = await committee.send(votes.draft, {
    ...{ community: COMMUNITY, title: '二幢电梯', mode: 'advisory', items: ITEMS },
    scope: [{ building: '2' }],
  })
  expect([answer.status, answer.code]).toEqual([409, 'votes.scope_no_register'])
  await app.close()
})
