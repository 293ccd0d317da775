import { waitsForPaper, type PaperLife } from '../papers/phases.ts'
import type { VoteMode, VoteState } from '../terms.ts'
import { hasClosed, hasOpened, isFinal, isSettled, settledFrom } from './life.ts'

/** What the clock alone has done to a vote since its state was stored. */
export interface Tick {
  readonly state: VoteState
  /** Each step with the instant at which it took effect, however late it is noted. */
  readonly steps: readonly { readonly to: VoteState; readonly at: string }[]
  /** Whether the box may now be counted: what comes of it, two people confirm. */
  readonly countIsDue: boolean
  /** Whether the result's window has ended: final, unless an objection still waits for its answer. */
  readonly finalIsDue: boolean
  /** When to look again; absent where time changes nothing any more. */
  readonly wakeAt?: Date
}

/** What of a vote the clock asks for; `countedAt` once its box was counted. */
export interface Timed extends PaperLife {
  readonly countedAt?: string | undefined
}

export function tick(vote: Timed, now: Date): Tick {
  let { state } = vote
  const steps: { to: VoteState; at: string }[] = []
  const move = (to: VoteState, at: string): void => {
    state = to
    steps.push({ to, at })
  }
  if (state === 'noticed' && vote.opensAt !== undefined && hasOpened(vote, now)) {
    move('open', vote.opensAt)
  }
  if (state === 'open' && vote.closesAt !== undefined && hasClosed(vote, now)) {
    move('closed', vote.closesAt)
  }
  const wakeAt = nextWake({ ...vote, state })
  return {
    state,
    steps,
    countIsDue: waitsForCount({ ...vote, state }) && isSettled(vote, now),
    finalIsDue: state === 'result_published' && isFinal(vote, now),
    ...(wakeAt !== undefined && { wakeAt }),
  }
}

/** Paper is entered after the close as well: the count waits until two people have declared it complete. */
const COUNTED_HERE: readonly VoteMode[] = ['advisory', 'paper_assisted', 'local_electronic']

const waitsForCount = (vote: Timed): boolean =>
  vote.state === 'closed' &&
  vote.countedAt === undefined &&
  COUNTED_HERE.includes(vote.mode) &&
  !waitsForPaper(vote)

/** When the clock will next move a vote in this state. */
export function nextWake(vote: Timed): Date | undefined {
  const { state, opensAt, closesAt, finalAt } = vote
  if (state === 'noticed' && opensAt !== undefined) return new Date(opensAt)
  // The closing instant still belongs to the voters.
  if (state === 'open' && closesAt !== undefined) return new Date(Date.parse(closesAt) + 1)
  if (waitsForCount(vote)) return settledFrom(vote)
  return state === 'result_published' && finalAt !== undefined ? new Date(finalAt) : undefined
}
