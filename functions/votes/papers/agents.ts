import { maskName } from '#shared/people/rules.ts'
import { canSignFor } from '#shared/votes/papers/signing-for.ts'
import type { SheetInHand } from '#shared/votes/papers/terms.ts'
import { saysAsTold } from '#shared/votes/mandates/rules.ts'
import type { Choice } from '#shared/votes/terms.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { changeMandate } from '../mandates/change.ts'
import { liveAmong } from '../mandates/view.ts'
import type { Votes } from '../repository.ts'
import type { StoredSubmission } from '../stored.ts'
import type { PaperHead } from './paper-vote.ts'

/** Who may sign for an owner of the head now. */
export async function agentsOf(
  { repository: { mandates } }: Call<Votes>,
  vote: string,
  { id, head }: PaperHead,
): Promise<SheetInHand['agents']> {
  const live = liveAmong((await mandates.of(vote, id)).list)
  if (!live?.accepted) return []
  const principal = head.owners.indexOf(live.principal) + 1
  return [{ mandate: live.mandate, agent: maskName(live.agentName), principal }]
}

export interface SignedBy {
  /** Key of the owner whose ballot it is. */
  readonly voter: string
  readonly proxy: NonNullable<StoredSubmission['proxy']>
}

/**
 * Whose ballot a sheet is that an agent signed.
 * @throws RefusedError where they had no mandate when it was handed in, or say otherwise than they were told
 */
export async function signedByAgent(
  { repository: { mandates } }: Call<Votes>,
  vote: string,
  { id }: PaperHead,
  mandate: string,
  returnedAt: string,
  choices: readonly Choice[],
): Promise<SignedBy> {
  const found = (await mandates.of(vote, id)).list.find((one) => one.mandate === mandate)
  if (!found) throw new RefusedError('votes.mandate_not_found')
  const agent = accepted(canSignFor(found, returnedAt))
  accepted(saysAsTold(found.choices ?? [], choices))
  return { voter: found.principal, proxy: { mandate, agent } }
}

/** From then on nobody takes it back; what was taken back after the sheet was handed in stays as it is. */
export async function markUsed(
  call: Call<Votes>,
  vote: string,
  head: string,
  { mandate }: SignedBy['proxy'],
  returnedAt: string,
): Promise<void> {
  await changeMandate(call, { vote, head, mandate }, (found) => {
    accepted(canSignFor(found, returnedAt))
    return found.ended || found.usedAt !== undefined ? undefined : { ...found, usedAt: returnedAt }
  })
}
