import type { Ports } from '../platform/ports.ts'
import { guessingOn, type Guessing } from './patience.ts'
import { secondFactors, type SecondFactors } from './second-factor.ts'
import { webLogins, type WebLogins } from './web-logins.ts'

/** What the handlers of this feature work with; nothing of it belongs to a community. */
export interface Desk {
  readonly ports: Ports
  readonly guessing: Guessing
  readonly factors: SecondFactors
  readonly logins: WebLogins
}

export const openDesk = (ports: Ports): Desk => ({
  ports,
  guessing: guessingOn(ports.table),
  factors: secondFactors(ports),
  logins: webLogins(ports),
})
