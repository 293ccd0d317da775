import { ROLES } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import { HelperTie } from '#shared/bindings/terms.ts'
import { Category, ComplaintState, Place } from '#shared/complaints/contract.ts'
import { FROZEN_GROUNDS } from '#shared/complaints/frozen.ts'
import { DISPUTES } from '#shared/complaints/rules.ts'

/** Names are stored masked: the person's id is kept for what needs to know who it was. */
const Actor = z.object({ person: z.string(), role: z.enum(ROLES), name: z.string() })

const MadeBy = z.object({ id: z.string(), request: z.string() })

const Check = z.discriminatedUnion('state', [
  z.object({ state: z.literal('passed') }),
  z.object({ state: z.literal('held'), why: z.enum(['review', 'risky', 'no_verdict']) }),
  z.object({
    state: z.literal('pending'),
    since: z.string(),
    nextAt: z.string(),
    attempts: z.int(),
  }),
])

export const StoredEvent = z.object({
  seq: z.int(),
  at: z.string(),
  kind: z.enum(['accepted', 'replied', 'resolved', 'disputed', 'confirmed']),
  by: Actor,
  text: z.string().optional(),
  photos: z.array(z.string()),
  rating: z.int().optional(),
  check: Check,
  madeBy: MadeBy,
})
export type StoredEvent = z.infer<typeof StoredEvent>

/** A complaint's state, with the events that have not been moved to items of their own. */
export const StoredComplaint = z.object({
  number: z.string(),
  community: z.string(),
  category: Category,
  text: z.string(),
  place: Place,
  photos: z.array(z.string()),
  filedBy: Actor,
  /** The filer's key on the register, where no account was theirs when it was filed: who holds that place is the filer. */
  filedFor: z.string().optional(),
  /** Who wrote it for the filer, on record at this home; name masked. */
  assistedBy: z
    .object({
      person: z.string(),
      name: z.string(),
      tie: HelperTie.optional(),
      binding: z.string(),
      unit: z.string(),
      /** Who was helped. */
      of: z.string(),
    })
    .optional(),
  filedAt: z.string(),
  changedAt: z.string(),
  state: ComplaintState,
  disputes: z.int(),
  check: Check,
  /** Of the latest event; the filing itself is 0. */
  lastSeq: z.int(),
  events: z.array(StoredEvent),
  /** Who of the community office let held words through. */
  releases: z.array(z.object({ at: z.string(), by: Actor, madeBy: MadeBy })),
  madeBy: MadeBy,
  /** Its filer has closed their account: kept until then for a possible dispute, and shown to nobody. */
  frozen: z
    .object({
      at: z.string(),
      until: z.string(),
      /** Each time an officer looked at it all the same: who, why, in which words. */
      openings: z
        .array(
          z.object({
            at: z.string(),
            by: Actor,
            ground: z.enum(FROZEN_GROUNDS),
            reason: z.string(),
            madeBy: MadeBy,
          }),
        )
        .default([]),
    })
    .optional(),
})
export type StoredComplaint = z.infer<typeof StoredComplaint>

/** A complaint as one read gave it: moved events and those still inside, in order. */
export interface FoundComplaint {
  readonly stored: StoredComplaint
  readonly version: number
  readonly events: readonly StoredEvent[]
}

export const isHeld = ({ check, events }: StoredComplaint): boolean =>
  [check, ...events.map((event) => event.check)].some(({ state }) => state === 'held')

/** Disputes its filer has left. */
export const disputesLeft = ({ disputes }: StoredComplaint): number =>
  Math.max(0, DISPUTES - disputes)
