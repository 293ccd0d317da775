import type { CONFIRM_WAYS } from '#shared/sessions/contract.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Guessing } from './patience.ts'
import type { SecondFactors } from './second-factor.ts'

interface Shown {
  readonly way: (typeof CONFIRM_WAYS)[number]
  readonly code: string
}
interface By {
  readonly person: string
  readonly address: string
}
interface Needed {
  readonly factors: SecondFactors
  readonly guessing: Guessing
  /** Whose account a login code is of. @throws RefusedError */
  readonly personOf: (code: string) => Promise<string>
}

/**
 * Whether what was shown says that the person of the session is there.
 * @throws RefusedError where it does not
 */
export async function demandPresence(
  { factors, guessing, personOf }: Needed,
  { way, code }: Shown,
  by: By,
  now: Date,
): Promise<void> {
  const isOn = (await factors.find(by.person)) !== undefined
  if (isOn && way === 'login') throw new RefusedError('sessions.confirm_by_factor')
  if (!isOn && way !== 'login') throw new RefusedError('sessions.confirm_by_login')
  if (way === 'login') {
    if ((await personOf(code)) !== by.person) {
      throw new RefusedError('sessions.confirm_other_person')
    }
    return
  }
  const taken = await guessing.guess(way, by, now, () =>
    way === 'totp' ? factors.takeTotp(by.person, code, now) : factors.takeRecovery(by.person, code),
  )
  if (!taken) {
    throw new RefusedError(way === 'totp' ? 'sessions.totp_wrong' : 'sessions.recovery_wrong')
  }
}
