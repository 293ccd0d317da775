import { begin, Facts, Life, replay, type LifeEvent } from '#shared/complaints/rules/life.ts'
import { EventKind } from '#shared/complaints/rules/acts.ts'
import { skipsProperty } from '#shared/complaints/rules/routing.ts'
import { Category, ComplaintState, Place } from '#shared/complaints/contract.ts'
import { ROLES } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import { HelperTie } from '#shared/bindings/terms.ts'
import { FROZEN_GROUNDS } from '#shared/complaints/frozen.ts'
import { StoredCheck } from '../platform/weixin/content-checks.ts'

/** Names are stored masked: the person's id is kept for what needs to know who it was. */
export const Actor = z.object({ person: z.string(), role: z.enum(ROLES), name: z.string() })
export type StoredActor = z.infer<typeof Actor>

const MadeBy = z.object({ id: z.string(), request: z.string() })

export const StoredEvent = z.object({
  seq: z.int(),
  at: z.string(),
  kind: EventKind,
  /** Absent where the clock did it. */
  by: Actor.optional(),
  text: z.string().optional(),
  photos: z.array(z.string()),
  voice: z.string().optional(),
  rating: z.int().optional(),
  check: StoredCheck,
  madeBy: MadeBy.optional(),
  /** Format 1 had none. */
  facts: Facts.default({}),
})
export type StoredEvent = z.infer<typeof StoredEvent>

/** Who gave it to whom of the property; names masked. */
const Assignment = z.object({
  at: z.string(),
  to: Actor,
  by: Actor,
  madeBy: MadeBy,
})

/** A message that waits to be told: once told, it is forgotten here. */
const Telling = z.object({ seq: z.int() })

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
  /** Filed by an officer for a person without an account, who claims it by the code of a paper. */
  window: z
    .object({
      by: Actor,
      /** Forgotten once it is claimed. */
      phone: z.string().optional(),
      /** Handed out one after the other; of each code only its digest. */
      papers: z.array(
        z.object({
          at: z.string(),
          by: Actor,
          digest: z.string(),
          expiresAt: z.string(),
          madeBy: MadeBy,
        }),
      ),
      claimed: z.object({ at: z.string(), madeBy: MadeBy }).optional(),
    })
    .optional(),
  filedAt: z.string(),
  changedAt: z.string(),
  hidesName: z.boolean(),
  /** The filer's home by which the household counts once. */
  unit: z.string().optional(),
  /** Who of an office acted last: told when its filer answers or a clock runs out. */
  handler: z.string().optional(),
  /** Who of the property has it: who first acted on it, until it is given to another. */
  worker: Actor.optional(),
  /** The latest last. */
  assignments: z.array(Assignment).optional(),
  /** Whoever it was given to has not been told yet. */
  untoldWorker: z.boolean().optional(),
  channel: z.enum(['APP', 'WINDOW', 'PHONE']),
  life: Life,
  check: StoredCheck,
  events: z.array(StoredEvent),
  /** Events whose persons have not been told yet. */
  untold: z.array(Telling),
  /** Homes that joined in, as last counted; `at` when to count again. */
  cosigns: z.object({ count: z.int(), countAt: z.string().optional() }),
  /** Given up then: what was merged into it is still to come back. */
  letGoAt: z.string().optional(),
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

/** Format 1: reply and confirmation with the property alone, without clocks. */
const Former = StoredComplaint.omit({
  life: true,
  hidesName: true,
  channel: true,
  untold: true,
  cosigns: true,
}).extend({ state: ComplaintState, disputes: z.int(), lastSeq: z.int() })

const WENT_TO = {
  accepted: 'accepted',
  replied: 'replied',
  resolved: 'resolved',
  disputed: 'disputed',
  confirmed: 'confirmed',
} as const satisfies Partial<Record<EventKind, ComplaintState>>

/** A complaint as stored, of this format or the one before; its clocks begin once the sweep or somebody comes to it. */
export function readComplaint({
  v,
  data,
}: {
  readonly v: number
  readonly data: unknown
}): StoredComplaint {
  if (v > 1) return StoredComplaint.parse(data)
  const { state, disputes, lastSeq, ...rest } = Former.parse(data)
  const isOpened = rest.check.state === 'passed'
  const last = rest.events[rest.events.length - 1]
  const life: Life = {
    ...begin(rest.filedAt, false),
    state,
    disputes,
    lastSeq,
    opened: isOpened,
    ...(state === 'resolved' && { resolvedAt: last?.at ?? rest.changedAt }),
    resolvers: rest.events.flatMap(({ kind, by }) =>
      kind === 'resolved' && by ? [by.person] : [],
    ),
  }
  const added = { hidesName: false, channel: 'APP', untold: [], cosigns: { count: 0 } } as const
  return StoredComplaint.parse({ ...rest, ...added, life, events: rest.events.map(upcastEvent) })
}

/** An event as stored, of this format or the one before. */
export const readEvent = ({
  v,
  data,
}: {
  readonly v: number
  readonly data: unknown
}): StoredEvent => (v > 1 ? StoredEvent.parse(data) : upcastEvent(StoredEvent.parse(data)))

const upcastEvent = (event: StoredEvent): StoredEvent => {
  const to = WENT_TO[event.kind as keyof typeof WENT_TO] as ComplaintState | undefined
  return to === undefined ? event : { ...event, facts: { to } }
}

/** A complaint as one read gave it: moved events and those still inside, in order. */
export interface FoundComplaint {
  readonly stored: StoredComplaint
  readonly version: number
  readonly events: readonly StoredEvent[]
}

export const isHeld = ({ check, events }: StoredComplaint): boolean =>
  [check, ...events.map((event) => event.check)].some(({ state }) => state === 'held')

/** Goes straight past the property, or may. */
export const isPastProperty = ({ category }: Pick<StoredComplaint, 'category'>): boolean =>
  skipsProperty(category)

const lifeEventOf = ({ seq, at, kind, by, facts }: StoredEvent): LifeEvent => ({
  seq,
  at,
  kind,
  ...(by && { person: by.person }),
  facts,
})

/** What its events alone say: equal to what is stored, whatever happened. */
export const replayed = ({ stored, events }: FoundComplaint): Life =>
  replay(stored.life, events.map(lifeEventOf))
