import { addDays, dayOf, startOfDay } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { ObjectionAbout } from '../objections.ts'
import type { VoteState } from '../terms.ts'
import { stateAt, type Life } from './life.ts'

/** More, by one person about one thing, would be a way to fill the vote's record. */
const MOST_OF_ONE = 3
const MOST = 100

const WHILE: Readonly<Record<ObjectionAbout, VoteState>> = {
  roll: 'roll_published',
  result: 'result_published',
}

interface Objections {
  /** Set by who ends the window: from then on none is taken. */
  readonly ended: boolean
  readonly list: readonly { readonly person: string; readonly answered: boolean }[]
}

/** The end of a window of whole days, counted from the day after: 民法典 §201 ¶1. */
export const untilOf = (from: Date, days: number): Date =>
  startOfDay(addDays(dayOf(from), days + 1))

interface Windowed extends Life {
  readonly published?: { readonly until: string } | undefined
  readonly resultUntil?: string | undefined
}

/** The label may stay what it is until somebody freezes the roll: the window ends by the clock. */
function isInWindow(about: ObjectionAbout, vote: Windowed, now: Date): boolean {
  const until = about === 'roll' ? vote.published?.until : vote.resultUntil
  return (
    stateAt(vote, now) === WHILE[about] && until !== undefined && now.getTime() < Date.parse(until)
  )
}

/** Whether a person may object now. */
export function canObject(
  about: ObjectionAbout,
  vote: Windowed,
  { ended, list }: Objections,
  person: string,
  now: Date,
): Decision<true, 'votes.no_objections_now' | 'votes.too_many_objections'> {
  if (ended || !isInWindow(about, vote, now)) return refuse('votes.no_objections_now')
  const theirs = list.filter((one) => one.person === person).length
  if (theirs >= MOST_OF_ONE || list.length >= MOST) {
    return refuse('votes.too_many_objections', { most: MOST_OF_ONE })
  }
  return accept(true)
}

export function canAnswer(
  objection: { readonly answered: boolean } | undefined,
): Decision<true, 'votes.objection_not_found' | 'votes.objection_answered'> {
  if (!objection) return refuse('votes.objection_not_found')
  return objection.answered ? refuse('votes.objection_answered') : accept(true)
}

export const openOnes = ({ list }: Pick<Objections, 'list'>): number =>
  list.filter(({ answered }) => !answered).length
