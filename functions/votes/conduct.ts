import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { isGateOpen } from '#shared/votes/gate/rules.ts'
import { canAct } from '#shared/votes/rules/conducting.ts'
import { fitsNotice } from '#shared/votes/rules/notice.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { changeVote, stepTo } from './change-vote.ts'
import type { VoteShop } from './needs.ts'
import type { Votes } from './repository.ts'
import { rulesOf } from './rules-of.ts'
import type { FoundVote } from './stored.ts'

export const giveNotice = (
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, opensAt, closesAt }: Input<typeof votes.giveNotice>,
): Promise<FoundVote> =>
  changeVote(call, id, async (vote) => {
    accepted(canAct('giveNotice', vote, call.now))
    const rules = await rulesOf(shop, vote)
    accepted(isGateOpen(vote.gate ?? [], vote.mode, rules.gate))
    const window = accepted(fitsNotice({ opensAt, closesAt }, rules, call.now))
    await call.repository.tellOfNotice(vote, call.now)
    return {
      ...vote,
      ...stepTo('noticed', vote, call),
      ...window,
      noticedAt: call.now.toISOString(),
    }
  })

export const cancelVote = (
  call: Call<Votes>,
  { vote: id, reason }: Input<typeof votes.cancel>,
): Promise<FoundVote> =>
  changeVote(call, id, (vote) => {
    accepted(canAct('cancel', vote, call.now))
    const cancelled = { at: call.now.toISOString(), reason }
    return Promise.resolve({ ...vote, ...stepTo('cancelled', vote, call), cancelled })
  })
