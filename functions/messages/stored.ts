import { createHash } from 'node:crypto'
import { Message } from '#shared/messages/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Item, Key } from '../platform/table/table.ts'

// MESSAGE#<person> | <digest of the event>     one per event and person, put if absent
//   by1 MSG#<person>    | <arrivedAt>#<message>   the inbox, by arrival
//   by2 UNREAD#<person> | <arrivedAt>#<message>   only while it has not been opened
// MESSAGES#<person> | READ                        everything up to there counts as read
const FORMAT = 1

export const StoredMessage = Message.omit({ read: true }).extend({
  person: z.string(),
  event: z.string(),
  readAt: z.string().optional(),
})
export type StoredMessage = z.infer<typeof StoredMessage>

/** What a list shows; whether it is read also depends on how far the person has read everything. */
export const StoredCard = Message
export type StoredCard = z.infer<typeof StoredCard>

export interface FoundMessage {
  readonly stored: StoredMessage
  readonly version: number
}

/** The same event told to the same person again is the same message. */
export const messageIdOf = (event: string): string =>
  createHash('sha256').update(event).digest('base64url').slice(0, 22)

export const messageKey = (person: string, message: string): Key => ({
  pk: `MESSAGE#${person}`,
  sk: message,
})
export const inboxPartition = (person: string): string => `MSG#${person}`
export const unreadPartition = (person: string): string => `UNREAD#${person}`

type Placed = Pick<StoredMessage, 'arrivedAt' | 'message'>
/** Where a message stands among others: by arrival. */
export const placeOf = ({ arrivedAt, message }: Placed): string => `${arrivedAt}#${message}`

export function messageItem(stored: StoredMessage, version: number): Item {
  const { person, readAt } = stored
  const place = placeOf(stored)
  const card: StoredCard = Message.parse({ ...stored, read: readAt !== undefined })
  return {
    ...messageKey(person, stored.message),
    version,
    v: FORMAT,
    data: stored,
    card,
    by1: { pk: inboxPartition(person), sk: place },
    ...(readAt === undefined && { by2: { pk: unreadPartition(person), sk: place } }),
  }
}
