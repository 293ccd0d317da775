import { dayOf } from '#shared/kernel/calendar.ts'
import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import type { VoteDispute } from '#shared/votes/disputes.ts'
import { canBeDisputed, canEndDispute } from '#shared/votes/rules/disputes.ts'
import type { AuditEntry } from '../platform/audit/audit.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { actorOf, changeVote } from './change-vote.ts'
import type { Votes } from './repository.ts'
import type { FoundVote, StoredDispute, StoredVote } from './stored.ts'

type In<Operation extends 'dispute' | 'endDispute'> = Input<(typeof votes)[Operation]>

/** In one write with the dispute stands its entry for the chain; from that write on nothing is removed. */
export const disputeVote = (
  call: Call<Votes>,
  { vote: id, kind, note }: In<'dispute'>,
): Promise<FoundVote> =>
  changeVote(call, id, (vote) => {
    accepted(canBeDisputed(vote))
    const dispute: StoredDispute = { dispute: call.key.id, kind, ...saidIn(call, note) }
    const disputes = [...(vote.disputes ?? []), dispute]
    return Promise.resolve({ ...vote, disputes, audit: audited(vote, 'votes.dispute', call, kind) })
  })

export const endDispute = (
  call: Call<Votes>,
  { vote: id, dispute: which, note }: In<'endDispute'>,
): Promise<FoundVote> =>
  changeVote(call, id, (vote) => {
    const all = vote.disputes ?? []
    const found = all.find(({ dispute }) => dispute === which)
    accepted(canEndDispute(found))
    const disputes = all.map((one) => (one === found ? { ...one, ended: saidIn(call, note) } : one))
    const audit = audited(vote, 'votes.end_dispute', call, found?.kind ?? '')
    return Promise.resolve({ ...vote, disputes, audit })
  })

/** Without the officers' words. */
export const disputesView = ({ disputes = [] }: StoredVote): VoteDispute[] =>
  disputes.map(({ dispute, kind, at, ended }) => ({
    ...{ dispute, kind, at },
    ...(ended && { ended: ended.at }),
  }))

/** A title is somebody's words, which may name persons: on the chain a vote goes by its day and id. */
export const subjectOf = ({ draftedAt }: Pick<StoredVote, 'draftedAt'>): string =>
  `${dayOf(new Date(draftedAt))} 发起的表决`

const saidIn = (call: Call<Votes>, note: string) => ({
  at: call.now.toISOString(),
  by: actorOf(call),
  note,
  madeBy: { id: call.key.id, request: call.key.request },
})

const audited = (
  { audit = [], ...vote }: StoredVote,
  act: AuditEntry['act'],
  { key, now, person }: Call<Votes>,
  kind: string,
): AuditEntry[] => [
  ...audit,
  {
    ...{ id: key.id, at: now.toISOString(), scope: vote.community, by: person, act },
    ...{ subject: subjectOf(vote), detail: { vote: vote.vote, kind } },
  },
]
