import { formatTime } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { VoteState } from '../terms.ts'
import type { RuleValues } from '../profiles/profile.ts'
import { stateAt, type Life } from './life.ts'

type NotNow = 'votes.not_open_yet' | 'votes.no_notice_yet' | 'votes.closed' | 'votes.cancelled'

const NO_NOTICE: readonly VoteState[] = ['draft', 'roll_published', 'roll_frozen']

/** Time decides, not the label: the sweep that moves the label may be late. */
export function isOpenToVoters(life: Life, now: Date): Decision<'open', NotNow> {
  const state = stateAt(life, now)
  if (state === 'open') return accept('open')
  if (state === 'cancelled') return refuse('votes.cancelled')
  if (NO_NOTICE.includes(state)) return refuse('votes.no_notice_yet')
  if (state === 'noticed') return refuse('votes.not_open_yet', { time: timeOf(life.opensAt) })
  return refuse('votes.closed', { time: timeOf(life.closesAt) })

  function timeOf(instant: string | undefined): string {
    return instant === undefined ? '' : formatTime(new Date(instant), now)
  }
}

/** A head as far as who may speak for it goes. Owners by their keys on the register. */
export interface Voice {
  readonly owners: readonly string[]
  /** The co-owner they chose: 建房〔2009〕274号 art. 25. */
  readonly representative?: string | undefined
  readonly isDeveloper: boolean
}

type NotYours = 'votes.not_your_head' | 'votes.developer_votes' | 'votes.representative_votes'

/** As which owner somebody who is `selves` on the register votes for a head. */
export function canSpeakFor(
  head: Voice,
  selves: readonly string[],
  nameOf: (owner: string) => string,
): Decision<string, NotYours> {
  const { owners, representative, isDeveloper } = head
  const mine = owners.filter((owner) => selves.includes(owner))
  const [first] = mine
  if (first === undefined) return refuse('votes.not_your_head')
  if (isDeveloper) return refuse('votes.developer_votes')
  if (representative === undefined) return accept(first)
  if (mine.includes(representative)) return accept(representative)
  return refuse('votes.representative_votes', { name: nameOf(representative) })
}

/** A ballot answers each item once: abstaining is a choice, silence is none. Choices in the items' order. */
export function answersEveryItem<C>(
  items: number,
  answers: readonly { readonly item: number; readonly choice: C }[],
): Decision<readonly C[], 'votes.item_unknown' | 'votes.item_twice' | 'votes.item_unanswered'> {
  const given = new Map<number, C>()
  for (const { item, choice } of answers) {
    if (item > items) return refuse('votes.item_unknown', { item })
    if (given.has(item)) return refuse('votes.item_twice', { item })
    given.set(item, choice)
  }
  const choices: C[] = []
  for (let item = 1; item <= items; item += 1) {
    const choice = given.get(item)
    if (choice === undefined) return refuse('votes.item_unanswered', { item })
    choices.push(choice)
  }
  return accept(choices)
}

/** More than anybody changes their mind: an item of the store holds them all. */
const SUBMISSIONS_AT_MOST = 50

/** Whether a voter who has cast `earlier` ballots for a head may cast another. */
export function canCastAgain(
  earlier: number,
  revote: RuleValues['revote'],
): Decision<'cast', 'votes.already_cast' | 'votes.changed_too_often'> {
  if (earlier > 0 && revote === 'FIRST_FINAL') return refuse('votes.already_cast')
  if (earlier >= SUBMISSIONS_AT_MOST) {
    return refuse('votes.changed_too_often', { most: SUBMISSIONS_AT_MOST })
  }
  return accept('cast')
}

/** A cast that arrived this long ago is given up: the count relies on it. */
const TOO_LATE_TO_WRITE = 10_000

export const isInTimeToWrite = (arrivedAt: Date, now: Date): Decision<'write', 'votes.too_slow'> =>
  now.getTime() - arrivedAt.getTime() > TOO_LATE_TO_WRITE
    ? refuse('votes.too_slow')
    : accept('write')
