import { RefusedError } from '../platform/http/refused-error.ts'
import type { VoteShop } from './needs.ts'
import { frozenUnits, votersRoll, type VotersRoll } from './roll.ts'
import { rulesNow } from './rules-of.ts'
import type { FrozenRules, RollUnit } from './stored.ts'

/** The community's rules and who would vote by them, as the register is at this moment. */
export interface RollNow {
  readonly rules: Omit<FrozenRules, 'silent'>
  readonly registerVersion: number
  readonly units: readonly RollUnit[]
  readonly roll: VotersRoll
}

/** @throws RefusedError where there is no register, nobody in it who votes, or no rules to vote by */
export async function rollNow(shop: VoteShop, community: string): Promise<RollNow> {
  const rules = await rulesNow(shop, community)
  const register = await shop.register.roll(community)
  if (!register) throw new RefusedError('votes.no_register')
  const units = frozenUnits(register.units)
  const roll = votersRoll(units, rules.parkingCounted)
  if (roll.heads.length === 0) throw new RefusedError('votes.roll_empty')
  return { rules, registerVersion: register.version, units, roll }
}
