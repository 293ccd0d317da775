import type { Input, Output } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { canBeAbout, isSameScope, votePlacesOf } from '#shared/votes/scope/places.ts'
import type { AskedPlace, VotePlace } from '#shared/votes/scope/scope.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import type { RollUnit } from '../../register/offers.ts'
import type { VoteNeeds } from '../needs.ts'
import type { Votes } from '../repository.ts'
import type { StoredVote } from '../stored.ts'

/** Buildings and entrances among these units, by the register's names. */
export async function placesIn(
  { register }: Pick<VoteNeeds, 'register'>,
  community: string,
  units: readonly RollUnit[],
): Promise<VotePlace[]> {
  const named = await register.buildings(community)
  const names = new Map(named.map(({ building, name }) => [building, name]))
  return votePlacesOf(units, (building) => names.get(building) ?? `${building}栋`)
}

export async function readPlaces(
  needs: VoteNeeds,
  _call: Call<Votes>,
  { community }: Input<typeof votes.places>,
): Promise<Output<typeof votes.places>> {
  const roll = await needs.register.roll(community)
  return { places: roll ? await placesIn(needs, community, roll.units) : [] }
}

/** A draft's scope as the register names it now. @throws RefusedError where the register has no such place */
export async function scopeNow(
  needs: VoteNeeds,
  community: string,
  asked: readonly AskedPlace[] | undefined,
): Promise<StoredVote['scope']> {
  if (!asked) return undefined
  const roll = await needs.register.roll(community)
  if (!roll) throw new RefusedError('votes.scope_no_register')
  return [...accepted(canBeAbout(asked, await placesIn(needs, community, roll.units)))]
}

/** Owners were shown a roll of these places: who is asked does not change under their eyes. */
export function demandSameScope(vote: StoredVote, asked: readonly AskedPlace[] | undefined): void {
  if (vote.state !== 'draft' && !isSameScope(vote.scope, asked)) {
    throw new RefusedError('votes.scope_fixed')
  }
}
