import type { Places } from '../communities/offers.ts'
import type { Persons } from '../people/offers.ts'
import type { Ports } from '../platform/ports.ts'
import { bindingFeature } from './handlers.ts'
import { bindingNeeds } from './needs.ts'

export const bindingWing = (
  ports: Ports,
  known: { readonly persons: Persons; readonly places: Places },
) => bindingFeature(bindingNeeds(ports, known))
