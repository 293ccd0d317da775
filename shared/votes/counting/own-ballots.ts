import { isCastByAnAgent, voterOf, type Submission } from './ballots.ts'
import type { Candidate } from './candidate.ts'

/**
 * An owner with a standing ballot of their own, for whichever head, needs no agent:
 * every ballot agents cast for that owner goes, void ones too, whatever the order.
 */
export function letOwnBallotsWin<B extends Submission>(candidates: readonly Candidate<B>[]): void {
  const byAgents = candidates.filter(
    ({ ballot, because }) => isCastByAnAgent(ballot) && because !== 'not_the_representative',
  )
  const principals = new Set(byAgents.map(({ ballot }) => voterOf(ballot)))
  const present = new Set<string>()
  for (const { ballot, because } of candidates)
    if (because === undefined && !isCastByAnAgent(ballot) && principals.has(ballot.by))
      present.add(ballot.by)
  for (const candidate of byAgents)
    if (present.has(voterOf(candidate.ballot))) candidate.because = 'own_ballot_wins'
}
