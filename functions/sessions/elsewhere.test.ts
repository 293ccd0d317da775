import { people } from '#shared/people/contract.ts'
import { sessions, type Session } from '#shared/sessions/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { ask, logIn, refresh } from './sessions.fixture.ts'

const SECOND = 1_000
const DAY = 86_400_000

describe.each(openTables)('logins elsewhere on %s', (_, open) => {
  let given: TestApp & { readonly close: () => Promise<void> }
  beforeEach(async () => {
    given = await openTestAppOn(open)
  })
  afterEach(() => given.close())

  const send = <R extends Parameters<typeof ask>[2]>(
    { token }: Pick<Session, 'token'>,
    route: R,
    input: Parameters<typeof ask<R>>[3],
  ) => ask(given.app, token, route, input)
  const codeOf = async (login: Session) => (await send(login, people.me, {})).code
  const after = (ms: number) => given.clock.advance(ms)
  const devices = async (login: Session) => (await send(login, sessions.devices, {})).body.items

  describe('devices', () => {
    test('are listed by their names and days, this one first', async () => {
      await logIn(given, 'resident', 'iPhone 13')
      after(3 * DAY)
      const here = await logIn(given, 'resident', 'Edge 浏览器，Windows 电脑')
      await logIn(given, 'neighbour', '别人的手机')
      expect(await devices(here)).toEqual([
        expect.objectContaining({ name: 'Edge 浏览器，Windows 电脑', here: true }),
        expect.objectContaining({
          name: 'iPhone 13',
          here: false,
          openedOn: '2026-11-24',
          seenOn: '2026-11-24',
        }),
      ])
    })

    test('are seen on the day of their last refresh', async () => {
      const phone = await logIn(given, 'resident')
      after(2 * DAY)
      const { body } = await refresh(given, phone.refresh)
      expect(await devices(body)).toMatchObject([{ openedOn: '2026-11-24', seenOn: '2026-11-26' }])
    })

    test('are logged out one by one, and told by whom', async () => {
      const [phone, here] = [await logIn(given, 'resident'), await logIn(given, 'resident')]
      const other = (await devices(here)).find((one) => !one.here)?.device ?? ''
      expect((await send(here, sessions.endDevice, { device: other })).status).toBe(200)
      expect(await codeOf(phone)).toBe('sessions.ended_by_you')
      expect((await refresh(given, phone.refresh)).code).toBe('sessions.ended_by_you')
      expect([await codeOf(here), (await devices(here)).length]).toEqual([undefined, 1])
      expect(await send(here, sessions.endDevice, { device: other })).toMatchObject({
        status: 404,
        code: 'sessions.device_unknown',
      })
    })

    test.each([
      [true, undefined],
      [false, 'sessions.ended_by_you'],
    ])('are logged out everywhere; kept here: %s', async (keepHere, told) => {
      const [one, two, here] = [
        await logIn(given, 'resident'),
        await logIn(given, 'resident'),
        await logIn(given, 'resident'),
      ]
      const { body } = await send(here, sessions.endAll, { keepHere })
      expect(body.ended).toBe(keepHere ? 2 : 3)
      expect([await codeOf(one), await codeOf(two)]).toEqual([
        'sessions.ended_by_you',
        'sessions.ended_by_you',
      ])
      expect(await codeOf(here)).toBe(told)
    })

    test('of another person cannot be ended', async () => {
      const [victim, here] = [await logIn(given, 'neighbour'), await logIn(given, 'resident')]
      const device = (await devices(victim))[0]?.device ?? ''
      expect((await send(here, sessions.endDevice, { device })).status).toBe(404)
      expect(await codeOf(victim)).toBeUndefined()
    })
  })

  describe('a browser', () => {
    const ask_ = async (device?: string) =>
      (await ask(given.app, '', sessions.startWebLogin, device === undefined ? {} : { device }))
        .body
    const poll = (offered: { code: string; secret: string }) =>
      ask(given.app, '', sessions.pollWebLogin, { code: offered.code, secret: offered.secret })
    const answer = (login: Session, code: string, confirm: boolean) =>
      send(login, sessions.answerWebLogin, { code, confirm })

    test('is let in by a person who saw which one asks, and from when', async () => {
      const phone = await logIn(given, 'committee')
      const offered = await ask_('Edge 浏览器')
      expect(offered.code).toMatch(/^[A-Z0-9]{6}$/)
      expect(offered.scene).toContain(offered.code)
      expect((await poll(offered)).body).toEqual({ state: 'waiting' })
      const typed = `${offered.code.slice(0, 3).toLowerCase()}-${offered.code.slice(3)}`
      expect((await send(phone, sessions.webLogin, { code: typed })).body).toEqual({
        browser: 'Edge 浏览器',
        askedAt: given.clock.now.toISOString(),
        expiresAt: offered.expiresAt,
      })
      expect((await answer(phone, offered.code, true)).status).toBe(200)
      const { state, session } = (await poll(offered)).body
      expect(state).toBe('confirmed')
      expect((await send(session as Session, people.me, {})).body.person).toBe('committee')
      expect((await devices(phone)).map(({ name }) => name)).toContain('Edge 浏览器')
    })

    test('hears the same session again where the answer got lost, and makes no second one', async () => {
      const phone = await logIn(given, 'resident')
      const offered = await ask_()
      await answer(phone, offered.code, true)
      const answers = await Promise.all([poll(offered), poll(offered), poll(offered)])
      expect(new Set(answers.map(({ body }) => body.session?.refresh)).size).toBe(1)
      expect(await devices(phone)).toHaveLength(2)
      const session = answers[0].body.session as Session
      await refresh(given, session.refresh)
      expect(await poll(offered)).toMatchObject({ status: 409, code: 'sessions.web_login_over' })
    })

    test('is told of a refusal, and gets nothing', async () => {
      const phone = await logIn(given, 'resident')
      const offered = await ask_()
      await answer(phone, offered.code, false)
      expect((await poll(offered)).body).toEqual({ state: 'refused' })
      const over = { status: 409, code: 'sessions.web_login_over' }
      expect(await answer(phone, offered.code, true)).toMatchObject(over)
      expect(await send(phone, sessions.webLogin, { code: offered.code })).toMatchObject(over)
    })

    test('that did not ask hears nothing, though it saw the code', async () => {
      const phone = await logIn(given, 'resident')
      const offered = await ask_()
      await answer(phone, offered.code, true)
      expect(await poll({ ...offered, secret: 'another' })).toMatchObject({
        status: 404,
        code: 'sessions.web_login_unknown',
      })
    })

    test('waits two minutes; an answer at the last moment is still heard', async () => {
      const phone = await logIn(given, 'resident')
      const [early, late] = [await ask_(), await ask_()]
      after(120 * SECOND - 1)
      expect((await answer(phone, early.code, true)).status).toBe(200)
      after(1)
      expect(await answer(phone, late.code, true)).toMatchObject({
        status: 404,
        code: 'sessions.web_login_unknown',
      })
      expect((await send(phone, sessions.webLogin, { code: late.code })).status).toBe(404)
      after(20 * SECOND)
      expect((await poll(early)).body.state).toBe('confirmed')
    })

    test('is let in by the first of two who answer at once', async () => {
      const [one, other] = [await logIn(given, 'resident'), await logIn(given, 'neighbour')]
      const offered = await ask_()
      const answers = await Promise.all([
        answer(one, offered.code, true),
        answer(other, offered.code, true),
      ])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    })

    test('of a person with a second factor has still to show it', async () => {
      const phone = await logIn(given, 'resident')
      await given.ports.table.put({
        pk: 'PERSON#resident',
        sk: 'FACTOR',
        version: 1,
        v: 1,
        data: {
          state: 'on',
          secret: 'x',
          at: '2026-11-24T02:00:00.000Z',
          lastStep: 0,
          recovery: [],
        },
      })
      const offered = await ask_()
      await answer(phone, offered.code, true)
      const session = (await poll(offered)).body.session as Session
      expect((await send(session, sessions.renewRecovery, {})).code).toBe('sessions.confirm_needed')
    })

    test('whoever tries codes has to wait', async () => {
      const phone = await logIn(given, 'resident')
      const look = async (n: number) =>
        (await send(phone, sessions.webLogin, { code: `AAAAA${n}` })).code
      for (let slip = 0; slip < 5; slip += 1) {
        expect(await look(slip)).toBe('sessions.web_login_unknown')
      }
      const offered = await ask_()
      expect(await answer(phone, offered.code, true)).toMatchObject({
        status: 429,
        code: 'sessions.too_many_tries',
      })
    })

    test.each(['', 'ABC', 'ABCDEFG', 'AB#DEF'])('a code like %j is no code', async (code) => {
      const phone = await logIn(given, 'resident')
      expect((await send(phone, sessions.webLogin, { code })).status).toBeGreaterThanOrEqual(400)
    })
  })

  test('an address from which many logins fail waits a little, and good ones pass until then', async () => {
    const fail = async () => {
      const { WeixinError } = await import('../platform/weixin/weixin.ts')
      given.weixin.port.codeToSession = () => Promise.reject(new WeixinError('weixin.code_invalid'))
    }
    const real = given.weixin.port.codeToSession
    const attempt = () => ask(given.app, '', sessions.open, { code: 'x' })
    await fail()
    for (let n = 0; n < 60; n += 1) expect((await attempt()).status).toBe(401)
    expect(await attempt()).toMatchObject({ status: 429, code: 'sessions.too_many_tries' })
    given.weixin.port.codeToSession = real
    after(10 * SECOND)
    expect((await logIn(given, 'resident')).token).toBeDefined()
  })
})
