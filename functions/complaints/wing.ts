import { bindingDirectory } from '../bindings/offers.ts'
import type { Places } from '../communities/offers.ts'
import { photoOffers, voiceOffers } from '../photos/offers.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import type { Ports } from '../platform/ports.ts'
import { sights } from '../privacy/offers.ts'
import { registerDirectory } from '../register/offers.ts'
import { complaintAreaFeature } from './areas.ts'
import { complaintFeature } from './handlers.ts'
import { settingsOffers } from './settings.ts'
import { complaintWorkFeature } from './workbench.ts'

export function complaintWing(ports: Ports, places: Places) {
  const needs = complaintNeeds(ports, places)
  return {
    complaints: complaintFeature(needs),
    areas: complaintAreaFeature(needs),
    work: complaintWorkFeature(needs),
  }
}

/** What the other features offer, put together for this one. */
export const complaintNeeds = (ports: Ports, places: Places) => ({
  places,
  photos: photoOffers(ports),
  voices: voiceOffers(ports),
  settings: settingsOffers(ports),
  sights: sights(ports),
  trail: auditTrail(ports),
  assistance: bindingDirectory(ports),
  keys: ports.keys,
  register: registerDirectory(ports),
})
