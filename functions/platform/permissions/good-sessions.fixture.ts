import { consents, account } from '#shared/privacy/contract.ts'
import { corrections } from '#shared/privacy/correction-contract.ts'
import { purposeOf } from '#shared/privacy/purposes.ts'
import { sessions } from '#shared/sessions/contract.ts'
import type { Homes } from '../../bindings/refusals.fixture.ts'
import { ask, fromBase32, logIn } from '../../sessions/sessions.fixture.ts'
import { codeAt } from '../../sessions/totp.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

const at = { community: 'jinxiu' }
const STEP = 30_000

/** Codes that open once, of somebody with a second factor. */
async function recoveryOf({ app }: Homes, person: string): Promise<readonly string[]> {
  const { token } = await logIn(app, person)
  const { body } = await ask(app.app, token, sessions.startSecondFactor, {})
  const code = codeAt(fromBase32(body.secret), Math.floor(app.clock.now.getTime() / STEP))
  return (await ask(app.app, token, sessions.turnOnSecondFactor, { code })).body.recovery
}

export async function goodSessions(homes: Homes): Promise<GoodRequest[]> {
  const { app } = homes
  const { refresh } = await logIn(app, 'tenant')
  const old = await logIn(app, 'coowner', '旧手机')
  const { body } = await ask(app.app, old.token, sessions.devices, {})
  const [shown] = body.items.filter(({ name }) => name === '旧手机')
  const { body: web } = await ask(app.app, '', sessions.startWebLogin, {})
  const [recovery = ''] = await recoveryOf(homes, 'manager')
  const code = web.code
  return [
    good(sessions.refresh, 'tenant', { refresh }),
    good(sessions.endDevice, 'coowner', { device: shown?.device ?? '' }),
    good(sessions.confirm, 'manager', { way: 'recovery', code: recovery }),
    good(sessions.renewRecovery, 'manager', {}),
    good(sessions.pollWebLogin, 'tenant', { code, secret: web.secret }),
    good(sessions.webLogin, 'resident', { code }),
    good(sessions.answerWebLogin, 'resident', { code, confirm: true }),
  ]
}

export async function goodPrivacy(homes: Homes): Promise<GoodRequest[]> {
  const { id } = await homes.person('13300000009')
  const { version } = purposeOf('agreement')
  const resident = await homes.app.as('resident')
  const wish = { ...at, about: 'name' as const, text: '名字里的字写错了。' }
  const { correction } = (await resident.send(corrections.ask, wish)).body
  const leaving = await homes.person()
  await leaving.client.send(account.close, {})
  const asked = (await resident.send(corrections.ask, wish)).body
  return [
    good(consents.give, 'neighbour', { purpose: 'agreement', version }),
    good(consents.withdraw, id, { purpose: 'phone' }),
    good(account.keep, leaving.id, {}),
    good(corrections.ask, 'resident', wish),
    good(corrections.read, 'community', { ...at, correction: asked.correction }),
    good(corrections.answer, 'community', {
      ...{ ...at, correction },
      ...{ state: 'done', text: '已经改好。' },
    }),
  ]
}
