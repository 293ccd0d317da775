import type { Output } from '#shared/kernel/route.ts'
import type { sessions } from '#shared/sessions/contract.ts'
import type { Session } from '#shared/sessions/contract.ts'
import type { Persons } from '../people/offers.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError } from '../platform/table/table.ts'
import type { SecondFactors } from './second-factor.ts'
import { openLogin, pairOf } from './tokens.ts'
import type { Asked, WebLogins } from './web-logins.ts'

interface Entering {
  readonly persons: Pick<Persons, 'sessions'>
  readonly ports: Pick<Ports, 'keys' | 'newId'>
  readonly logins: WebLogins
  readonly factors: SecondFactors
}

/** What a waiting browser hears; the session once the person has let it in, however often it asks. */
export async function hear(
  entering: Entering,
  { code, secret }: { readonly code: string; readonly secret: string },
  now: Date,
): Promise<Output<typeof sessions.pollWebLogin>> {
  const asked = await entering.logins.poll(code, secret)
  if (asked.state !== 'confirmed' || asked.person === undefined) return { state: asked.state }
  const session = await enter(entering, asked, asked.person, `${code} ${secret}`, now)
  return { state: 'confirmed', session }
}

/** One login for one confirmation: its id comes from the secret, so asking again makes no second one. */
async function enter(
  { persons, ports, factors }: Entering,
  asked: Asked,
  person: string,
  seed: string,
  now: Date,
): Promise<Session> {
  const session = ports.keys.digestText('web login session', seed).slice(0, 22)
  const confirmed = !(await factors.find(person))
  const login = { person, session, device: asked.browser, confirmed, now, nonce: ports.newId() }
  try {
    return await openLogin(persons, ports.keys, login)
  } catch (err) {
    if (!(err instanceof ConflictError)) throw err
  }
  const kept = await persons.sessions.find(person, session)
  const family = kept?.record.refresh
  // Its answer got lost. Once the session was used, or has ended, the code has done its work.
  if (family?.generation === 1 && !kept?.record.ended) {
    return pairOf(ports.keys, person, session, family)
  }
  throw new RefusedError('sessions.web_login_over')
}
