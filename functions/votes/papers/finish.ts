import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { canDeclare } from '#shared/votes/papers/declaring.ts'
import { canDeclareIntake } from '#shared/votes/papers/phases.ts'
import { canFinishIntake } from '#shared/votes/papers/reconcile.ts'
import type { Office } from '#shared/votes/rules/confirming.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted } from '../../platform/http/refused-error.ts'
import { changeVote } from '../change-vote.ts'
import type { Votes } from '../repository.ts'
import type { FoundVote } from '../stored.ts'
import { done } from './marks.ts'
import { paperVote } from './paper-vote.ts'
import { factsOf, reconcile } from './report.ts'

type Desk = Call<Votes>

/**
 * With the second of the two offices the count may begin. Nothing can still come in: what was handed in in time is in
 * the box by two people, and what is handed in from now on is late.
 */
export async function finishIntake(
  call: Desk,
  { vote: id, sha256, notes }: Input<typeof votes.finishIntake>,
): Promise<FoundVote> {
  const paper = await paperVote(call, id, 'read')
  return changeVote(call, id, async (vote) => {
    accepted(canDeclareIntake(vote, call.now))
    const now = await reconcile({ ...paper, vote }, call)
    const given = accepted(canFinishIntake(now.total, now.differences, notes))
    const office: Office = call.roles.includes('community') ? 'community' : 'committee'
    // Who declared on other figures has not seen these.
    const standing = (vote.intake?.declarations ?? []).filter((one) => one.sha256 === now.sha256)
    const persons = standing.map((one) => ({ office: one.office, person: one.by.person }))
    accepted(canDeclare(persons, { office, person: call.person }, now.sha256, sha256))
    const declarations = [...standing, { ...done(call), office, sha256, notes: [...given] }]
    const isFinished = declarations.length === 2
    return {
      ...vote,
      intake: {
        declarations,
        ...(isFinished && { finishedAt: call.now.toISOString(), facts: factsOf(now) }),
      },
    }
  })
}
