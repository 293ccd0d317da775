import { Session } from '#shared/sessions/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import { stored } from './storage.ts'

/** What the phone keeps of a login. Those of older packages had no refresh token, and are good until they end. */
const KeptSession = Session.partial({ refresh: true }).extend({
  /** The demo person's code: in the demo it stands for WeChat, also when a person has to confirm. */
  demo: z.string().optional(),
})
export type KeptSession = z.infer<typeof KeptSession>

const kept = stored('session', KeptSession)

// Old phones are full: a session that cannot be stored lives as long as the app is open. What is stored is
// read each time, since another tab may have renewed it.
let unstored: KeptSession | undefined

export const sessionNow = (): KeptSession | undefined => unstored ?? kept.read()

export function keepSession(session: KeptSession): void {
  unstored = kept.write(session) ? undefined : session
  // What is there is older, and would be taken for a copy when it is shown.
  if (unstored) kept.remove()
}

export function forgetSession(): void {
  unstored = undefined
  kept.remove()
}
