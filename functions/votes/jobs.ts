import { tick } from '#shared/votes/rules/tick.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Ports } from '../platform/ports.ts'
import { countFromStore } from './count.ts'
import { foundVote, VOTE_KIND } from './items.ts'
import { votesIn } from './repository.ts'
import { isRemovalDue, removePersonalPart } from './retention.ts'
import { rollShelf, type RollShelf } from './roll-shelf.ts'
import { rowsJob } from './rows.ts'
import type { FoundVote } from './stored.ts'

/** What the clock does to votes: open, close, count, and at last remove who voted how. */
export function voteJobs(ports: Pick<Ports, 'table' | 'now'>): readonly Job[] {
  const shelf = rollShelf()
  return [
    {
      kind: VOTE_KIND,
      visit: (item, now) => moveVote(ports, shelf, foundVote(item), now),
    },
    rowsJob(ports),
  ]
}

/** The result comes first: a crash before the state is moved counts again and finds it. */
async function moveVote(
  ports: Pick<Ports, 'table' | 'now'>,
  shelf: RollShelf,
  found: FoundVote,
  now: Date,
): Promise<void> {
  const votes = votesIn(ports, found, shelf)
  const { version, audit, ...vote } = found
  await auditTrail(ports).append(audit ?? [])
  if (isRemovalDue(vote, now)) return removePersonalPart(ports, votes, { ...vote, version }, now)
  const { state, steps, countIsDue } = tick(vote, now)
  const moved = { ...vote, state, steps: [...vote.steps, ...steps] }
  if (!countIsDue) return votes.save(moved, version)
  await votes.results.put(vote.vote, await countFromStore(votes, { ...moved, version }, now))
  const counted = { to: 'counted' as const, at: now.toISOString() }
  await votes.save({ ...moved, state: 'counted', steps: [...moved.steps, counted] }, version)
}
