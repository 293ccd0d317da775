import { refuse, type Decision } from '#shared/kernel/decision.ts'
import type { VoteState } from '../terms.ts'
import { canAct } from './conducting.ts'
import type { Life } from './life.ts'

/** Two offices look at the count: who conducted the vote, and the community. */
export type Office = 'committee' | 'community'

export interface Confirmation {
  readonly office: Office
  readonly person: string
}

interface Counted extends Life {
  /** SHA-256 of the ballots the count was made of; absent before it is made. */
  readonly ballotsSha256?: string | undefined
  readonly confirmations: readonly Confirmation[]
}

type NotNow =
  | 'votes.wrong_state'
  | 'votes.not_counted_yet'
  | 'votes.count_changed'
  | 'votes.confirmed_already'
  | 'votes.confirmed_by_you'

/**
 * Whether a person may put an office's name under the count they saw. One person never stands for both offices,
 * whatever roles they hold: two people are to have looked.
 */
export function canConfirmCount(
  vote: Counted,
  { office, person }: Confirmation,
  seenSha256: string,
  now: Date,
): Decision<VoteState, NotNow> {
  const inState = canAct('confirmCount', vote, now)
  if (!inState.ok) return inState
  if (vote.ballotsSha256 === undefined) return refuse('votes.not_counted_yet')
  if (vote.ballotsSha256 !== seenSha256) return refuse('votes.count_changed')
  if (vote.confirmations.some((one) => one.office === office)) {
    return refuse('votes.confirmed_already')
  }
  return vote.confirmations.some((one) => one.person === person)
    ? refuse('votes.confirmed_by_you')
    : inState
}

const OFFICES: readonly Office[] = ['committee', 'community']

export const isConfirmed = (confirmations: readonly Confirmation[]): boolean =>
  OFFICES.every((office) => confirmations.some((one) => one.office === office))

/** Whose look at the count is still missing. */
export const missingOffices = (confirmations: readonly Confirmation[]): readonly Office[] =>
  OFFICES.filter((office) => !confirmations.some((one) => one.office === office))
