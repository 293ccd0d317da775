import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { canFreezeRoll } from '#shared/votes/rules/conducting.ts'
import { canBeHeldIn } from '#shared/votes/rules/modes.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { changeVote, stepTo } from './change-vote.ts'
import type { VoteShop } from './needs.ts'
import type { Votes } from './repository.ts'
import { frozenUnits, hashOfRoll, rowsOfRoll, votersRoll } from './roll.ts'
import { rulesNow } from './rules-of.ts'
import type { FoundVote, FrozenRules, StoredVote } from './stored.ts'

/** Stores the units first and then, in one write, version, hash, totals and rules: no import comes in between. */
export async function freezeRoll(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id }: Input<typeof votes.freezeRoll>,
): Promise<FoundVote> {
  const { now } = call
  let frozen: { rules: FrozenRules; roll: NonNullable<StoredVote['roll']> } | undefined
  return changeVote(call, id, async (vote) => {
    accepted(canFreezeRoll(vote, now))
    frozen ??= await rollNow(shop, call, id)
    accepted(canBeHeldIn(vote.mode, frozen.rules))
    return { ...vote, ...stepTo('roll_frozen', vote, call), ...frozen }
  })
}

async function rollNow(shop: VoteShop, { repository, newId, now }: Call<Votes>, vote: string) {
  const rules = await rulesNow(shop, repository.community)
  const register = await shop.register.roll(repository.community)
  if (!register) throw new RefusedError('votes.no_register')
  const units = frozenUnits(register.units)
  const { heads, total, units: counted } = votersRoll(units, rules.parkingCounted)
  if (heads.length === 0) throw new RefusedError('votes.roll_empty')
  const rows = newId()
  await repository.writeRows(rows, vote, rowsOfRoll(units), now)
  const roll = {
    frozenAt: now.toISOString(),
    registerVersion: register.version,
    heads: total.heads,
    areaCenti: total.areaCenti,
    units: counted,
    sha256: hashOfRoll(register.version, units),
    rows,
  }
  return { rules, roll }
}
