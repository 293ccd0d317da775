import * as z from '#shared/kernel/zod.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'

/** Everything a person may do to a complaint. */
export const ComplaintAct = z.enum([
  'accept',
  'reply',
  'resolve',
  'confirm',
  'dispute',
  'release',
  'route',
  'accept_at_street',
  'record_onsite',
  'handle',
  'find',
  'escalate',
  'record_meeting',
  'to_mediation',
  'to_litigation',
  'take_back',
  'refer',
  'decline',
  'withdraw',
  'merge',
  'close_unanswered',
  'review',
  'urge',
  'pause',
  'resume',
  'note',
  'message',
])
export type ComplaintAct = z.infer<typeof ComplaintAct>

/** What a complaint's history consists of: the past of each act, and what the clock does by itself. */
export const EventKind = z.enum([
  'filed',
  'accepted',
  'replied',
  'resolved',
  'disputed',
  'confirmed',
  'opened',
  'routed',
  'accepted_at_street',
  'onsite_recorded',
  'handling',
  'found',
  'escalated',
  'timed_out',
  'meeting_recorded',
  'mediation_begun',
  'litigation_begun',
  'taken_back',
  'referred',
  'declined',
  'withdrawn',
  'merged',
  'closed_unanswered',
  'reviewed',
  'urged',
  'paused',
  'resumed',
  'noted',
  'said',
  'warned',
  'breached',
  'reminded',
  'recomputed',
  'came_back',
  'clocks_begun',
])
export type EventKind = z.infer<typeof EventKind>

/** What an act leaves in the history. Letting held words through stands beside it, with who did. */
export const EVENT_OF = {
  accept: 'accepted',
  reply: 'replied',
  resolve: 'resolved',
  confirm: 'confirmed',
  dispute: 'disputed',
  route: 'routed',
  accept_at_street: 'accepted_at_street',
  record_onsite: 'onsite_recorded',
  handle: 'handling',
  find: 'found',
  escalate: 'escalated',
  record_meeting: 'meeting_recorded',
  to_mediation: 'mediation_begun',
  to_litigation: 'litigation_begun',
  take_back: 'taken_back',
  refer: 'referred',
  decline: 'declined',
  withdraw: 'withdrawn',
  merge: 'merged',
  close_unanswered: 'closed_unanswered',
  review: 'reviewed',
  urge: 'urged',
  pause: 'paused',
  resume: 'resumed',
  note: 'noted',
  message: 'said',
} as const satisfies Record<Exclude<ComplaintAct, 'release'>, EventKind>

/** What the clock alone writes. */
export const MACHINE_KINDS = [
  'opened',
  'timed_out',
  'warned',
  'breached',
  'reminded',
  'recomputed',
  'came_back',
  'clocks_begun',
] as const satisfies readonly EventKind[]

/** In which capacity somebody acts. One person may have several. */
export const PARTIES = ['filer', 'property', 'community', 'street', 'district'] as const
export type Party = (typeof PARTIES)[number]

/** Who looks or acts. A screen knows it from `mine` and the membership. */
export interface Viewer {
  readonly isFiler: boolean
  /** Sent it in for the filer, and is still their helper on record. */
  readonly isHelper?: boolean
  /** Of the property, and has it. */
  readonly isWorker?: boolean
  readonly roles: readonly Role[]
}

/** Capacities in which a person of these roles may act. Nobody handles in an office what they filed, for themselves or for another. */
export function partiesOf({ isFiler, isHelper = false, roles }: Viewer): readonly Party[] {
  if (isFiler) return ['filer']
  if (isHelper) return []
  const held: readonly (readonly [Party, boolean])[] = [
    ['property', can(roles, 'complaint:handle')],
    ['community', roles.includes('community')],
    ['street', roles.includes('street')],
    ['district', roles.includes('district')],
  ]
  return held.filter(([, holds]) => holds).map(([party]) => party)
}
