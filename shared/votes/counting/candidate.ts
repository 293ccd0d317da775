import type { Submission } from './ballots.ts'
import type { Because, SetAside } from './reasons.ts'

/** A ballot on its way through the rules for one head. */
export interface Candidate<B extends Submission> {
  readonly ballot: B
  /** Equal for two ballots of one voter that name the same of the head's units. */
  readonly part: string
  because: Because | undefined
}

export const isStanding = <B extends Submission>(candidate: Candidate<B>): boolean =>
  candidate.because === undefined

export const isSetAside = <B extends Submission>(
  candidate: Candidate<B>,
): candidate is Candidate<B> & SetAside<B> => candidate.because !== undefined
