import { MINUTE } from '#shared/kernel/calendar.ts'
import type { VoteState } from '../terms.ts'

/** A vote's state as stored, with its window once noticed (instants in UTC). */
export interface Life {
  readonly state: VoteState
  readonly opensAt?: string | undefined
  readonly closesAt?: string | undefined
}

// A cast stamped before the close may still be on its way to the store; it is abandoned long before this has passed.
export const SETTLING = MINUTE

export const hasOpened = ({ opensAt }: Life, at: Date): boolean =>
  opensAt !== undefined && Date.parse(opensAt) <= at.getTime()

/** A ballot at the closing instant itself is in time. */
export const hasClosed = ({ closesAt }: Life, at: Date): boolean =>
  closesAt !== undefined && Date.parse(closesAt) < at.getTime()

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

export const isSettled = (life: Life, now: Date): boolean => {
  const from = settledFrom(life)
  return from !== undefined && from.getTime() <= now.getTime()
}
