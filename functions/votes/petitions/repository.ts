import {
  ignoreConflict,
  type Item,
  type Page,
  type Range,
  type Table,
} from '../../platform/table/table.ts'
import {
  foundPetition,
  heldPetitions,
  isSupport,
  petitionedPartition,
  petitionItem,
  petitionKey,
  petitionList,
  supportItem,
  supportPartition,
} from './items.ts'
import {
  StoredPetitionCard,
  StoredSupport,
  type FoundPetition,
  type StoredPetition,
} from './stored.ts'

export interface FoundSupport extends StoredSupport {
  readonly head: string
  readonly version: number
}

const ROWS = 100

type Listing = Pick<Range, 'limit' | 'cursor'>
export type Petitions = ReturnType<typeof petitionsIn>

/** What owners of one community ask an assembly for. Access patterns: `items.ts`. */
export const petitionsIn = (table: Table, community: string) => ({
  async find(petition: string): Promise<FoundPetition | undefined> {
    const item = await table.get(petitionKey(community, petition))
    return item && foundPetition(item)
  },
  /** Latest first; nothing that its content check has not let through. */
  list: (listing: Listing): Promise<Page<StoredPetitionCard>> =>
    cardsIn(table, petitionList(community), listing),
  /** The latest whose words wait for the office. */
  held: async (limit: number): Promise<readonly StoredPetitionCard[]> =>
    (await cardsIn(table, heldPetitions(community), { limit })).items,
  /** All that a person started, checked or not. */
  async startedBy(person: string): Promise<readonly StoredPetitionCard[]> {
    const cards: StoredPetitionCard[] = []
    let cursor: string | undefined
    do {
      const range = { limit: ROWS, reverse: true, ...(cursor !== undefined && { cursor }) }
      const page = await table.queryIndex('by2', petitionedPartition(community, person), range)
      const started = page.items.filter((row) => !isSupport(row))
      cards.push(...started.map(({ card }) => StoredPetitionCard.parse(card)))
      cursor = page.cursor
    } while (cursor !== undefined)
    return cards
  },
  /** @throws ConflictError where somebody else wrote since it was found (0: where it exists) */
  save: (stored: StoredPetition, version: number, now: Date): Promise<void> =>
    table.put(petitionItem(stored, version + 1, now)),
  /** A head that has joined stays joined, by whom it was first. */
  join: (petition: string, head: string, support: StoredSupport): Promise<void> =>
    table.put(supportItem({ community, petition, head }, support)).catch(ignoreConflict),
  leave: (petition: string, { head, version }: FoundSupport): Promise<void> =>
    table
      .delete({ pk: supportPartition(community, petition), sk: head }, version)
      .catch(ignoreConflict),
  /** Of these heads, those that have joined. */
  async joined(petition: string, heads: readonly string[]): Promise<readonly FoundSupport[]> {
    const pk = supportPartition(community, petition)
    const items = await table.batchGet(heads.map((sk) => ({ pk, sk })))
    return items.flatMap((item) => (item ? [supportIn(item)] : []))
  },
  async supporters(petition: string, listing: Listing): Promise<Page<FoundSupport>> {
    const page = await table.query(supportPartition(community, petition), listing)
    return { ...page, items: page.items.map(supportIn) }
  },
  async headsJoined(petition: string): Promise<readonly string[]> {
    const heads: string[] = []
    let cursor: string | undefined
    do {
      const from = cursor === undefined ? {} : { cursor }
      const page = await table.queryKeys(supportPartition(community, petition), from)
      heads.push(...page.items.map(({ sk }) => sk))
      cursor = page.cursor
    } while (cursor !== undefined)
    return heads
  },
})

async function cardsIn(
  table: Table,
  partition: string,
  listing: Listing,
): Promise<Page<StoredPetitionCard>> {
  const page = await table.queryIndex('by1', partition, { reverse: true, ...listing })
  return { ...page, items: page.items.map(({ card }) => StoredPetitionCard.parse(card)) }
}

const supportIn = (item: Item): FoundSupport => ({
  head: item.sk,
  version: item.version,
  ...StoredSupport.parse(item.data),
})
