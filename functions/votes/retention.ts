import { photoOffers } from '../photos/offers.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import type { Ports } from '../platform/ports.ts'
import type { Table } from '../platform/table/table.ts'
import { subjectOf } from './disputes.ts'
import { ballotPartitions, signaturePartitions } from './items.ts'
import { removePaperTrail } from './paper-trail.ts'
import { removalDue } from './removal-due.ts'
import type { Votes } from './repository.ts'
import { removeRows } from './rows.ts'
import type { FoundVote, StoredVote } from './stored.ts'
import { turnoutReader } from './turnout.ts'
import { removePartition } from './remove-partition.ts'

export const isRemovalDue = (vote: StoredVote, now: Date): boolean => {
  const due = removalDue(vote)
  return due !== undefined && due.getTime() <= now.getTime()
}

/**
 * 个人信息保护法 §47: who voted how, and who was on the roll. First one write says so, after which no dispute can be
 * noted and nobody reads them; then they go, and last it is done. A crash in between is taken up at the same place.
 * Result, turnout and the roll's sums and hash stay.
 */
export async function removePersonalPart(
  ports: Pick<Ports, 'table' | 'now' | 'blobs'>,
  votes: Votes,
  found: FoundVote,
  now: Date,
): Promise<void> {
  const { version, ...vote } = found.removal ? found : await begun(votes, found, now)
  const { community, roll, removal } = vote
  if (!roll || !removal) throw new Error(`vote ${vote.vote} has nothing to remove`)
  await removeRows(ports.table, roll.rows)
  await removeBallots(ports.table, vote.vote)
  await removePaperTrail(ports.table, photoOffers(ports), vote)
  await auditTrail(ports).append([
    {
      ...{ id: `retention-${vote.vote}`, at: removal.at, scope: community, by: 'command' },
      ...{ act: 'votes.expire', subject: subjectOf(vote) },
      detail: { vote: vote.vote, ballots: removal.ballots, units: removal.units },
    },
  ])
  await votes.save({ ...vote, removal: { ...removal, done: true } }, version)
}

async function begun(votes: Votes, found: FoundVote, now: Date): Promise<FoundVote> {
  const { version, ...vote } = found
  // The last turnout is counted while there is something to count.
  await turnoutReader().of(votes, found, now)
  const ballots = (await votes.box(found).headsCast()).length
  const units = vote.roll?.units ?? 0
  const next = { ...vote, removal: { at: now.toISOString(), ballots, units, done: false } }
  await votes.save(next, version)
  return { ...next, version: version + 1 }
}

async function removeBallots(table: Table, vote: string): Promise<void> {
  for (const partition of [...ballotPartitions(vote), ...signaturePartitions(vote)]) {
    await removePartition(table, partition)
  }
}
