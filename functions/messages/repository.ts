import * as z from '#shared/kernel/zod.ts'
import { ConflictError, type Page, type Range, type Table } from '../platform/table/table.ts'
import {
  foundIn,
  inboxPartition,
  messageItem,
  messageKey,
  messagePartition,
  placeOf,
  readUpToKey,
  StoredCard,
  unreadPartition,
  type FoundMessage,
  type StoredMessage,
} from './stored.ts'

export type Inbox = ReturnType<typeof inboxOf>

const FORMAT = 1
const TRIES = 8
const Mark = z.object({ place: z.string() })
/** Follows every place that starts with the one before it, and precedes the next. */
const JUST_AFTER = '~'

/** One person's messages. Access patterns: `stored.ts`. */
export const inboxOf = (table: Table, person: string) => {
  const readUpTo = async (): Promise<{ readonly place: string; readonly version: number }> => {
    const item = await table.get(readUpToKey(person))
    return { place: item ? Mark.parse(item.data).place : '', version: item?.version ?? 0 }
  }
  return {
    person,
    async find(message: string): Promise<FoundMessage | undefined> {
      const item = await table.get(messageKey(person, message))
      return item && foundIn(item)
    },
    /** @throws ConflictError where somebody else wrote since it was found */
    save: (stored: StoredMessage, { version }: Pick<FoundMessage, 'version'>): Promise<void> =>
      table.put(messageItem(stored, version + 1)),
    /** @throws ConflictError where somebody else wrote since it was found */
    remove: ({ stored, version }: FoundMessage): Promise<void> =>
      table.delete(messageKey(person, stored.message), version),
    /** Latest first: one index query, and how far everything was read. */
    async list(range: Pick<Range, 'limit' | 'cursor'>): Promise<Page<StoredCard>> {
      const [{ place }, page] = await Promise.all([
        readUpTo(),
        table.queryIndex('by1', inboxPartition(person), { ...range, reverse: true }),
      ])
      const items = page.items.map(({ card, at }) => {
        const shown = StoredCard.parse(card)
        return { ...shown, read: shown.read || at <= place }
      })
      return { ...page, items }
    },
    /** Everything, in no order: for whoever exports or removes it. */
    async all(cursor?: string): Promise<Page<FoundMessage>> {
      const page = await table.query(messagePartition(person), { limit: 100, cursor })
      return { ...page, items: page.items.map(foundIn) }
    },
    /** At most `most`. */
    async unread(most: number): Promise<number> {
      const { place } = await readUpTo()
      const range = { limit: most, ...(place !== '' && { from: place + JUST_AFTER }) }
      return (await table.queryIndex('by2', unreadPartition(person), range)).items.length
    },
    isRead: async (stored: StoredMessage): Promise<boolean> =>
      stored.readAt !== undefined || placeOf(stored) <= (await readUpTo()).place,
    /** It and every one before it counts as read; never fewer than before. */
    async markUpTo(stored: StoredMessage): Promise<void> {
      const place = placeOf(stored)
      await agreeing(async () => {
        const held = await readUpTo()
        if (held.place >= place) return
        const item = { ...readUpToKey(person), version: held.version + 1, v: FORMAT }
        await table.put({ ...item, data: { place } })
      })
    },
    async forgetMark(): Promise<void> {
      const { version } = await readUpTo()
      if (version > 0) await table.delete(readUpToKey(person), version)
    },
  }
}

/** Reads and writes again where somebody else wrote between. */
export async function agreeing<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (err) {
      if (!(err instanceof ConflictError) || tries === TRIES) throw err
    }
  }
}
