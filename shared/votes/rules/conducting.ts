import { addDays, dayOf, formatDay } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { VoteMode, VoteState } from '../terms.ts'
import { STATE_NAMES } from '../words.ts'
import { stateAt, type Life } from './life.ts'
import { transitionOf, type VoteAct } from './transitions.ts'

type WrongState = Decision<VoteState, 'votes.wrong_state'>

function isWhile(states: readonly VoteState[], words: string, life: Life, now: Date): WrongState {
  const state = stateAt(life, now)
  if (states.includes(state)) return accept(state)
  return refuse('votes.wrong_state', { state: STATE_NAMES[state], act: words })
}

/** Whether the vote, by the clock, is in a state from which this act leads on. */
export function canAct(act: VoteAct, life: Life, now: Date): WrongState {
  const { from, words } = transitionOf(act)
  return isWhile(from, words, life, now)
}

/** Who counts and what is asked are fixed together; after the notice a change takes the notice back. */
export const canRedraft = (life: Life, now: Date): WrongState =>
  isWhile(['draft', 'roll_published', 'roll_frozen', 'noticed'], '修改内容', life, now)

/** What comes before notice is done, and put on record, before notice. */
export const canRecordGate = (life: Life, now: Date): WrongState =>
  isWhile(['draft', 'roll_published', 'roll_frozen'], '登记公告前的程序', life, now)

/** The roll of an opinion was never open to objections: no decision can rest on it. */
export const canChangeMode = (
  { state, mode }: Pick<Published, 'state' | 'mode'>,
  to: VoteMode,
): Decision<VoteMode, 'votes.mode_fixed'> =>
  state !== 'draft' && mode === 'advisory' && to !== 'advisory'
    ? refuse('votes.mode_fixed')
    : accept(to)

/** The official result comes after the close, and may be put right until both offices have confirmed it. */
export const canRecordOfficial = (life: Life, now: Date): WrongState =>
  isWhile(['closed'], '登记政府平台的结果', life, now)

interface Published extends Life {
  readonly mode: VoteMode
  readonly published?: { readonly until: string } | undefined
}

/** The roll is frozen once, before the notice, and after its objections: 建房〔2009〕274号 arts. 23 and 24. */
export function canFreezeRoll(
  vote: Published,
  openObjections: number,
  now: Date,
): Decision<VoteState, 'votes.wrong_state' | 'votes.roll_still_open' | 'votes.objections_open'> {
  if (vote.mode === 'advisory' && vote.state === 'draft') {
    return canAct('freezeAdvisoryRoll', vote, now)
  }
  const inState = canAct('freezeRoll', vote, now)
  if (!inState.ok) return inState
  // The window ends at midnight: its last day is the one before.
  const until = new Date(vote.published?.until ?? 0)
  if (now < until) {
    return refuse('votes.roll_still_open', { day: formatDay(addDays(dayOf(until), -1), now) })
  }
  if (openObjections > 0) return refuse('votes.objections_open', { count: openObjections })
  return inState
}

/** What has no roll yet concerns nobody but the committee. */
export const isPublic = (vote: {
  readonly roll?: object | undefined
  readonly published?: object | undefined
}): boolean => vote.roll !== undefined || vote.published !== undefined
