import type { Community } from '#shared/communities/contract.ts'
import type { RollSource } from './roll.ts'
import type { RollShelf } from './roll-shelf.ts'
import type { TurnoutReader } from './turnout.ts'

/** What this feature takes from others. */
export interface VoteNeeds {
  readonly places: { community(id: string): Promise<Community | undefined> }
  readonly register: RollSource
}

/** What it keeps between requests. */
export interface VoteShop extends VoteNeeds {
  readonly shelf: RollShelf
  readonly turnouts: TurnoutReader
}
