import { ROLES } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import { POSTS } from '#shared/people/posts.ts'
import { placeName, SCOPES, type Place } from '#shared/people/scopes.ts'
import { auditWake, PendingAudit } from '../platform/audit/audit-entry.ts'
import type { Item, Key, Page, Range, Table } from '../platform/table/table.ts'
import { wakeAt } from '../platform/jobs/wake.ts'

// INVITE#<digest of the code> | INVITATION   one item per invitation; its state moves once
//   by1 INVITES#<place> | <at>#<id>            the invitations to a place, by their time
const FORMAT = 1
/** An invitation can be looked up this long after it has expired. */
const KEPT_DAYS = 180

export const StoredInvitation = z.object({
  id: z.string(),
  scope: z.enum(SCOPES),
  of: z.string(),
  place: z.string(),
  role: z.enum(ROLES),
  post: z.enum(POSTS).optional(),
  from: z.string(),
  until: z.string().optional(),
  ground: z.string(),
  /** Of the invited person; a command knows none. */
  name: z.string(),
  /** A person's id, or `command`. */
  by: z.string(),
  givenBy: z.string(),
  at: z.string(),
  expiresAt: z.string(),
  /** `claimed` until the role stands in the item of the person who used it. */
  state: z.enum(['open', 'claimed', 'used', 'withdrawn']),
  usedBy: z.string().optional(),
  madeBy: z.object({ id: z.string(), request: z.string() }),
  audit: PendingAudit,
})
export type StoredInvitation = z.output<typeof StoredInvitation>

export interface FoundInvitation {
  readonly stored: StoredInvitation
  readonly version: number
}

const Card = StoredInvitation.omit({ audit: true, madeBy: true })
export type InvitationCard = z.output<typeof Card>

const keyOf = (id: string): Key => ({ pk: `INVITE#${id}`, sk: 'INVITATION' })
const partition = (place: Place): string => `INVITES#${placeName(place)}`

/** Due at once while entries of the audit wait in it, or a role that was claimed may not stand yet. */
function invitationItem(stored: StoredInvitation, version: number, now: Date): Item {
  const { id, at, expiresAt } = stored
  const key = keyOf(id)
  const wake = stored.state === 'claimed' ? wakeAt(key, now) : auditWake(key, stored.audit, now)
  return {
    version,
    v: FORMAT,
    data: stored,
    card: Card.parse(stored),
    by1: { pk: partition(stored), sk: `${at}#${id}` },
    ...(wake && { wake }),
    expiresAt: Math.floor(Date.parse(expiresAt) / 1_000) + KEPT_DAYS * 86_400,
    ...key,
  }
}

export interface Invitations {
  find(id: string): Promise<FoundInvitation | undefined>
  /** @throws ConflictError where it is there already */
  add(stored: StoredInvitation, now: Date): Promise<void>
  /** @throws ConflictError where somebody wrote after it was read */
  save(stored: StoredInvitation, found: FoundInvitation, now: Date): Promise<FoundInvitation>
  list(place: Place, range: Range): Promise<Page<InvitationCard>>
}

export const invitationsOn = (table: Table): Invitations => ({
  async find(id) {
    const item = await table.get(keyOf(id))
    return item && { stored: StoredInvitation.parse(item.data), version: item.version }
  },
  add: (stored, now) => table.put(invitationItem(stored, 1, now)),
  async save(stored, { version }, now) {
    await table.put(invitationItem(stored, version + 1, now))
    return { stored, version: version + 1 }
  },
  async list(place, range) {
    const page = await table.queryIndex('by1', partition(place), range)
    return { ...page, items: page.items.map(({ card }) => Card.parse(card)) }
  },
})
