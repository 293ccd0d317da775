import { MINUTE } from '#shared/kernel/calendar.ts'
import type { VoteState } from '../terms.ts'

/** A vote's state as stored, with what the clock moves it by (instants in UTC). */
export interface Life {
  readonly state: VoteState
  /** The window, once noticed. */
  readonly opensAt?: string | undefined
  readonly closesAt?: string | undefined
  /** When the clock looks whether a published result is final: its window has ended and nothing waits for an answer. */
  readonly finalAt?: string | undefined
}

// A cast stamped before the close may still be on its way to the store; it is abandoned long before this has passed.
export const SETTLING = MINUTE

const hasCome = (instant: string | undefined, at: Date): instant is string =>
  instant !== undefined && Date.parse(instant) <= at.getTime()

export const hasOpened = ({ opensAt }: Life, at: Date): boolean => hasCome(opensAt, at)

/** A ballot at the closing instant itself is in time. */
export const hasClosed = ({ closesAt }: Life, at: Date): boolean =>
  closesAt !== undefined && Date.parse(closesAt) < at.getTime()

export const isFinal = ({ finalAt }: Life, at: Date): boolean => hasCome(finalAt, at)

/** The state by the clock: the stored one may lag behind, however late whoever moves it comes. */
export function stateAt(life: Life, now: Date): VoteState {
  const { state } = life
  if (state !== 'noticed' && state !== 'open') return state
  if (hasClosed(life, now)) return 'closed'
  return state === 'noticed' && !hasOpened(life, now) ? 'noticed' : 'open'
}

/** From when on what lies in the box is all there will ever be; `undefined` before the notice. */
export const settledFrom = ({ closesAt }: Life): Date | undefined =>
  closesAt === undefined ? undefined : new Date(Date.parse(closesAt) + SETTLING)

export function isSettled(life: Life, now: Date): boolean {
  const from = settledFrom(life)
  return from !== undefined && from.getTime() <= now.getTime()
}

const SHOWING: readonly VoteState[] = [
  'result_published',
  'final',
  'filed',
  'executed',
  'no_quorum',
  'annulled',
]

/** Nobody but those who confirm the count sees a figure before it is published. */
export const isResultPublic = ({ state }: Pick<Life, 'state'>): boolean => SHOWING.includes(state)

const OVER: readonly VoteState[] = [
  'final',
  'filed',
  'executed',
  'no_quorum',
  'annulled',
  'cancelled',
]

/** Nothing is waited for any more but what may be noted of it. */
export const isOver = ({ state }: Pick<Life, 'state'>): boolean => OVER.includes(state)
