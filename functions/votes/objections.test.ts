import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import type { ObjectionAbout } from '#shared/votes/objections.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import {
  COMMUNITY,
  importUnits,
  openVoteApp,
  unit,
  UNITS,
  type VoteApp,
} from './vote-people.fixture.ts'
import { decided, done, objectAs, published } from './votes.fixture.ts'

describe.each(openTables)('objections (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const see = async (vote: string) =>
    done(await (await app.as('zhang')).send(votes.get, { community: COMMUNITY, vote }))
  const listed = async (person: string, vote: string, about: ObjectionAbout) =>
    done(await (await app.as(person)).send(votes.objections, { community: COMMUNITY, vote, about }))
      .objections
  const answer = async (
    vote: string,
    about: ObjectionAbout,
    objection: string,
    text = '已经核对。',
  ) =>
    (await app.as('committee')).send(votes.answerObjection, {
      ...{ community: COMMUNITY, vote, about, objection },
      ...{ outcome: 'upheld', text },
    })
  const freeze = async (vote: string) =>
    (await app.as('committee')).send(votes.freezeRoll, { community: COMMUNITY, vote })

  test('the roll is shown with masked names, each head with its rule, corrections at once', async () => {
    const vote = await published(app)
    const roll = async () =>
      done(await (await app.as('lodger')).send(votes.roll, { community: COMMUNITY, vote }))
    const { lines, heads, registerVersion } = await roll()
    expect([heads, registerVersion, lines.length]).toEqual([8, 1, 8])
    expect(lines).toContainEqual({
      units: ['1-1-103'],
      owners: ['李**', '王**'],
      areaCenti: 8_957,
      representative: '李**',
      rule: expect.stringContaining('由推选的代表投票') as string,
    })
    expect(JSON.stringify(lines)).not.toContain('k-')
    await importUnits(app, [unit('1-1-101', ['k-li']), ...UNITS.slice(1)])
    expect((await roll()).registerVersion).toBe(2)
  })

  test('the roll is searched by home; its totals stay the whole roll’s', async () => {
    const vote = await published(app)
    const client = await app.as('lodger')
    const find = async (part: string) =>
      done(await client.send(votes.roll, { community: COMMUNITY, vote, unit: part }))
    const { lines, heads } = await find('2-1-')
    // Both homes of one owner are one head: looked for by one, it is found whole.
    expect(lines.map(({ units }) => units)).toEqual([['1-1-101', '2-1-201']])
    expect(heads).toBe(8)
    expect((await find('9-9')).lines).toEqual([])
  })

  test('an owner objects, is answered, and only then the roll is frozen', async () => {
    const vote = await published(app)
    const filed = done(await objectAs(app, 'zhang', vote, 'roll'), 201)
    expect(filed).toMatchObject({ about: 'roll', mine: true, by: '业******' })
    // Others read what was objected to, not by whom.
    expect(await listed('fang', vote, 'roll')).toEqual([
      { objection: filed.objection, about: 'roll', at: filed.at, text: filed.text, mine: false },
    ])
    expect(await listed('committee', vote, 'roll')).toMatchObject([{ by: '业******', mine: false }])
    app.clock.advance(9 * DAY)
    expect((await see(vote)).next).toMatchObject({
      act: 'wait_for_objections',
      missing: ['还有 1 件异议没有答复'],
    })
    expect((await freeze(vote)).code).toBe('votes.objections_open')
    // The window is over, whatever became of the freeze.
    expect((await objectAs(app, 'fang', vote, 'roll')).code).toBe('votes.no_objections_now')
    done(await answer(vote, 'roll', filed.objection))
    expect((await answer(vote, 'roll', filed.objection, '再答一次也行。')).code).toBe(
      'votes.objection_answered',
    )
    expect(done(await freeze(vote)).state).toBe('roll_frozen')
  })

  test('who may not object, how often one may, and what does not exist', async () => {
    const vote = await published(app)
    expect((await objectAs(app, 'lodger', vote, 'roll')).code).toBe('auth.not_permitted')
    for (let n = 0; n < 3; n += 1) done(await objectAs(app, 'zhang', vote, 'roll'), 201)
    expect((await objectAs(app, 'zhang', vote, 'roll')).code).toBe('votes.too_many_objections')
    expect((await objectAs(app, 'zhang', vote, 'result')).code).toBe('votes.no_objections_now')
    expect((await answer(vote, 'roll', 'nothing')).code).toBe('votes.objection_not_found')
  })

  test('ten owners at once are all on record, and a request sent again is one objection', async () => {
    const vote = await published(app)
    const people = ['zhang', 'fang', 'li', 'wang', 'sun', 'zhou', 'wu', 'zheng', 'chair', 'buyer']
    await Promise.all(people.map((person) => objectAs(app, person, vote, 'roll')))
    expect(await listed('committee', vote, 'roll')).toHaveLength(people.length)
    const owner = await app.as('fang')
    const sent = { community: COMMUNITY, vote, about: 'roll', text: '我家的面积不对。' } as const
    const twice = [1, 2].map(() => owner.send(votes.object, sent, { key: 'one-objection' }))
    const [first, second] = await Promise.all(twice)
    expect(second?.body).toEqual(first?.body)
    expect(await listed('committee', vote, 'roll')).toHaveLength(people.length + 1)
  })

  test('a result nobody objects to is final by the clock, also after days of downtime', async () => {
    const vote = await decided(app)
    const { resultUntil = '' } = await see(vote)
    app.clock.now = new Date(Date.parse(resultUntil) - 1)
    await app.sweep()
    expect((await see(vote)).state).toBe('result_published')
    app.clock.advance(2 * DAY)
    await app.sweep()
    expect(await see(vote)).toMatchObject({ state: 'final', next: { act: 'file' } })
  })

  test('a result that is objected to is final once the last objection is answered', async () => {
    const vote = await decided(app)
    const { objection } = done(await objectAs(app, 'zhang', vote, 'result'), 201)
    app.clock.advance(9 * DAY)
    await app.sweep()
    expect(await see(vote)).toMatchObject({
      state: 'result_published',
      next: { missing: ['还有 1 件异议没有答复'] },
    })
    expect((await objectAs(app, 'fang', vote, 'result')).code).toBe('votes.no_objections_now')
    done(await answer(vote, 'result', objection))
    await app.sweep()
    expect((await see(vote)).state).toBe('final')
  })
})
