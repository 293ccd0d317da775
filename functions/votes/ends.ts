import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { canAct } from '#shared/votes/rules/conducting.ts'
import { untilOf } from '#shared/votes/rules/objections.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { changeVote, stepTo } from './change-vote.ts'
import type { VoteShop } from './needs.ts'
import type { Votes } from './repository.ts'
import { resultOf } from './result-of.ts'
import { rulesOf } from './rules-of.ts'
import type { FoundVote, StoredResult } from './stored.ts'

type In<Operation extends 'publishResult' | 'file' | 'execute' | 'annul'> = Input<
  (typeof votes)[Operation]
>

/** Where no item reached its quorum there is no decision to object to: the vote ends there. */
const isWithoutQuorum = ({ items }: StoredResult): boolean =>
  items.every(({ tally }) => tally.result === 'NO_QUORUM')

export const publishResult = (
  shop: VoteShop,
  call: Call<Votes>,
  { vote: id }: In<'publishResult'>,
): Promise<FoundVote> =>
  changeVote(call, id, async (vote) => {
    accepted(canAct('publishResult', vote, call.now))
    const result = await resultOf(call.repository, vote)
    if (!result) throw new RefusedError('votes.not_counted_yet')
    if (isWithoutQuorum(result)) return { ...vote, ...stepTo('no_quorum', vote, call) }
    const { resultObjectionDays } = await rulesOf(shop, vote)
    const until = untilOf(call.now, resultObjectionDays).toISOString()
    return {
      ...vote,
      ...stepTo('result_published', vote, call),
      resultUntil: until,
      finalAt: until,
    }
  })

export const fileDecision = (
  call: Call<Votes>,
  { vote: id, documents, receipt }: In<'file'>,
): Promise<FoundVote> =>
  changeVote(call, id, (vote) => {
    accepted(canAct('file', vote, call.now))
    const filing = { at: call.now.toISOString(), documents: [...new Set(documents)], receipt }
    // What was carried out before it was filed stays carried out.
    const to = vote.execution ? 'executed' : 'filed'
    return Promise.resolve({ ...vote, ...stepTo(to, vote, call), filing })
  })

export const executeDecision = (
  call: Call<Votes>,
  { vote: id, note }: In<'execute'>,
): Promise<FoundVote> =>
  changeVote(call, id, (vote) => {
    accepted(canAct('execute', vote, call.now))
    const execution = { at: call.now.toISOString(), note }
    return Promise.resolve({ ...vote, ...stepTo('executed', vote, call), execution })
  })

export const annulDecision = (
  call: Call<Votes>,
  { vote: id, authority, document, note }: In<'annul'>,
): Promise<FoundVote> =>
  changeVote(call, id, (vote) => {
    accepted(canAct('annul', vote, call.now))
    const annulment = { at: call.now.toISOString(), authority, document, note }
    return Promise.resolve({ ...vote, ...stepTo('annulled', vote, call), annulment })
  })
