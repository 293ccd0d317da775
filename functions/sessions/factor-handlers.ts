import type { sessions } from '#shared/sessions/contract.ts'
import { freshUntil, SESSION_RULES } from '#shared/sessions/rules.ts'
import type { Persons } from '../people/offers.ts'
import type { Handlers } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Desk } from './desk.ts'

type Factored = Pick<
  Handlers<typeof sessions, Desk>,
  | 'secondFactor'
  | 'startSecondFactor'
  | 'turnOnSecondFactor'
  | 'renewRecovery'
  | 'turnOffSecondFactor'
>

/** Setting up what shows who is there. */
export const factorHandlers = (persons: Pick<Persons, 'sessions'>): Factored => ({
  async secondFactor(_, { person, repository: { factors }, confirmedAt, now }) {
    const factor = await factors.find(person)
    const until = freshUntil(confirmedAt, now)
    return {
      on: factor !== undefined,
      ...(factor && { since: factor.since }),
      recoveryLeft: factor?.recoveryLeft ?? 0,
      ...(until && { confirmedUntil: until.toISOString() }),
    }
  },

  startSecondFactor: (_, { person, name, repository: { factors }, now }) =>
    factors.start(person, name, now),

  async turnOnSecondFactor({ code }, { repository: { factors, guessing }, ...call }) {
    const { person, now } = call
    const recovery = await guessing.guess('totp', call, now, () =>
      factors.turnOn(person, code, now),
    )
    if (!recovery) throw new RefusedError('sessions.totp_wrong')
    await markConfirmed(persons, call, now)
    return { recovery }
  },

  renewRecovery: async (_, { person, repository: { factors } }) => ({
    recovery: await factors.renewRecovery(person),
  }),

  async turnOffSecondFactor(_, { person, repository: { factors } }) {
    await factors.turnOff(person)
    return {}
  },
})

/** The person has just shown who is there. Until when that is good. @throws RefusedError where the login is gone */
export async function markConfirmed(
  persons: Pick<Persons, 'sessions'>,
  { person, session }: { readonly person: string; readonly session: string },
  now: Date,
): Promise<string> {
  const kept = await persons.sessions.change(person, session, () => ({
    confirmedAt: now.toISOString(),
  }))
  if (!kept) throw new RefusedError('auth.required')
  return new Date(now.getTime() + SESSION_RULES.freshSeconds * 1_000).toISOString()
}
