import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { canFreezeRoll } from '#shared/votes/rules/conducting.ts'
import { canBeHeldIn } from '#shared/votes/rules/modes.ts'
import { canChooseSilence } from '#shared/votes/rules/silence.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { changeVote, stepTo } from './change-vote.ts'
import type { VoteShop } from './needs.ts'
import { endObjections } from './objections.ts'
import { openObjections } from './open-objections.ts'
import type { Votes } from './repository.ts'
import { hashOfRoll, rowsOfRoll } from './roll.ts'
import { rollNow } from './roll-now.ts'
import type { FoundVote, FrozenRules, StoredVote } from './stored.ts'

/**
 * Ends the objections, stores the units, and then in one write version, hash, totals and rules: no import and no
 * objection comes in between.
 */
export async function freezeRoll(
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id }: Input<typeof votes.freezeRoll>,
): Promise<FoundVote> {
  const { now } = call
  let frozen:
    | (Pick<StoredVote, 'scope'> & { rules: FrozenRules; roll: NonNullable<StoredVote['roll']> })
    | undefined
  return changeVote(call, id, async (vote) => {
    const objections = await call.repository.objections.find(id, 'roll')
    accepted(canFreezeRoll(vote, openObjections(objections), now))
    accepted(canFreezeRoll(vote, await endObjections(call.repository, id, 'roll'), now))
    frozen ??= await frozenNow(shop, call, vote)
    accepted(canBeHeldIn(vote.mode, frozen.rules))
    return { ...vote, ...stepTo('roll_frozen', vote, call), ...frozen }
  })
}

async function frozenNow(shop: VoteShop, { repository, newId, now }: Call<Votes>, vote: FoundVote) {
  const { rules, registerVersion, units, roll, scope } = await rollNow(shop, vote)
  const silent = accepted(
    canChooseSilence(vote.silence ?? { policy: 'NOT_PARTICIPATING' }, rules, rules.name),
  )
  const rows = newId()
  await repository.writeRows(rows, vote.vote, rowsOfRoll(units), now)
  return {
    scope,
    rules: { ...rules, silent },
    roll: {
      frozenAt: now.toISOString(),
      registerVersion,
      heads: roll.total.heads,
      areaCenti: roll.total.areaCenti,
      units: roll.units,
      sha256: hashOfRoll(registerVersion, units, scope),
      rows,
    },
  }
}
