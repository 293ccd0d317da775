import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { canBeAbout } from '#shared/votes/scope/places.ts'
import type { VoteNeeds } from './needs.ts'
import { frozenUnits, votersRoll, type VotersRoll } from './roll.ts'
import { rulesNow } from './rules-of.ts'
import { placesIn } from './scope/places-now.ts'
import { scopedUnits } from './scope/scoped-units.ts'
import type { FrozenRules, RollUnit, StoredVote } from './stored.ts'

/** The community's rules and who would vote by them, as the register is at this moment. */
export interface RollNow {
  readonly rules: Omit<FrozenRules, 'silent'>
  readonly registerVersion: number
  readonly units: readonly RollUnit[]
  readonly roll: VotersRoll
  /** As the register names the places now. */
  readonly scope?: StoredVote['scope']
}

/** @throws RefusedError where there is no register, nobody in it who votes, or no rules to vote by */
export async function rollNow(
  shop: Pick<VoteNeeds, 'places' | 'register'>,
  { community, scope: asked }: Pick<StoredVote, 'community' | 'scope'>,
): Promise<RollNow> {
  const rules = await rulesNow(shop, community)
  const register = await shop.register.roll(community)
  if (!register) throw new RefusedError('votes.no_register')
  const places = asked && (await placesIn(shop, community, register.units))
  const scope = places && [...accepted(canBeAbout(asked.map(unnamed), places))]
  const units = frozenUnits(scope ? scopedUnits(register.units, scope) : register.units)
  const roll = votersRoll(units, rules.parkingCounted)
  if (roll.heads.length === 0) throw new RefusedError('votes.roll_empty')
  return { rules, registerVersion: register.version, units, roll, ...(scope && { scope }) }
}

const unnamed = ({ building, entrance }: NonNullable<StoredVote['scope']>[number]) => ({
  building,
  ...(entrance !== undefined && { entrance }),
})
