import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { canRecord } from '#shared/votes/gate/rules.ts'
import { canRecordGate } from '#shared/votes/rules/conducting.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted } from '../../platform/http/refused-error.ts'
import { actorOf, changeVote } from '../change-vote.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import { rulesOf } from '../rules-of.ts'
import type { FoundVote } from '../stored.ts'

/** Puts a step on record; a second record of the same step corrects the first, which stays. */
export const recordGate = (
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id, step, from, day, document, consultation }: Input<typeof votes.recordGate>,
): Promise<FoundVote> =>
  changeVote(call, id, async (vote) => {
    accepted(canRecordGate(vote, call.now))
    const rules = await rulesOf(shop, vote)
    const receipts = vote.gate ?? []
    const asked = { mode: vote.mode, rule: rules.gate, rulesName: rules.name, receipts }
    accepted(canRecord({ step, day, ...(from !== undefined && { from }) }, asked, call.now))
    const receipt = {
      ...{ step, day, document },
      ...(from !== undefined && step === 'consultation' && { from }),
      ...(consultation !== undefined && { consultation }),
      ...{ at: call.now.toISOString(), by: actorOf(call) },
      madeBy: { id: call.key.id, request: call.key.request },
    }
    return { ...vote, gate: [...receipts, receipt] }
  })
