import { keptUntil } from '#shared/privacy/retention.ts'
import { isOver } from '#shared/votes/rules/life.ts'
import { isDisputed } from '#shared/votes/rules/disputes.ts'
import type { StoredVote } from './stored.ts'

/**
 * When ballots and roll have been kept long enough. None while the vote is not over or a dispute about it is pending,
 * where there is nothing to remove, and once it was removed.
 */
export function removalDue(vote: StoredVote): Date | undefined {
  const { roll, removal } = vote
  if (!roll || removal?.done === true || isDisputed(vote)) return undefined
  // What was begun is finished, whenever it is found.
  if (removal) return new Date(removal.at)
  const final = finalAt(vote)
  return final === undefined ? undefined : keptUntil('ballots', new Date(final))
}

/** Since when nothing can change about it any more. */
export const finalAt = ({ state, steps, finalAt: since }: StoredVote): string | undefined =>
  isOver({ state }) ? (since ?? steps.findLast(({ to }) => to === state)?.at) : undefined
