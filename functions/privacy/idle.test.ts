import { api } from '#shared/api.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { personDirectory } from '../people/offers.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'

describe.each(openTables)('accounts nobody uses on %s', (_, open) => {
  let given: TestApp & { close: () => Promise<void> }
  beforeEach(async () => {
    given = await openTestAppOn(open)
  })
  afterEach(() => given.close())

  const logIn = async (openid: string): Promise<string> => {
    const answer = await given.app.request('/api/v1/sessions', {
      method: 'POST',
      body: JSON.stringify({ code: openid }),
    })
    expect(answer.status).toBe(201)
    return personDirectory(given.ports).ofOpenid(openid)
  }
  const isThere = async (person: string) =>
    (await personDirectory(given.ports).grantsOf(person)) !== undefined
  const wait = async (days: number) => {
    given.clock.advance(days * DAY)
    for (let turn = 0; turn < 3; turn += 1) await given.sweep()
  }

  test('one without a home is gone after 180 days without a login; one with a home or an office stays', async () => {
    const visitor = await logIn('openid-visitor')
    await logIn('openid-neighbour')
    await logIn('openid-property')
    await wait(179)
    expect(await isThere(visitor)).toBe(true)
    await wait(4)
    expect(await Promise.all([visitor, 'neighbour', 'property'].map(isThere))).toEqual([
      false,
      true,
      true,
    ])
    const neighbour = await given.as('neighbour')
    expect((await neighbour.send(api.people.me, {})).status).toBe(200)
  })

  test('each login begins the time anew', async () => {
    const visitor = await logIn('openid-visitor')
    await wait(170)
    await logIn('openid-visitor')
    await wait(20)
    expect(await isThere(visitor)).toBe(true)
    await wait(365)
    expect(await isThere(visitor)).toBe(false)
  })
})
