import { EmergencyCard } from '#shared/emergencies/contract.ts'
import { KINDS, STEPS } from '#shared/emergencies/kinds.ts'
import { EVENTS, STATES } from '#shared/emergencies/rules.ts'
import { ROLES } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import { PendingAudit } from '../platform/audit/audit-entry.ts'

/** Names are stored masked. Nobody stands there once their account is closed. */
const Actor = z.object({ person: z.string(), role: z.enum(ROLES), name: z.string() })
export type StoredActor = z.infer<typeof Actor>

const StoredEvent = z.object({
  seq: z.int(),
  at: z.string(),
  kind: z.enum(EVENTS),
  to: z.enum(STATES),
  until: z.string().optional(),
  text: z.string().optional(),
  /** Absent where the clock did it. */
  by: Actor.optional(),
  madeBy: z.object({ id: z.string(), request: z.string() }).optional(),
})
export type StoredEvent = z.infer<typeof StoredEvent>

export const StoredEmergency = z.object({
  emergency: z.string(),
  community: z.string(),
  place: z.string(),
  note: z.string().optional(),
  photos: z.array(z.string()),
  changedAt: z.string(),
  life: z.object({
    kind: z.enum(KINDS),
    state: z.enum(STATES),
    reportedAt: z.string(),
    lastSeq: z.int(),
    reminded: z.boolean(),
    expectedAt: z.string().optional(),
    restoredAt: z.string().optional(),
  }),
  /** The report first. */
  events: z.tuple([StoredEvent], StoredEvent),
  review: z.object({ cause: z.string(), done: z.string(), changes: z.string() }).optional(),
  /** Events that nobody has been told of yet. */
  untold: z.array(z.int()),
  audit: PendingAudit,
})
export type StoredEmergency = z.infer<typeof StoredEmergency>

/** What a list shows; whose it is decides who sees it while nobody has confirmed it. */
export const ListedCard = EmergencyCard.extend({ reporter: z.string() })
export type ListedCard = z.infer<typeof ListedCard>

/** By whom a step was done; `done` is false where it was taken back. */
export const StoredTick = z.object({
  step: z.enum(STEPS),
  at: z.string(),
  by: Actor,
  done: z.boolean(),
})
export type StoredTick = z.infer<typeof StoredTick>

export interface FoundEmergency {
  readonly stored: StoredEmergency
  readonly version: number
  readonly ticks: readonly StoredTick[]
}

export const reporterOf = ({ events }: StoredEmergency): StoredActor => events[0].by as StoredActor

export function cardOf(stored: StoredEmergency): ListedCard {
  const { emergency, place, life } = stored
  const { kind, state, reportedAt, expectedAt, restoredAt, reminded } = life
  return {
    ...{ emergency, kind, place, state, reportedAt, late: reminded },
    unverified: state === 'reported',
    ...(expectedAt !== undefined && { expectedAt }),
    ...(restoredAt !== undefined && { restoredAt }),
    reporter: reporterOf(stored).person,
  }
}
