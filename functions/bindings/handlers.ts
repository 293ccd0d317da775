import type { bindings } from '#shared/bindings/contract.ts'
import type { Feature } from '../platform/http/call.ts'
import { deskOf, type BindingNeeds, type Desk } from './desk.ts'
import { officerHandlers } from './officer-handlers.ts'
import { personHandlers } from './person-handlers.ts'

/**
 * The person's operations name a home of any community and look only at bindings of that person; the officers'
 * stand in a community's path, which the edge has resolved against their roles.
 */
export const bindingFeature = (needs: BindingNeeds): Feature<typeof bindings, Desk> => ({
  open: (ports) => deskOf(ports, needs),
  handlers: { ...personHandlers, ...officerHandlers },
})
