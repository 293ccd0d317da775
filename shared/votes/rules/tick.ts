import type { VoteState } from '../terms.ts'
import { hasClosed, hasOpened, isSettled, settledFrom, type Life } from './life.ts'

/** What the clock alone has done to a vote since its state was stored. */
export interface Tick {
  readonly state: VoteState
  /** Each step with the instant at which it took effect, however late it is noted. */
  readonly steps: readonly { readonly to: VoteState; readonly at: string }[]
  readonly countIsDue: boolean
  /** When to look again; absent where time changes nothing any more. */
  readonly wakeAt?: Date
}

export function tick(life: Life, now: Date): Tick {
  let { state } = life
  const steps: { to: VoteState; at: string }[] = []
  if (state === 'noticed' && life.opensAt !== undefined && hasOpened(life, now)) {
    state = 'open'
    steps.push({ to: state, at: life.opensAt })
  }
  if (state === 'open' && life.closesAt !== undefined && hasClosed(life, now)) {
    state = 'closed'
    steps.push({ to: state, at: life.closesAt })
  }
  const wakeAt = nextWake({ ...life, state })
  return {
    state,
    steps,
    countIsDue: state === 'closed' && isSettled(life, now),
    ...(wakeAt !== undefined && { wakeAt }),
  }
}

/** When the clock will next move a vote in this state. */
export function nextWake(life: Life): Date | undefined {
  const { state, opensAt, closesAt } = life
  if (state === 'noticed' && opensAt !== undefined) return new Date(opensAt)
  // The closing instant still belongs to the voters.
  if (state === 'open' && closesAt !== undefined) return new Date(Date.parse(closesAt) + 1)
  return state === 'closed' ? settledFrom(life) : undefined
}
