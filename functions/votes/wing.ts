import type { Places } from '../communities/offers.ts'
import { photoOffers } from '../photos/offers.ts'
import type { Ports } from '../platform/ports.ts'
import { registerDirectory } from '../register/offers.ts'
import { voteFeature } from './handlers.ts'

export const voteWing = (ports: Ports, places: Places) =>
  voteFeature({
    places,
    register: registerDirectory(ports),
    photos: photoOffers(ports),
    keys: ports.keys,
  })
