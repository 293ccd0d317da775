import type { Places } from '../communities/offers.ts'
import type { PhotoOffers } from '../photos/offers.ts'
import type { AuditTrail } from '../platform/audit/audit.ts'
import type { Keys } from '../platform/keys/keys.ts'
import type { Sights } from '../privacy/offers.ts'
import type { RegisterDirectory } from '../register/offers.ts'
import type { RollShelf } from './roll-shelf.ts'
import type { TurnoutReader } from './turnout.ts'

/** What this feature takes from others. */
export interface VoteNeeds {
  readonly places: Pick<Places, 'community'>
  readonly register: Pick<RegisterDirectory, 'roll' | 'state' | 'buildings'>
  readonly photos: PhotoOffers
  /** Who looks at a picture of somebody's ballot is on record. */
  readonly sights: Sights
  readonly trail: Pick<AuditTrail, 'append'>
  /** For codes that stand on paper: the store never holds one. */
  readonly keys: Keys
}

/** What it keeps between requests. */
export interface VoteShop extends VoteNeeds {
  readonly shelf: RollShelf
  readonly turnouts: TurnoutReader
}
