import { Home } from '#shared/bindings/rules/home.ts'
import {
  ActorKind,
  EndReason,
  EventKind,
  Evidence,
  Ground,
  RejectReason,
} from '#shared/bindings/terms.ts'
import { ROLES } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import { PendingAudit } from '../platform/audit/audit.ts'

/** Names are stored masked beside the person's id, which says who it was to whoever has to know. */
const Actor = z.object({
  person: z.string(),
  role: z.union([z.enum(ROLES), ActorKind]),
  name: z.string(),
})
export type StoredActor = z.infer<typeof Actor>

export const StoredEvent = z.object({
  seq: z.int(),
  at: z.string(),
  kind: EventKind,
  /** Absent where it concerns the home as a whole. */
  binding: z.string().optional(),
  by: Actor,
  ground: Ground.optional(),
  evidence: Evidence.optional(),
  reason: z.union([RejectReason, EndReason]).optional(),
  words: z.string().optional(),
  madeBy: z.object({ id: z.string(), request: z.string() }).optional(),
})
export type StoredEvent = z.infer<typeof StoredEvent>

/** A home, with the events that have not been moved to items of their own. */
export const StoredHome = Home.extend({
  community: z.string(),
  unit: z.string(),
  /** 0.01 m², as the register had it when the home was last looked at. */
  areaCenti: z.int(),
  lastSeq: z.int(),
  events: z.array(StoredEvent),
  audit: PendingAudit,
  /** Persons' homes and the register's representative have to follow: at this instant, and once more when it has settled. */
  follow: z.object({ at: z.string(), settledAt: z.string() }).optional(),
  /** What the register was last told of the representative; `null` is none. */
  told: z.string().nullable().default(null),
})
export type StoredHome = z.output<typeof StoredHome>

/** A home as one read gave it, with events and bindings moved out of it. */
export interface FoundHome {
  readonly stored: StoredHome
  /** 0 where nobody was ever bound to it. */
  readonly version: number
  readonly events: readonly StoredEvent[]
}

export const emptyHome = (community: string, unit: string): StoredHome => ({
  bindings: [],
  codes: [],
  community,
  unit,
  areaCenti: 0,
  lastSeq: 0,
  events: [],
  audit: [],
  told: null,
})
