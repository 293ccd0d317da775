import type { Places } from './communities/offers.ts'
import type { Persons } from './people/offers.ts'
import type { Ports } from './platform/ports.ts'
import { remembered } from './platform/remembered.ts'

interface Known {
  readonly persons: Persons
  readonly places: Places
}

/**
 * Features with much to load come with the first request to one of their operations: no start waits for them, and
 * most processes never come to most of them. Nothing else may import a wing, and only so.
 */
export const wingsOf = (ports: Ports, known: Known) => ({
  bindings: async () => (await import('./bindings/wing.ts')).bindingWing(ports, known),

  complaints: remembered(async () =>
    (await import('./complaints/wing.ts')).complaintWing(ports, known.places),
  ),

  emergencies: remembered(async () =>
    (await import('./emergencies/wing.ts')).emergencyWing(ports, known.places),
  ),

  fees: async () => (await import('./fees/wing.ts')).feeFeature,

  notices: remembered(async () => (await import('./notices/wing.ts')).noticeWing(known.places)),

  privacy: remembered(async () => (await import('./privacy-wing.ts')).privacyWing(ports, known)),

  register: async () => (await import('./register/wing.ts')).registerWing(known.places),

  votes: async () => (await import('./votes/wing.ts')).voteWing(ports, known.places),
})
