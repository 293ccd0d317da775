import type { Places } from '../communities/offers.ts'
import { photoOffers } from '../photos/offers.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import type { Ports } from '../platform/ports.ts'
import { sights } from '../privacy/offers.ts'
import { registerDirectory } from '../register/offers.ts'
import { voteFeature } from './handlers.ts'

export const voteWing = (ports: Ports, places: Places) =>
  voteFeature({
    places,
    register: registerDirectory(ports),
    photos: photoOffers(ports),
    sights: sights(ports),
    trail: auditTrail(ports),
    keys: ports.keys,
  })
