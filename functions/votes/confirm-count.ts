import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import type { CountToConfirm } from '#shared/votes/life-contract.ts'
import { canConfirmCount, isConfirmed, type Office } from '#shared/votes/rules/confirming.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { confirmationsIn, confirmationsView } from './confirmations.ts'
import { actorOf, changeVote, seenVote, stepTo } from './change-vote.ts'
import type { Votes } from './repository.ts'
import { resultOf } from './result-of.ts'
import { resultView } from './result-view.ts'
import type { FoundVote } from './stored.ts'

/** The community's officer looks on; whoever else may confirm conducted the vote. */
const officeOf = ({ roles }: Call<Votes>): Office =>
  roles.includes('community') ? 'community' : 'committee'

/** Shown to those who are to confirm it, and to nobody else before it is published. */
export async function readCount(
  call: Call<Votes>,
  { vote: id }: Input<typeof votes.countToConfirm>,
): Promise<CountToConfirm> {
  const vote = await seenVote(call, id)
  const result = vote.counted && (await resultOf(call.repository, vote))
  if (!result) throw new RefusedError('votes.not_counted_yet')
  return {
    result: resultView(vote, result),
    ballotsSha256: result.ballotsSha256,
    confirmations: confirmationsView(vote),
  }
}

/** With the second of the two offices the vote is counted. */
export const confirmCount = (
  call: Call<Votes>,
  { vote: id, ballotsSha256 }: Input<typeof votes.confirmCount>,
): Promise<FoundVote> =>
  changeVote(call, id, (vote) => {
    const office = officeOf(call)
    const counted = {
      ...vote,
      ballotsSha256: vote.counted?.ballotsSha256,
      confirmations: confirmationsIn(vote),
    }
    accepted(canConfirmCount(counted, { office, person: call.person }, ballotsSha256, call.now))
    const { id: key, request } = call.key
    const madeBy = { id: key, request }
    const mine = { office, at: call.now.toISOString(), by: actorOf(call), madeBy }
    const confirmations = [...(vote.confirmations ?? []), mine]
    const next = { ...vote, confirmations }
    const isDone = isConfirmed(confirmationsIn(next))
    return Promise.resolve({ ...next, ...(isDone && stepTo('counted', vote, call)) })
  })
