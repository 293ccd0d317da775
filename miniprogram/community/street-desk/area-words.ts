import { formatDue } from '#shared/clocks/words.ts'
import type { ClockName } from '#shared/clocks/rule.ts'
import type { ComplaintState } from '#shared/complaints/contract.ts'
import type { AreaCard } from '#shared/complaints/lists-contract.ts'
import { dutyOf, formatLate } from '#shared/complaints/rules/clock-words.ts'
import { isOverdue, type Pile } from '#shared/complaints/rules/desk.ts'
import { DAY, formatRemaining, MINUTE } from '#shared/kernel/calendar.ts'

export const PILE_NAMES: Readonly<Record<Pile, string>> = {
  overdue: '已逾期',
  to_accept: '待受理',
  to_visit: '待现场核实',
  in_hand: '办理中',
  in_meeting: '联席会议',
  in_review: '待复核',
  elsewhere: '调解、诉讼、已转部门',
}

/** The clock that ends first in a state of the ladder. */
const CLOCK_OF: Readonly<Partial<Record<ComplaintState, ClockName>>> = {
  routed_street: 'street_accept',
  street_accepted: 'onsite',
  onsite_verified: 'street_handling',
  street_handling: 'street_handling',
  street_meeting: 'joint_meeting',
  district_meeting: 'joint_meeting',
  review: 'review',
}

const NEAR = 3 * DAY

/** Who has to do what by when; what was let pass is said plainly, also once it has been made good. */
export function dueWords(card: AreaCard, now: Date): string {
  const { late = false, breached = false } = card
  return `${clockWords(card, now)}${late && !breached ? '。街道曾经逾期' : ''}`
}

/** After a day nobody counts hours. */
const lateWords = (ms: number): string =>
  ms < DAY ? formatLate(ms / MINUTE) : `${Math.floor(ms / DAY)} 天`

function clockWords(card: AreaCard, now: Date): string {
  const clock = CLOCK_OF[card.state]
  if (clock === undefined || card.dueAt === undefined) return '期限停止计算'
  const { who, act } = dutyOf(clock, card.level)
  const due = new Date(card.dueAt)
  const by = formatDue(due, now)
  if (isOverdue(card, now)) {
    return `${who}应在 ${by} 前${act}，已逾期 ${lateWords(now.getTime() - due.getTime())}`
  }
  if (card.paused === true) return `期限暂停，原定 ${by} 前${act}`
  const left = due.getTime() - now.getTime() < NEAR ? `，${formatRemaining(due, now) ?? ''}` : ''
  return `${who}须在 ${by} 前${act}${left}`
}
