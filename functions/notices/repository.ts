import type { CommunityScope } from '../platform/http/call.ts'
import { ConflictError, type Range, type Table } from '../platform/table/table.ts'
import { partitionOf, readItem, readPartition, READS, STATE, stateItem } from './items.ts'
import { listNotices, readAmong } from './list-notices.ts'
import { askForCount, readsOf } from './read-count.ts'
import { StoredNotice, type FoundNotice, type StoredCard } from './stored.ts'

export type Notices = ReturnType<typeof noticesIn>

/** Access patterns: `items.ts`. */
export const noticesIn = (table: Table, { community }: CommunityScope) => ({
  community,
  /** One query. */
  async find(notice: string): Promise<FoundNotice | undefined> {
    const { items } = await table.query(partitionOf(community, notice))
    const state = items.find((item) => item.sk === STATE)
    if (!state) return undefined
    const reads = readsOf(items.find((item) => item.sk === READS))
    return { stored: StoredNotice.parse(state.data), version: state.version, reads }
  },
  /** @throws ConflictError where it exists */
  add: (stored: StoredNotice, now: Date): Promise<void> => table.put(stateItem(stored, 1, now)),
  /** @throws ConflictError where somebody else wrote since it was found */
  save: (stored: StoredNotice, found: FoundNotice, now: Date): Promise<void> =>
    table.put(stateItem(stored, found.version + 1, now)),
  list: (listing: Required<Pick<Range, 'limit'>> & Pick<Range, 'cursor'>) =>
    listNotices(table, community, listing),
  readAmong: (cards: readonly StoredCard[], person: string) =>
    readAmong(table, community, cards, person),
  hasRead: async (notice: string, person: string): Promise<boolean> =>
    (await table.get({ pk: readPartition(community, notice), sk: person })) !== undefined,
  /** Once per person, however often it is called. */
  async markRead({ stored }: FoundNotice, person: string, now: Date): Promise<void> {
    await table.put(readItem(stored, person, now)).catch((err: unknown) => {
      if (!(err instanceof ConflictError)) throw err
    })
    await askForCount(table, community, stored.notice, now)
  },
})
