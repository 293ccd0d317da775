import {
  ignoreConflict,
  type Item,
  type Page,
  type Range,
  type Table,
} from '../../platform/table/table.ts'
import {
  foundPetition,
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

type Listing = Pick<Range, 'limit' | 'cursor'>
export type Petitions = ReturnType<typeof petitionsIn>

/** What owners of one community ask an assembly for. Access patterns: `items.ts`. */
export const petitionsIn = (table: Table, community: string) => ({
  async find(petition: string): Promise<FoundPetition | undefined> {
    const item = await table.get(petitionKey(community, petition))
    return item && foundPetition(item)
  },
  async list(listing: Listing): Promise<Page<StoredPetitionCard>> {
    const range = { ...listing, reverse: true }
    const page = await table.queryIndex('by1', petitionList(community), range)
    return { ...page, items: page.items.map(({ card }) => StoredPetitionCard.parse(card)) }
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

const supportIn = (item: Item): FoundSupport => ({
  head: item.sk,
  version: item.version,
  ...StoredSupport.parse(item.data),
})
