import { personalDataOf } from './personal-data.ts'
import type { Ports } from './platform/ports.ts'
import { accountFeature } from './privacy/account.ts'
import { consentFeature } from './privacy/consents.ts'
import { correctionFeature } from './privacy/corrections.ts'
import { privacyFeature } from './privacy/handlers.ts'
import type { SightNeeds } from './privacy/sights-shown.ts'

/** Beside the features and not among them: it is about what each of them holds of a person. */
export function privacyWing(ports: Ports, known: SightNeeds) {
  const parts = personalDataOf(ports)
  return {
    consents: consentFeature(parts),
    account: accountFeature(parts),
    corrections: correctionFeature,
    privacy: privacyFeature(known),
  }
}
