import type { Places } from '../communities/offers.ts'
import type { PhotoOffers } from '../photos/offers.ts'
import type { Keys } from '../platform/keys/keys.ts'
import type { RegisterDirectory } from '../register/offers.ts'
import type { RollShelf } from './roll-shelf.ts'
import type { TurnoutReader } from './turnout.ts'

/** What this feature takes from others. */
export interface VoteNeeds {
  readonly places: Pick<Places, 'community'>
  readonly register: Pick<RegisterDirectory, 'roll' | 'state' | 'buildings'>
  readonly photos: PhotoOffers
  /** For codes that stand on paper: the store never holds one. */
  readonly keys: Keys
}

/** What it keeps between requests. */
export interface VoteShop extends VoteNeeds {
  readonly shelf: RollShelf
  readonly turnouts: TurnoutReader
}
