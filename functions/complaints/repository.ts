import type { QueueStage } from '#shared/complaints/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import type { CommunityScope } from '../platform/http/call.ts'
import { ConflictError, type Item, type Range, type Table } from '../platform/table/table.ts'
import {
  cosignedPartition,
  cosignPartition,
  eventItem,
  helpedPartition,
  helpNote,
  mergedPartition,
  mergeNote,
  ListedCard,
  minePartition,
  movable,
  NOBODY,
  numberIn,
  partitionOf,
  queuePartition,
  STATE,
  stateItem,
  stateKey,
} from './items.ts'
import {
  readComplaint,
  readEvent,
  type FoundComplaint,
  type StoredComplaint,
  type StoredEvent,
} from './stored.ts'

export type Listing = Pick<Range, 'limit' | 'cursor'>
export interface Cards {
  readonly items: ListedCard[]
  readonly cursor?: string
}
export type Complaints = ReturnType<typeof complaintsIn>

/** Access patterns: `items.ts`. */
export const complaintsIn = (
  table: Table,
  { community, code }: Pick<CommunityScope, 'community' | 'code'>,
) => ({
  community,
  code,
  table,
  /** One query. */
  async find(number: string): Promise<FoundComplaint | undefined> {
    // The rules keep a complaint below the 1 MB of a page.
    const { items } = await table.query(partitionOf(community, number))
    const state = items.find((item) => item.sk === STATE)
    if (!state) return undefined
    const stored = readComplaint(state)
    const moved = items.filter((item) => item !== state).map(readEvent)
    return { stored, version: state.version, events: inOrder([...moved, ...stored.events]) }
  },
  /** @throws ConflictError where the number is taken */
  add: (stored: StoredComplaint): Promise<void> => table.put(stateItem(stored, 1)),
  /** @throws ConflictError where somebody else wrote since it was found */
  save: (next: StoredComplaint, found: FoundComplaint): Promise<void> =>
    saveComplaint(table, next, found),
  /** One index query. Latest first where done, else oldest first. */
  queue: (stage: QueueStage, listing: Listing): Promise<Cards> =>
    queueOf(table, community, stage, listing),
  /** The latest filed of those that are open. One index query for each of the two stages. */
  async latestOpen(limit: number): Promise<readonly ListedCard[]> {
    const latest = { limit, reverse: true } as const
    const stages = ['open', 'up'].map((stage) =>
      cards(table, 'by1', queuePartition(community, stage), latest),
    )
    return (await Promise.all(stages)).flatMap(({ items }) => items)
  },
  /** One write; again it changes nothing. */
  async cosign(number: string, unit: string, person: string, now: Date): Promise<void> {
    await putOnce(table, {
      pk: cosignPartition(community, number),
      sk: unit,
      version: 1,
      v: 1,
      data: { person },
      ...(person !== NOBODY && {
        by2: { pk: cosignedPartition(community, person), sk: `${now.toISOString()}#${number}` },
      }),
    })
  },
  /** Homes that joined in, and who of each: one query. */
  cosigners: (number: string, listing: Listing): Promise<Cosigners> =>
    cosignersOf(table, cosignPartition(community, number), listing),
  /** Of these homes those that joined in: one batch read. */
  joinedBy: (number: string, units: readonly string[]): Promise<readonly string[]> =>
    joinedIn(table, cosignPartition(community, number), units),
  /** Joined by this person, latest first: one index query and one batch read. */
  cosignedBy: (person: string, listing: Listing): Promise<Listed> =>
    cosignedIn(table, community, person, listing),
  /** Written before the merge: a crash in between leaves a place to look at where nothing leads here. */
  noteMerge: (into: string, number: string): Promise<void> =>
    putOnce(table, mergeNote(community, into, number)),
  /** What may have been merged into it. */
  mayBeMerged: (into: string, listing: Listing) =>
    table.query(mergedPartition(community, into), listing),
  /** Written before the complaint: a crash in between leaves a place to look at where nothing is. */
  noteHelp: async ({ assistedBy, filedAt, number }: StoredComplaint): Promise<void> => {
    if (assistedBy) await putOnce(table, helpNote(community, assistedBy.person, filedAt, number))
  },
  /** Sent in by this helper, latest first: one query and one batch read. */
  helpedBy: (person: string, listing: Listing): Promise<Listed> =>
    helpedIn(table, community, person, listing),
  /** One index query, latest first. */
  mine: (person: string, listing: Listing): Promise<Cards> =>
    cards(table, 'by2', minePartition(community, person), { ...listing, reverse: true }),
})

/** One index query. Latest first where done, else oldest first. */
export const queueOf = (
  table: Table,
  community: string,
  stage: QueueStage,
  range: Pick<Range, 'from' | 'limit' | 'cursor'>,
): Promise<Cards> =>
  cards(table, 'by1', queuePartition(community, stage), { ...range, reverse: stage === 'done' })

interface Listed {
  readonly items: readonly StoredComplaint[]
  readonly cursor?: string
}

async function helpedIn(
  table: Table,
  community: string,
  person: string,
  listing: Listing,
): Promise<Listed> {
  const range = { ...listing, reverse: true }
  const { items, cursor } = await table.query(helpedPartition(community, person), range)
  const keys = items.map(({ sk }) => stateKey(community, numberIn(sk)))
  const found = keys.length === 0 ? [] : await table.batchGet(keys)
  const noted = new Set(items.map(({ sk }) => sk))
  const complaints = found.flatMap((item) => (item ? [readComplaint(item)] : []))
  return {
    // A note of a try that crashed names another instant than the complaint that came of the next.
    items: complaints.filter(({ filedAt, number }) => noted.has(`${filedAt}#${number}`)),
    ...(cursor !== undefined && { cursor }),
  }
}

interface Cosigners {
  readonly items: readonly { readonly unit: string; readonly person: string }[]
  readonly cursor?: string
}
const Cosigner = z.object({ person: z.string() })

async function cosignersOf(table: Table, pk: string, listing: Listing): Promise<Cosigners> {
  const page = await table.query(pk, listing)
  return {
    ...page,
    items: page.items.map(({ sk, data }) => ({ unit: sk, ...Cosigner.parse(data) })),
  }
}

async function joinedIn(
  table: Table,
  pk: string,
  units: readonly string[],
): Promise<readonly string[]> {
  if (units.length === 0) return []
  const found = await table.batchGet(units.map((sk) => ({ pk, sk })))
  return units.filter((_, i) => found[i] !== undefined)
}

async function cosignedIn(
  table: Table,
  community: string,
  person: string,
  listing: Listing,
): Promise<Listed> {
  const range = { ...listing, reverse: true }
  const partition = cosignedPartition(community, person)
  const { items, cursor } = await table.queryIndex('by2', partition, range)
  // With several homes a person may have joined one several times.
  const numbers = [...new Set(items.map(({ at }) => numberIn(at)))]
  const keys = numbers.map((number) => stateKey(community, number))
  const found = keys.length === 0 ? [] : await table.batchGet(keys)
  return {
    items: found.flatMap((item) => (item ? [readComplaint(item)] : [])),
    ...(cursor !== undefined && { cursor }),
  }
}

async function cards(
  table: Table,
  index: 'by1' | 'by2',
  partition: string,
  range: Range,
): Promise<Cards> {
  const page = await table.queryIndex(index, partition, range)
  return { ...page, items: page.items.map(({ card }) => ListedCard.parse(card)) }
}

/** A crash between moving an event and forgetting it leaves it in both places. */
const inOrder = (events: readonly StoredEvent[]): readonly StoredEvent[] =>
  [...new Map(events.map((event) => [event.seq, event])).values()].sort((a, b) => a.seq - b.seq)

/** Even when the sweep is late, a state never grows towards the 400 KB an item may have. */
const CROWDED = 20

async function saveComplaint(table: Table, next: StoredComplaint, found: FoundComplaint) {
  const crowded = next.events.length >= CROWDED
  const light = crowded ? await withoutMoved(table, next, found.stored) : next
  await table.put(stateItem(light, found.version + 1))
}

/**
 * What the sweep does with a complaint it was woken for: what changed, and events moved, in one write.
 * @param version of what was `before`
 * @throws ConflictError where somebody else wrote meanwhile
 */
export async function tidyComplaint(
  table: Table,
  next: StoredComplaint,
  before: StoredComplaint,
  version: number,
): Promise<void> {
  await table.put(stateItem(await withoutMoved(table, next, before), version + 1))
}

/** Moves what `before`, which is written, holds ready; an event that is only in `next` may yet lose its race. */
async function withoutMoved(
  table: Table,
  next: StoredComplaint,
  before: StoredComplaint,
): Promise<StoredComplaint> {
  const moved = movable(before)
  await Promise.all(moved.map((event) => putOnce(table, eventItem(before, event))))
  const seqs = new Set(moved.map((event) => event.seq))
  return { ...next, events: next.events.filter((event) => !seqs.has(event.seq)) }
}

/** An event is the same whoever moves it. */
async function putOnce(table: Table, item: Item): Promise<void> {
  await table.put(item).catch((err: unknown) => {
    if (!(err instanceof ConflictError)) throw err
  })
}
