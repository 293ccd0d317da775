import { people } from '#shared/people/contract.ts'
import { sessions, type Session } from '#shared/sessions/contract.ts'
import { createApp } from '../app.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { ask, fromBase32, logIn } from './sessions.fixture.ts'
import { codeAt } from './totp.ts'

const SECOND = 1_000
const MINUTE = 60_000

describe.each(openTables)('showing who is there on %s', (_, open) => {
  let given: TestApp & { readonly close: () => Promise<void> }
  beforeEach(async () => {
    given = await openTestAppOn(open)
  })
  afterEach(() => given.close())

  const send = <R extends Parameters<typeof ask>[2]>(
    { token }: Session,
    route: R,
    input: Parameters<typeof ask<R>>[3],
  ) => ask(given.app, token, route, input)
  const after = (ms: number) => given.clock.advance(ms)
  const dangerous = async (login: Session) => (await send(login, sessions.renewRecovery, {})).code
  const confirm = (login: Session, way: 'totp' | 'recovery' | 'login', code: string) =>
    send(login, sessions.confirm, { way, code })

  interface Armed {
    readonly login: Session
    readonly recovery: readonly string[]
    /** What the authenticator shows now. */
    readonly shown: () => string
  }
  async function armed(person = 'committee'): Promise<Armed> {
    const login = await logIn(given, person)
    const { body: started } = await send(login, sessions.startSecondFactor, {})
    const secret = fromBase32(started.secret)
    const shown = () => codeAt(secret, Math.floor(given.clock.now.getTime() / 30_000))
    const { body } = await send(login, sessions.turnOnSecondFactor, { code: shown() })
    // The code that turned it on is used up.
    after(30 * SECOND)
    return { login, recovery: body.recovery, shown }
  }

  describe('without a second factor', () => {
    test('a login opens dangerous acts for ten minutes, then the same account has to log in again', async () => {
      const login = await logIn(given, 'committee')
      expect(await dangerous(login)).toBe('sessions.factor_off')
      after(10 * MINUTE - 1)
      expect(await dangerous(login)).toBe('sessions.factor_off')
      after(1)
      expect(await dangerous(login)).toBe('sessions.confirm_needed')
      const { status, body } = await confirm(login, 'login', 'openid-committee')
      expect(status).toBe(200)
      expect(Date.parse(body.confirmedUntil) - given.clock.now.getTime()).toBe(10 * MINUTE)
      expect(await dangerous(login)).toBe('sessions.factor_off')
    })

    test.each([
      ['login', 'openid-manager', 403, 'sessions.confirm_other_person'],
      ['login', 'demo:committee', 401, 'sessions.code_invalid'],
      ['totp', '000000', 409, 'sessions.confirm_by_login'],
      ['recovery', 'AAAA-AAAA', 409, 'sessions.confirm_by_login'],
    ] as const)('%s by %s is refused', async (way, code, status, refusal) => {
      const login = await logIn(given, 'committee')
      after(11 * MINUTE)
      expect(await confirm(login, way, code)).toMatchObject({ status, code: refusal })
      expect(await dangerous(login)).toBe('sessions.confirm_needed')
    })

    test('a refreshed session is no fresher than it was', async () => {
      const login = await logIn(given, 'committee')
      after(11 * MINUTE)
      const { body } = await ask(given.app, '', sessions.refresh, { refresh: login.refresh })
      expect(await dangerous(body)).toBe('sessions.confirm_needed')
    })

    test('a demo person confirms by the demo code, in demo mode only', async () => {
      const { personsIn } = await import('../people/repository.ts')
      const { keys, table } = given.ports
      await personsIn(table).add('demo', { name: '演示', grants: [], homes: [] })
      await personsIn(table).claimOpenid(keys.digestText('openid', 'demo:committee'), 'demo')
      const demo = createApp({ ...given.ports, mode: 'demo' })
      const { body } = await ask(demo, '', sessions.open, { code: 'demo:committee' })
      after(11 * MINUTE)
      const shown = { way: 'login', code: 'demo:committee' } as const
      expect((await ask(demo, body.token, sessions.confirm, shown)).status).toBe(200)
      expect((await ask(given.app, body.token, sessions.confirm, shown)).status).toBe(401)
    })
  })

  describe('with a second factor', () => {
    test('a login alone opens nothing; the code does, once', async () => {
      const { shown } = await armed()
      const login = await logIn(given, 'committee')
      expect(await dangerous(login)).toBe('sessions.confirm_needed')
      const code = shown()
      expect((await confirm(login, 'totp', code)).status).toBe(200)
      expect(await dangerous(login)).toBeUndefined()
      expect(await confirm(login, 'totp', code)).toMatchObject({
        status: 422,
        code: 'sessions.totp_wrong',
      })
      expect((await confirm(login, 'login', 'openid-committee')).code).toBe(
        'sessions.confirm_by_factor',
      )
    })

    test('one code shown twice at once is taken once', async () => {
      const { login, shown } = await armed()
      const code = shown()
      const answers = await Promise.all([
        confirm(login, 'totp', code),
        confirm(login, 'totp', code),
      ])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    })

    test('each recovery code opens once, however it is typed', async () => {
      const { login, recovery } = await armed()
      const [first = '', second = ''] = recovery
      expect(recovery).toHaveLength(10)
      expect((await confirm(login, 'recovery', first.toLowerCase())).status).toBe(200)
      expect((await confirm(login, 'recovery', first)).code).toBe('sessions.recovery_wrong')
      expect((await confirm(login, 'recovery', second.replace('-', ' '))).status).toBe(200)
      const { body } = await send(login, sessions.secondFactor, {})
      expect(body).toMatchObject({ on: true, recoveryLeft: 8 })
    })

    test('new recovery codes make the old ones void', async () => {
      const { login, recovery } = await armed()
      await send(login, sessions.renewRecovery, {})
      expect((await confirm(login, 'recovery', recovery[0] ?? '')).code).toBe(
        'sessions.recovery_wrong',
      )
    })

    test('nothing that is stored gives the secret away', async () => {
      const login = await logIn(given, 'committee')
      const { body } = await send(login, sessions.startSecondFactor, {})
      const item = await given.ports.table.get({ pk: 'PERSON#committee', sk: 'FACTOR' })
      const bytes = Buffer.from(fromBase32(body.secret))
      const text = JSON.stringify(item)
      for (const form of [body.secret, bytes.toString('base64url'), bytes.toString('hex')]) {
        expect(text).not.toContain(form)
      }
    })

    test('turned off, a login is enough again', async () => {
      const { login } = await armed()
      expect((await send(login, sessions.turnOffSecondFactor, {})).status).toBe(200)
      expect(await dangerous(await logIn(given, 'committee'))).toBe('sessions.factor_off')
    })
  })

  describe('setting it up', () => {
    test('a first code is needed within a quarter of an hour', async () => {
      const login = await logIn(given, 'committee')
      const { body } = await send(login, sessions.startSecondFactor, {})
      const shown = () => codeAt(fromBase32(body.secret), Math.floor(+given.clock.now / 30_000))
      expect((await send(login, sessions.turnOnSecondFactor, { code: '000000' })).code).toBe(
        'sessions.totp_wrong',
      )
      expect((await send(login, sessions.secondFactor, {})).body.on).toBe(false)
      // The token of the login lives as long.
      after(15 * MINUTE)
      const next = (await ask(given.app, '', sessions.refresh, { refresh: login.refresh })).body
      expect((await send(next, sessions.turnOnSecondFactor, { code: shown() })).code).toBe(
        'sessions.factor_not_started',
      )
    })

    test('cannot be done over one that is on, nor by a login that is not fresh', async () => {
      const { login, shown } = await armed()
      expect((await send(login, sessions.startSecondFactor, {})).code).toBe('sessions.factor_on')
      expect((await send(login, sessions.turnOnSecondFactor, { code: shown() })).code).toBe(
        'sessions.factor_on',
      )
      const other = await logIn(given, 'manager')
      after(11 * MINUTE)
      expect((await send(other, sessions.startSecondFactor, {})).code).toBe(
        'sessions.confirm_needed',
      )
    })

    test('is refused without having begun', async () => {
      const login = await logIn(given, 'manager')
      expect((await send(login, sessions.turnOnSecondFactor, { code: '123456' })).code).toBe(
        'sessions.factor_not_started',
      )
    })
  })

  describe('whoever guesses', () => {
    test('waits longer each time, is told how long, and a restart forgives nothing', async () => {
      const { login, shown } = await armed()
      const guess = async () => (await confirm(login, 'totp', '000000')).code
      for (let slip = 0; slip < 5; slip += 1) expect(await guess()).toBe('sessions.totp_wrong')
      const waits: string[] = []
      for (let turn = 0; turn < 4; turn += 1) {
        const { detail = '' } = await confirm(login, 'totp', shown())
        waits.push(/请等 (.+)再试/.exec(detail)?.[1] ?? detail)
        after(30 * SECOND * 2 ** turn)
        expect(await guess()).toBe('sessions.totp_wrong')
      }
      expect(waits).toEqual(['30 秒', '1 分钟', '2 分钟', '4 分钟'])
      const restarted = createApp(given.ports)
      const again = { way: 'totp', code: shown() } as const
      expect((await ask(restarted, login.token, sessions.confirm, again)).status).toBe(429)
    })

    test('gains nothing by guessing all at once', async () => {
      const { login } = await armed()
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_none, n) => confirm(login, 'totp', String(100_000 + n))),
      )
      const looked = answers.filter(({ code }) => code === 'sessions.totp_wrong')
      expect(looked.length).toBeLessThanOrEqual(5)
    })

    test('is forgiven by the right code', async () => {
      const { login, shown } = await armed()
      for (let slip = 0; slip < 4; slip += 1) await confirm(login, 'totp', '000000')
      expect((await confirm(login, 'totp', shown())).status).toBe(200)
      for (let slip = 0; slip < 5; slip += 1) {
        expect((await confirm(login, 'totp', '000000')).status).toBe(422)
      }
    })

    test('keeps nobody else out', async () => {
      const [one, other] = [await armed('committee'), await armed('manager')]
      for (let slip = 0; slip < 6; slip += 1) await confirm(one.login, 'totp', '000000')
      expect((await confirm(one.login, 'totp', one.shown())).status).toBe(429)
      expect((await confirm(other.login, 'totp', other.shown())).status).toBe(200)
    })
  })

  test('a role that ended a second ago opens nothing, whatever was confirmed', async () => {
    const login = await logIn(given, 'committee')
    const key = { pk: 'PERSON#committee', sk: 'GRANTS' }
    const item = await given.ports.table.get(key)
    if (!item) throw new Error('no such person')
    const { grants, ...rest } = item.data as unknown as { grants: object[] }
    const until = new Date(given.clock.now.getTime() + SECOND).toISOString()
    await given.ports.table.put({
      ...item,
      version: item.version + 1,
      data: { ...rest, grants: grants.map((one) => ({ ...one, until })) },
    })
    const roles = async () => (await send(login, people.me, {})).body.memberships.length
    expect(await roles()).toBe(1)
    after(SECOND)
    expect(await roles()).toBe(0)
  })
})
