import { createHash } from 'node:crypto'
import type { ObjectionAbout } from '#shared/votes/objections.ts'
import { isPublic } from '#shared/votes/rules/conducting.ts'
import { scopeNames } from '#shared/votes/scope/words.ts'
import { nextWake } from '#shared/votes/rules/tick.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key } from '../platform/table/table.ts'
import { removalDue } from './removal-due.ts'
import { StoredVote, type FoundVote, type StoredCard } from './stored.ts'
import { timed } from './timed.ts'
import { upcastVote } from './upcast.ts'

// VOTE#<community>#<vote> | VOTE       state, window, rules, and which rows hold text and roll
//   by1 VOTES#<community> | <draftedAt>#<vote>    every vote, for the committee
//   by2 VOTES#<community> | <draftedAt>#<vote>    what has a roll, for everybody
//   wake                                          opening, closing, counting, kept long enough, entries for the audit
// VOTE#<community>#<vote> | TURNOUT    how many heads and how much area have cast, at most 10 s old
// VOTE#<community>#<vote> | RESULT     put once
// VOTE#<community>#<vote> | OBJECTIONS#<roll|result>   what owners objected to, and the answers
// V#<vote>#<0..15> | <head>            every ballot handed in for one head
// S#<vote>#<0..15> | <head>#<id>       the signature under one ballot: read one by one, never with the ballots
// ROWS#<id> | R#<n>                    an item's text, or units of a frozen roll (rows.ts)
export const FORMAT = 2
export const VOTE_KIND = 'VOTE'
const BALLOT_PARTITIONS = 16

export const voteKey = (community: string, vote: string): Key => ({
  pk: `${VOTE_KIND}#${community}#${vote}`,
  sk: 'VOTE',
})
export const turnoutKey = (community: string, vote: string): Key => ({
  ...voteKey(community, vote),
  sk: 'TURNOUT',
})
export const resultKey = (community: string, vote: string): Key => ({
  ...voteKey(community, vote),
  sk: 'RESULT',
})
export const objectionsKey = (community: string, vote: string, about: ObjectionAbout): Key => ({
  ...voteKey(community, vote),
  sk: `OBJECTIONS#${about}`,
})
export const listPartition = (community: string): string => `VOTES#${community}`

export const ballotPartitions = (vote: string): readonly string[] =>
  Array.from({ length: BALLOT_PARTITIONS }, (_, n) => `V#${vote}#${n}`)

export const signaturePartitions = (vote: string): readonly string[] =>
  Array.from({ length: BALLOT_PARTITIONS }, (_, n) => `S#${vote}#${n}`)

function partitionOf(head: string): number {
  const [first = 0] = createHash('sha256').update(head).digest()
  return first % BALLOT_PARTITIONS
}

export const ballotKey = (vote: string, head: string): Key => ({
  pk: `V#${vote}#${partitionOf(head)}`,
  sk: head,
})
export const signatureKey = (vote: string, head: string, signature: string): Key => ({
  pk: `S#${vote}#${partitionOf(head)}`,
  sk: `${head}#${signature}`,
})

export function voteItem(stored: StoredVote, version: number): Item {
  const { community, vote, draftedAt } = stored
  const key = voteKey(community, vote)
  const place = { pk: listPartition(community), sk: `${draftedAt}#${vote}` }
  const wake = dueAt(stored)
  return {
    version,
    v: FORMAT,
    data: stored,
    card: cardOf(stored),
    by1: place,
    ...(isPublic(stored) && { by2: place }),
    ...(wake !== undefined && { wake: wakeAt(key, wake) }),
    ...key,
  }
}

function dueAt(stored: StoredVote): Date | undefined {
  const noted = stored.audit?.[0]
  const times = [noted && new Date(noted.at), nextWake(timed(stored)), removalDue(stored)]
  return times.filter((time) => time !== undefined).sort((a, b) => +a - +b)[0]
}

export const foundVote = (item: Item): FoundVote => ({
  version: item.version,
  ...StoredVote.parse(item.v < FORMAT ? upcastVote(item.data) : item.data),
})

const cardOf = ({
  vote,
  title,
  state,
  mode,
  items,
  scope,
  opensAt,
  closesAt,
}: StoredVote): StoredCard => ({
  vote,
  title,
  state,
  mode,
  items: items.length,
  ...(scope && { scope: scopeNames(scope) }),
  ...(opensAt !== undefined && { opensAt }),
  ...(closesAt !== undefined && { closesAt }),
})
