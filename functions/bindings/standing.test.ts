import { people } from '#shared/people/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { answers, castAs, headsOf, opened } from '../votes/votes.fixture.ts'
import { personsIn } from '../people/repository.ts'
import {
  claim,
  confirm,
  look,
  newcomer,
  openBindingApp,
  type BindingApp,
} from './bindings.fixture.ts'

const SECOND = 1_000

describe.each(openTables)('what a binding is worth, over %s', (_, open) => {
  let app: BindingApp
  beforeEach(async () => {
    app = await openBindingApp(open)
  })
  afterEach(() => app.close())

  test('who is only claimed casts no ballot; once verified the same person does', async () => {
    const zhang = await newcomer(app, 'zhang', '13300000001')
    const { binding } = (await claim(zhang)).body
    const vote = await opened(app)
    const asZhang = await app.as('zhang')
    expect(await headsOf(app, 'zhang', vote)).toEqual([])
    const head = 'whichever'
    const sent = { community: 'jinxiu', vote, head, choices: answers(['for', 'for']) }
    const told = await asZhang.send(votes.cast, sent)
    expect([told.status, told.code]).toEqual([403, 'votes.not_verified_yet'])
    expect(told.detail).toContain('核实')

    expect((await confirm(await app.as('committee'), binding)).status).toBe(200)
    const cast = await castAs(app, 'zhang', vote, ['for', 'for'])
    expect([cast.status, cast.code]).toEqual([201, undefined])
  })

  test('an officer whose role ended a second ago confirms nothing', async () => {
    const zhang = await newcomer(app, 'zhang', '13300000001')
    const { binding } = (await claim(zhang)).body
    const until = new Date(app.clock.now.getTime() + SECOND).toISOString()
    const role = { scope: 'community', of: 'jinxiu', role: 'committee' } as const
    await personsIn(app.ports.table).add('leaving', {
      name: '陈主任',
      grants: [{ ...role, from: '2026-01-01T00:00:00.000Z', until }],
      homes: [],
    })
    const leaving = await app.as('leaving')
    expect((await look(leaving)).status).toBe(200)
    app.clock.advance(SECOND)
    const late = await confirm(leaving, binding, { member: 'whoever' })
    expect([late.status, late.code]).toEqual([404, 'scope.not_found'])
    const [home] = (await zhang.send(people.me, {})).body.memberships[0]?.homes ?? []
    expect(home).toMatchObject({ standing: 'claimed' })
  })

  test('an officer who was deleted confirms nothing, whatever token is left', async () => {
    const zhang = await newcomer(app, 'zhang', '13300000001')
    const { binding } = (await claim(zhang)).body
    const chair = await app.as('committee')
    const key = { pk: 'PERSON#committee', sk: 'GRANTS' }
    const grants = await app.ports.table.get(key)
    await app.ports.table.delete(key, grants?.version ?? 0)
    const gone = await confirm(chair, binding, { member: 'whoever' })
    expect([gone.status, gone.code]).toEqual([401, 'auth.required'])
  })
})
