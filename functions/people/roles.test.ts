import { api } from '#shared/api.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import {
  ended,
  here,
  HERE,
  invited,
  joined,
  listed,
  openPeopleApp,
  powerCutAt,
  send,
  WORDS,
  type PeopleApp,
} from './people.fixture.ts'
import { personsIn } from './repository.ts'

describe.each(openTables)('roles, %s', (_, open) => {
  let app: PeopleApp
  beforeEach(async () => {
    app = await openPeopleApp(open)
  })
  afterEach(() => app.close())

  const rolesOf = async (person: string, community = 'jinxiu') => {
    const { body } = await (await app.as(person)).send(api.people.me, {})
    return body.memberships.find((one) => one.community === community)?.roles ?? []
  }
  const committee = { role: 'committee', post: 'chair', lastDay: '2029-11-23' } as const

  test('a street invites a chair, who takes the role with the code, is listed, and is none at the end of the term', async () => {
    const code = await invited(app, 'the-street', committee)
    expect(code).toMatch(/^[34679ACDEFGHJKMNPRTUWXY]{4}(-[34679ACDEFGHJKMNPRTUWXY]{4}){2}$/)
    const nobody = await app.as('nobody')
    const seen = await nobody.send(api.people.look, { code: code.toLowerCase().replace(/-/g, ' ') })
    expect(seen.body).toMatchObject({
      role: 'committee',
      post: 'chair',
      place: '锦绣花园',
      givenBy: '街道 孙******',
      ground: WORDS.ground,
      state: 'open',
    })
    expect(await rolesOf('nobody')).toEqual([])
    const answer = await joined(app, 'nobody', code)
    expect([answer.status, answer.body.until]).toEqual([201, '2029-11-23T16:00:00.000Z'])
    expect(await rolesOf('nobody')).toEqual(['committee'])
    expect((await personsIn(app.ports.table).grantsOf('nobody'))?.name).toBe(WORDS.name)

    const { items } = await listed(app, 'the-street', here('community'))
    expect(items.find(({ person }) => person === 'nobody')).toMatchObject({
      name: '钱进',
      role: 'committee',
      live: true,
      mayEnd: true,
      givenBy: '街道 孙******',
    })
    app.clock.now = new Date('2029-11-23T15:59:59.999Z')
    expect(await rolesOf('nobody')).toEqual(['committee'])
    app.clock.advance(1)
    expect(await rolesOf('nobody')).toEqual([])
  })

  test('who gave, took and ended what stands in the audit of the place, once', async () => {
    const code = await invited(app, 'the-district', { role: 'street' })
    const { body } = await joined(app, 'nobody', code)
    await app.sweep()
    expect((await ended(app, 'the-district', here('street'), 'nobody', body.grant)).status).toBe(
      200,
    )
    await app.sweep()
    await app.sweep()
    const { items } = await auditTrail(app.ports).latest('street:street-1', { limit: 10 })
    expect(items.map(({ entry }) => [entry.act, entry.by])).toEqual([
      ['people.end_role', 'the-district'],
      ['people.give_role', 'the-district'],
      ['people.invite', 'the-district'],
    ])
    expect(JSON.stringify(items)).not.toContain(WORDS.name)
  })

  test('a role that was ended is none a moment later, stays in the list, and leaves the item after a day', async () => {
    const { body } = await joined(app, 'nobody', await invited(app, 'the-street', committee))
    const { grant } = body
    const answer = await ended(app, 'the-street', here('community'), 'nobody', grant, 'end-it-once')
    expect(answer.body).toMatchObject({ live: false, mayEnd: false })
    expect(await rolesOf('nobody')).toEqual([])
    const again = await ended(app, 'the-street', here('community'), 'nobody', grant, 'end-it-once')
    expect(again.status).toBe(200)
    const anew = await ended(app, 'the-street', here('community'), 'nobody', grant)
    expect([anew.status, anew.code]).toEqual([409, 'people.role_ended'])
    await app.sweep()
    app.clock.advance(86_400_000)
    await app.sweep()
    expect((await personsIn(app.ports.table).grantsOf('nobody'))?.grants).toEqual([])
    const { items } = await listed(app, 'the-street', here('community'))
    expect(items.find((row) => row.grant === grant)).toMatchObject({ live: false })
  })

  test('two who use a code at once: one has the role', async () => {
    const code = await invited(app, 'the-street', committee)
    const answers = await Promise.all(['nobody', 'somebody'].map((who) => joined(app, who, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const roles = [await rolesOf('nobody'), await rolesOf('somebody')]
    expect(roles.flat()).toEqual(['committee'])
  })

  test('the same request gives the same code, and another under its key is refused', async () => {
    const first = await send(app, 'the-street', committee, undefined, 'invite-once')
    const again = await send(app, 'the-street', committee, undefined, 'invite-once')
    expect(again.body.code).toBe(first.body.code)
    const other = await send(
      app,
      'the-street',
      { ...committee, name: '钱多' },
      undefined,
      'invite-once',
    )
    expect([other.status, other.code]).toEqual([422, 'request.idempotency_key_reused'])
  })

  test('where the server stopped after a code was claimed, the sweep gives the role', async () => {
    const code = await invited(app, 'the-street', committee)
    const { table } = app.ports
    const restore = powerCutAt(table, 'PERSON#nobody')
    expect((await joined(app, 'nobody', code)).status).toBe(500)
    restore()
    expect(await rolesOf('nobody')).toEqual([])
    await app.sweep()
    await app.sweep()
    expect(await rolesOf('nobody')).toEqual(['committee'])
    expect((await joined(app, 'somebody', code)).code).toBe('people.code_used')
  })

  describe('administrators', () => {
    const platform = here('platform')
    const second = async () => {
      const code = await invited(app, 'the-admin', { role: 'admin' })
      return (await joined(app, 'nobody', code)).body.grant
    }
    const FIRST = 'admin-platform'

    test('the last cannot be removed, by nobody, nor by resigning', async () => {
      const mine = await app.as('the-admin')
      const resigned = await mine.send(api.people.resign, { grant: FIRST })
      expect([resigned.status, resigned.code]).toEqual([409, 'people.last_admin'])
      const removed = await ended(app, 'the-admin', platform, 'the-admin', FIRST)
      expect([removed.status, removed.code]).toEqual([409, 'people.last_admin'])
      expect(
        (await listed(app, 'the-admin', platform)).items.filter(({ live }) => live),
      ).toHaveLength(2)
    })

    test('two who remove each other at once: one remains', async () => {
      const grant = await second()
      const answers = await Promise.all([
        ended(app, 'the-admin', platform, 'nobody', grant),
        ended(app, 'nobody', platform, 'the-admin', FIRST),
      ])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      await app.sweep()
      const { items } = await personsLive()
      expect(items).toHaveLength(1)
    })

    test('where the server stopped after one was struck off, the sweep ends the role', async () => {
      const grant = await second()
      const { table } = app.ports
      const restore = powerCutAt(table, 'PERSON#nobody')
      expect((await ended(app, 'the-admin', platform, 'nobody', grant)).status).toBe(500)
      restore()
      // Still in the item; the list of administrators knows better.
      const code = await send(app, 'nobody', { role: 'admin' })
      expect((await joined(app, 'somebody', code.body.code)).code).toBe('people.giver_ended')
      await app.sweep()
      expect((await personsLive()).items).toHaveLength(1)
    })

    const personsLive = async () => {
      const { table } = app.ports
      const held = await Promise.all(
        ['the-admin', 'nobody'].map((id) => personsIn(table).grantsOf(id)),
      )
      const now = app.clock.now.getTime()
      const items = held
        .flatMap((one) => one?.grants ?? [])
        .filter(({ until }) => until === undefined || Date.parse(until) > now)
      return { items }
    }
  })

  test('an administrator sees who holds what everywhere, and nothing of anybody’s affairs', async () => {
    const admin = await app.as('the-admin')
    const places = await admin.send(api.people.places, { scope: 'street' })
    expect(places.body.items.map(({ of }) => of)).toEqual(['street-1', 'street-2', 'street-3'])
    const queue = await admin.send(api.complaints.queue, { community: HERE.community })
    expect([queue.status, queue.code]).toEqual([403, 'auth.not_permitted'])
  })

  test.each([
    ['the-district', 'street', ['street-1', 'street-2']],
    ['the-district', 'district', ['district-1']],
    ['the-district', 'community', []],
    ['the-street', 'community', ['jinxiu', 'yunxi']],
    ['the-company', 'community', ['jinxiu', 'sister']],
    ['the-manager', 'community', ['jinxiu']],
    ['the-committee', 'community', []],
    ['resident', 'community', []],
  ] as const)('%s gives roles for each %s of %j', async (person, scope, expected) => {
    const { body } = await (await app.as(person)).send(api.people.places, { scope })
    expect(body.items.map(({ of }) => of)).toEqual(expected)
  })

  test('a committee sees names masked: it may not give', async () => {
    const { items, givable } = await listed(app, 'committee', here('community'))
    expect(items.find(({ person }) => person === 'property')?.name).toBe('刘*')
    expect([givable, items.some(({ mayEnd }) => mayEnd)]).toEqual([[], false])
  })

  test('one gives a role back oneself', async () => {
    const { body } = await joined(app, 'nobody', await invited(app, 'the-street', committee))
    const mine = await app.as('nobody')
    expect((await mine.send(api.people.resign, { grant: body.grant })).status).toBe(200)
    expect((await mine.send(api.people.resign, { grant: body.grant })).status).toBe(200)
    expect(await rolesOf('nobody')).toEqual([])
  })
})
