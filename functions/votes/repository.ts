import type { ObjectionAbout } from '#shared/votes/objections.ts'
import type { CommunityScope } from '../platform/http/call.ts'
import type { Ports } from '../platform/ports.ts'
import { ignoreConflict, type Page, type Range, type Table } from '../platform/table/table.ts'
import { ballotBox, type BallotBox } from './box.ts'
import {
  FORMAT,
  foundVote,
  listPartition,
  objectionsKey,
  resultKey,
  turnoutKey,
  voteItem,
  voteKey,
} from './items.ts'
import { mandatesIn } from './mandates/repository.ts'
import { paperDrawer, type PaperDrawer } from './papers/drawer.ts'
import { petitionsIn } from './petitions/repository.ts'
import type { VotersRoll } from './roll.ts'
import { servingLog, type ServingLog } from './serving/repository.ts'
import { beginTelling } from './serving/tell-item.ts'
import { signaturesIn } from './signatures.ts'
import type { RollShelf } from './roll-shelf.ts'
import { readRows, writeRows } from './rows.ts'
import {
  StoredCard,
  StoredObjections,
  StoredResult,
  StoredTurnout,
  type FoundVote,
  type StoredVote,
} from './stored.ts'
import type { Json } from '../platform/table/table.ts'

export type Votes = ReturnType<typeof votesIn>

/** Votes of one community. Access patterns: `items.ts`, `rows.ts`. */
export const votesIn = (
  { table, now }: Pick<Ports, 'table' | 'now'>,
  { community }: Pick<CommunityScope, 'community'>,
  shelf: RollShelf,
) => ({
  community,
  /** The clock, for what must know how long it has taken. */
  now,
  async find(vote: string): Promise<FoundVote | undefined> {
    const item = await table.get(voteKey(community, vote))
    return item && foundVote(item)
  },
  /** In their order; what does not exist is left out. */
  async findAll(votes: readonly string[]): Promise<readonly FoundVote[]> {
    if (votes.length === 0) return []
    const items = await table.batchGet(votes.map((vote) => voteKey(community, vote)))
    return items.flatMap((item) => (item ? [foundVote(item)] : []))
  },
  /** One index query, latest first; drafts only where asked for. */
  async list(withDrafts: boolean, listing: Pick<Range, 'limit' | 'cursor'>) {
    const index = withDrafts ? 'by1' : 'by2'
    const range = { ...listing, reverse: true }
    const page = await table.queryIndex(index, listPartition(community), range)
    const items = page.items.map(({ card }) => StoredCard.parse(card))
    return { ...page, items } satisfies Page<StoredCard>
  },
  /** @throws ConflictError where somebody else wrote since it was found (0: where it exists) */
  save: (stored: StoredVote, version: number): Promise<void> =>
    table.put(voteItem(stored, version + 1)),
  /** Under a fresh id, before the vote that will name it is saved. */
  writeRows: (id: string, vote: string, rows: readonly Json[], at: Date): Promise<void> =>
    writeRows(table, id, { community, vote }, rows, at),
  texts: async ({ wording }: FoundVote): Promise<readonly string[]> =>
    (await readRows(table, wording)).map(String),
  /** None before it is frozen, and none once it was kept long enough. */
  roll: async (vote: FoundVote): Promise<VotersRoll | undefined> =>
    vote.removal ? undefined : shelf.of(table, vote),
  box: (vote: FoundVote): BallotBox => ballotBox(table, vote, now),
  papers: ({ vote }: FoundVote): PaperDrawer => paperDrawer(table, vote),
  turnout: turnoutsIn(table, community),
  results: resultsIn(table, community),
  objections: objectionsIn(table, community),
  mandates: mandatesIn(table, community),
  petitions: petitionsIn(table, community),
  serving: (vote: FoundVote): ServingLog => servingLog(table, vote),
  /** Written before the notice: from then on the sweep tells every owner of the roll. */
  tellOfNotice: (vote: FoundVote, at: Date): Promise<void> => beginTelling(table, vote, at),
  signatures: signaturesIn(table),
})

export type FoundObjections = StoredObjections & { readonly version: number }

const objectionsIn = (table: Table, community: string) => ({
  async find(vote: string, about: ObjectionAbout): Promise<FoundObjections> {
    const item = await table.get(objectionsKey(community, vote, about))
    return item
      ? { ...StoredObjections.parse(item.data), version: item.version }
      : { ended: false, list: [], version: 0 }
  },
  /** @throws ConflictError where somebody else wrote since it was found */
  save: (vote: string, about: ObjectionAbout, data: StoredObjections, version: number) =>
    table.put({
      ...objectionsKey(community, vote, about),
      version: version + 1,
      v: FORMAT,
      data,
    }),
})

const turnoutsIn = (table: Table, community: string) => ({
  async find(vote: string): Promise<{ turnout?: StoredTurnout; version: number }> {
    const item = await table.get(turnoutKey(community, vote))
    return item
      ? { turnout: StoredTurnout.parse(item.data), version: item.version }
      : { version: 0 }
  },
  /** Whoever wrote first has counted as well: theirs stays. */
  async save(vote: string, turnout: StoredTurnout, version: number): Promise<void> {
    const key = turnoutKey(community, vote)
    await table
      .put({ version: version + 1, v: FORMAT, data: turnout, ...key })
      .catch(ignoreConflict)
  },
})

const resultsIn = (table: Table, community: string) => ({
  async find(vote: string): Promise<StoredResult | undefined> {
    const item = await table.get(resultKey(community, vote))
    return item && StoredResult.parse(item.data)
  },
  /** Once: a second count of the same box finds the first. */
  async put(vote: string, result: StoredResult): Promise<void> {
    const key = resultKey(community, vote)
    await table.put({ version: 1, v: FORMAT, data: result, ...key }).catch(ignoreConflict)
  },
})
