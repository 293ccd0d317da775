import type { BallotRules, Submission } from './ballots.ts'
import { isStanding, type Candidate } from './candidate.ts'
import { settleRepeats } from './repeats.ts'

/** Which of a voter's own ballots for a head will be counted, by the rules that count; none where none was signed. */
export function ownWord<B extends Submission>(
  own: readonly B[],
  revote: BallotRules['revote'],
): B | undefined {
  const candidates = own.map((ballot): Candidate<B> => ({
    ballot,
    part: '',
    because: ballot.signed ? undefined : 'unsigned',
  }))
  settleRepeats(candidates, revote)
  return candidates.find(isStanding)?.ballot
}
