import { can } from '#shared/kernel/permissions.ts'
import { maskName } from '#shared/people/rules.ts'
import type { VoteState } from '#shared/votes/terms.ts'
import { isPublic } from '#shared/votes/rules/conducting.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import type { Votes } from './repository.ts'
import type { FoundVote, StoredVote } from './stored.ts'

type Conduct = Call<Votes>

/** A vote this person may see. A draft of the committee's is answered as one that does not exist. */
export async function seenVote({ repository, roles }: Conduct, id: string): Promise<FoundVote> {
  const found = await repository.find(id)
  if (!found || !(isPublic(found) || can(roles, 'vote:conduct'))) {
    throw new RefusedError('votes.not_found')
  }
  return found
}

const ATTEMPTS = 5

/** As `saveChange`; a repeated request finds its own step. */
export const changeVote = (
  call: Conduct,
  id: string,
  decide: (vote: FoundVote) => Promise<StoredVote>,
): Promise<FoundVote> =>
  saveChange(call, id, (vote) =>
    madeBys(vote).some((madeBy) => isRepetition(madeBy, call.key)) ? undefined : decide(vote),
  )

/** Load, decide, save; again where somebody else saved first. Nothing is saved where `decide` gives nothing. */
export async function saveChange(
  call: Conduct,
  id: string,
  decide: (vote: FoundVote) => Promise<StoredVote> | StoredVote | undefined,
): Promise<FoundVote> {
  for (let attempt = 1; ; attempt += 1) {
    const vote = await seenVote(call, id)
    const decided = await decide(vote)
    if (!decided) return vote
    const { version, ...next } = { ...decided, version: vote.version }
    try {
      await call.repository.save(next, version)
      return { ...next, version: version + 1 }
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === ATTEMPTS) throw err
    }
  }
}

const madeBys = ({ steps, disputes = [], confirmations = [], gate = [], official }: StoredVote) =>
  [
    ...steps,
    ...gate,
    official?.result,
    ...confirmations,
    ...disputes,
    ...disputes.map(({ ended }) => ended),
  ].flatMap((one) => one?.madeBy ?? [])

export const actorOf = ({ person, name }: Conduct) => ({ person, name: maskName(name) })

/** The state a vote comes to by this request, with the step that a repetition will find. */
export function stepTo(to: VoteState, { steps }: StoredVote, call: Conduct) {
  const { id, request } = call.key
  const step = { to, at: call.now.toISOString(), by: actorOf(call), madeBy: { id, request } }
  return { state: to, steps: [...steps, step] }
}
