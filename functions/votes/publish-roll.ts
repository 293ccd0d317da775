import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { canAct } from '#shared/votes/rules/conducting.ts'
import { canBeHeldIn } from '#shared/votes/rules/modes.ts'
import { untilOf } from '#shared/votes/rules/objections.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { changeVote, stepTo } from './change-vote.ts'
import type { VoteShop } from './needs.ts'
import type { Votes } from './repository.ts'
import { rollNow } from './roll-now.ts'
import type { FoundVote } from './stored.ts'

/** Shows the roll to every owner. Nothing is fixed yet: what is objected to is corrected in the register. */
export const publishRoll = (
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id }: Input<typeof votes.publishRoll>,
): Promise<FoundVote> =>
  changeVote(call, id, async (vote) => {
    accepted(canAct('publishRoll', vote, call.now))
    const { rules, registerVersion, roll, scope } = await rollNow(shop, vote)
    accepted(canBeHeldIn(vote.mode, rules))
    const published = {
      at: call.now.toISOString(),
      until: untilOf(call.now, rules.rollObjectionDays).toISOString(),
      registerVersion,
      heads: roll.total.heads,
      areaCenti: roll.total.areaCenti,
      units: roll.units,
    }
    return { ...vote, ...stepTo('roll_published', vote, call), published, scope }
  })
