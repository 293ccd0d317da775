import { applied, type EventKind } from '#shared/emergencies/rules.ts'
import type { Act as AuditAct } from '#shared/audit/acts.ts'
import type { AuditEntry } from '../platform/audit/audit-entry.ts'
import type { StoredEmergency, StoredEvent } from './stored.ts'

const AUDITED: Readonly<Partial<Record<EventKind, AuditAct>>> = {
  confirm: 'emergencies.confirm',
  dismiss: 'emergencies.dismiss',
  restore: 'emergencies.restore',
  review: 'emergencies.review',
}

/** In one write with the event stand who is to be told and its entry for the chain. */
export function withEvent(stored: StoredEmergency, event: StoredEvent): StoredEmergency {
  const [first, ...rest] = stored.events
  const entry = entryOf(stored, event)
  return {
    ...stored,
    life: applied(stored.life, event),
    changedAt: event.at,
    events: event.seq === 1 ? [first] : [first, ...rest, event],
    untold: [...stored.untold, event.seq],
    audit: entry ? [...stored.audit, entry] : stored.audit,
  }
}

function entryOf(
  { emergency, community, life }: StoredEmergency,
  { kind, seq, at, to, by }: StoredEvent,
): AuditEntry | undefined {
  // A report by who would confirm it is a confirmation.
  const act = AUDITED[kind === 'report' && to === 'confirmed' ? 'confirm' : kind]
  if (!act || !by) return undefined
  return {
    ...{ id: `${emergency}-${seq}`, at, scope: community, by: by.person, act, subject: emergency },
    detail: { kind: life.kind },
  }
}
