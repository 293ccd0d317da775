import { createHash } from 'node:crypto'
import { Message } from '#shared/messages/contract.ts'
import { OUTCOMES, type Delivery } from '#shared/messages/delivery.ts'
import * as z from '#shared/kernel/zod.ts'
import { keptUntil } from '#shared/privacy/retention.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key } from '../platform/table/table.ts'

// MESSAGE#<person> | <digest of the event>      one per event and person, put if absent; its way to WeChat stands in it
//   by1 MSG#<person>    | <arrivedAt>#<message>    the inbox, by arrival
//   by2 UNREAD#<person> | <arrivedAt>#<message>    only while it has not been opened
//   wake                                           WeChat is to be told, or it was kept long enough
// READUPTO#<person>  | PLACE                      everything up to there counts as read
const FORMAT = 1
export const MESSAGE_KIND = 'MESSAGE'

const Moving = z.object({
  state: z.enum(['waiting', 'sending']),
  attempts: z.int(),
  nextAt: z.string(),
})
const Settled = z.object({
  state: z.literal('settled'),
  outcome: z.enum(OUTCOMES),
  at: z.string(),
  errcode: z.int().optional(),
})

export const StoredMessage = Message.omit({ read: true }).extend({
  person: z.string(),
  event: z.string(),
  number: z.string().optional(),
  state: z.string().optional(),
  readAt: z.string().optional(),
  delivery: z.union([Moving, Settled]) satisfies z.ZodType<Delivery>,
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

export const messagePartition = (person: string): string => `${MESSAGE_KIND}#${person}`
export const messageKey = (person: string, message: string): Key => ({
  pk: messagePartition(person),
  sk: message,
})
export const inboxPartition = (person: string): string => `MSG#${person}`
export const unreadPartition = (person: string): string => `UNREAD#${person}`
export const readUpToKey = (person: string): Key => ({ pk: `READUPTO#${person}`, sk: 'PLACE' })

type Placed = Pick<StoredMessage, 'arrivedAt' | 'message'>
/** Where a message stands among others: by arrival. */
export const placeOf = ({ arrivedAt, message }: Placed): string => `${arrivedAt}#${message}`

export const cardOf = (stored: StoredMessage): StoredCard =>
  Message.parse({ ...stored, read: stored.readAt !== undefined })

export const forgottenAt = ({ arrivedAt }: Placed): Date =>
  keptUntil('messages', new Date(arrivedAt))

export function messageItem(stored: StoredMessage, version: number): Item {
  const { person, readAt, delivery } = stored
  const key = messageKey(person, stored.message)
  const place = placeOf(stored)
  const due = delivery.state === 'settled' ? forgottenAt(stored) : new Date(delivery.nextAt)
  return {
    version,
    v: FORMAT,
    data: stored,
    card: cardOf(stored),
    by1: { pk: inboxPartition(person), sk: place },
    ...(readAt === undefined && { by2: { pk: unreadPartition(person), sk: place } }),
    wake: wakeAt(key, due),
    ...key,
  }
}

export const foundIn = (item: Item): FoundMessage => ({
  stored: StoredMessage.parse(item.data),
  version: item.version,
})
