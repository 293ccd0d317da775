import type { Finding } from './life.ts'
import type { ComplaintState } from './states.ts'

/** The piles on an office's desk, in the order in which they are worked through; none lies in two. */
export const PILES = [
  'overdue',
  'to_accept',
  'to_visit',
  'in_hand',
  'in_meeting',
  'in_review',
  'elsewhere',
] as const
export type Pile = (typeof PILES)[number]

/** What may be asked for by itself: a pile, or what a joint meeting could deal with, whatever pile it lies in. */
export const DESK_GROUPS = [...PILES, 'agenda'] as const
export type DeskGroup = (typeof DESK_GROUPS)[number]

/** What a card says of it. */
interface Known {
  readonly state: ComplaintState
  readonly dueAt?: string | undefined
  readonly paused?: boolean | undefined
  readonly breached?: boolean | undefined
  readonly finding?: Finding | undefined
}

const PILE_OF: Readonly<Partial<Record<ComplaintState, Pile>>> = {
  routed_street: 'to_accept',
  street_accepted: 'to_visit',
  onsite_verified: 'in_hand',
  street_handling: 'in_hand',
  street_meeting: 'in_meeting',
  district_meeting: 'in_meeting',
  review: 'in_review',
}

/** The clock is over, whether or not it has been written down yet; one that stands still is not. */
export const isOverdue = ({ dueAt, paused, breached }: Omit<Known, 'state'>, now: Date): boolean =>
  breached === true ||
  (paused !== true && dueAt !== undefined && Date.parse(dueAt) <= now.getTime())

export const pileOf = (card: Known, now: Date): Pile =>
  isOverdue(card, now) ? 'overdue' : (PILE_OF[card.state] ?? 'elsewhere')

const MEETINGS: readonly ComplaintState[] = ['street_meeting', 'district_meeting']

/** Before a joint meeting: what is waiting for one, and what a finding says cannot be done at this level. */
export const isForAgenda = ({ state, finding }: Known): boolean =>
  MEETINGS.includes(state) || finding !== undefined

export const isInGroup = (group: DeskGroup, card: Known, now: Date): boolean =>
  group === 'agenda' ? isForAgenda(card) : pileOf(card, now) === group
