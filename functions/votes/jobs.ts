import { tick } from '#shared/votes/rules/tick.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Ports } from '../platform/ports.ts'
import { countFromStore } from './count.ts'
import { foundVote, VOTE_KIND } from './items.ts'
import { votesIn, type Votes } from './repository.ts'
import { isRemovalDue, removePersonalPart } from './retention.ts'
import { rollShelf, type RollShelf } from './roll-shelf.ts'
import { rowsJob } from './rows.ts'
import { endObjections } from './objections.ts'
import type { FoundVote, StoredVote } from './stored.ts'
import { timed } from './timed.ts'

/** What the clock does to votes: open, close, count, and at last remove who voted how. */
export function voteJobs(ports: Pick<Ports, 'table' | 'now' | 'blobs'>): readonly Job[] {
  const shelf = rollShelf()
  return [
    {
      kind: VOTE_KIND,
      visit: (item, now) => moveVote(ports, shelf, foundVote(item), now),
    },
    rowsJob(ports),
  ]
}

/** One step on, by the clock. */
async function moveVote(
  ports: Pick<Ports, 'table' | 'now' | 'blobs'>,
  shelf: RollShelf,
  found: FoundVote,
  now: Date,
): Promise<void> {
  const votes = votesIn(ports, found, shelf)
  const { version, audit, ...vote } = found
  await auditTrail(ports).append(audit ?? [])
  if (isRemovalDue(vote, now)) return removePersonalPart(ports, votes, { ...vote, version }, now)
  const { state, steps, countIsDue, finalIsDue } = tick(timed(vote), now)
  const moved = { ...vote, state, steps: [...vote.steps, ...steps] }
  if (countIsDue) return countNow(votes, { ...moved, version }, now)
  return votes.save(finalIsDue ? await finalOr(votes, moved) : moved, version)
}

/** The result comes first: a crash before the state is moved counts again and finds it. */
async function countNow(votes: Votes, found: FoundVote, now: Date): Promise<void> {
  const { version, ...vote } = found
  await votes.results.put(vote.vote, await countFromStore(votes, found, now))
  const result = await votes.results.find(vote.vote)
  if (!result) throw new Error(`the result of vote ${vote.vote} is gone`)
  const { countedAt: at, ballotsSha256 } = result
  const counted = { ...vote, counted: { at, ballotsSha256 } }
  // An opinion needs no confirmation: nothing follows from it.
  await votes.save(vote.mode === 'advisory' ? finalSince(counted, at) : counted, version)
}

/** Final, unless an objection waits for its answer: the answer lets the clock go on. */
async function finalOr(votes: Votes, vote: StoredVote): Promise<StoredVote> {
  const { finalAt = '', ...waiting } = vote
  const open = await endObjections(votes, vote.vote, 'result')
  return open > 0 ? waiting : finalSince(vote, finalAt)
}

const finalSince = (vote: StoredVote, at: string): StoredVote => ({
  ...vote,
  state: 'final',
  finalAt: at,
  steps: [...vote.steps, { to: 'final', at }],
})
