import type { Places } from '../communities/offers.ts'
import { photoOffers } from '../photos/offers.ts'
import type { Ports } from '../platform/ports.ts'
import { emergencyAreaFeature } from './areas.ts'
import { emergencyFeature } from './handlers.ts'

export const emergencyWing = (ports: Ports, places: Places) => ({
  emergencies: emergencyFeature({ photos: photoOffers(ports) }),
  areas: emergencyAreaFeature({ places }),
})
