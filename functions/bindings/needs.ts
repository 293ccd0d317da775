import type { Places } from '../communities/offers.ts'
import type { Persons } from '../people/offers.ts'
import type { Ports } from '../platform/ports.ts'
import { consentDirectory, sights } from '../privacy/offers.ts'
import { registerDirectory } from '../register/offers.ts'
import type { BindingNeeds } from './desk.ts'
import { registerDesk } from './register-desk.ts'

/** What the other features offer, put together for this one. */
export const bindingNeeds = (
  ports: Ports,
  known: { readonly persons: Persons; readonly places: Places },
): BindingNeeds => ({
  ...known,
  register: registerDesk(registerDirectory(ports)),
  consents: consentDirectory(ports),
  sights: sights(ports),
})
