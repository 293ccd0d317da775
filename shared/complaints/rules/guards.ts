import type { ClockState } from '#shared/clocks/clock.ts'
import { DAY, dayOf, MINUTE } from '#shared/kernel/calendar.ts'
import type { Params } from '#shared/kernel/decision.ts'
import type { ComplaintCode } from './codes.ts'
import type { Acting, Life, Said } from './life.ts'

/** Disputes a filer has for one complaint: the first reopens it, the second has it reviewed. */
export const DISPUTES = 2

/** Days after which a resolution nobody answered may be closed, and reminders before that. Ours, as no document has one. */
export const UNANSWERED_DAYS = 15
export const REMINDERS = 2

/** Officers who must agree on a second dispute. */
export const REVIEWERS = 2

/** A timeline of this length takes no more words: one read of at most 1 MB must hold the complaint whole. */
const MOST_ENTRIES = 60

/** A phone's clock may be this far ahead of ours. */
const LENIENCY = 5 * MINUTE

interface Case {
  readonly life: Life
  readonly said: Said
  readonly acting: Acting
}

export interface Guard {
  /** What must hold, as a sentence of the by-laws. */
  readonly sentence: string
  /** Where it stands; `J` where it is our own choice. */
  readonly source: string
  readonly code: ComplaintCode
  readonly holds: (of: Case) => boolean
  readonly params?: (of: Case) => Params
}

const guard = (guard: Guard): Guard => guard
const isGiven = (text: string | undefined): boolean => text !== undefined && text !== ''

export const GUARDS = {
  dispute_left: guard({
    sentence: '一件投诉先重办一次、再复核一次，之后不再重复',
    source: 'A1.1 REOPENED；J',
    code: 'complaints.already_disputed',
    holds: ({ life }) => life.disputes < DISPUTES,
  }),
  finding_recorded: guard({
    sentence: '上交之前，本级已写明确实无法解决或不属于本级职责',
    source: 'S2 工作要求（三）',
    code: 'complaints.finding_required',
    holds: ({ life }) => life.finding?.level === life.level,
  }),
  onsite_complete: guard({
    sentence: '现场核实记明谁、何时、何地，并有记录或照片',
    source: 'S2 第五部分；A1.1 守则 3',
    code: 'complaints.onsite_incomplete',
    holds: ({ said }) =>
      isGiven(said.facts.who) &&
      isGiven(said.facts.where) &&
      isGiven(said.facts.when) &&
      (isGiven(said.text) || (said.photos ?? []).length > 0),
  }),
  words_or_voice: guard({
    sentence: '留言要么写字，要么说话',
    source: 'J',
    code: 'complaints.nothing_said',
    holds: ({ said }) => isGiven(said.text) || said.voice !== undefined,
  }),
  visit_in_the_past: guard({
    sentence: '现场核实的时间在提交之后、现在之前',
    source: 'J',
    code: 'complaints.visit_not_then',
    holds: ({ life, said, acting }) => {
      const when = Date.parse(said.facts.when ?? '')
      return when >= Date.parse(life.filedAt) && when <= acting.at.getTime() + LENIENCY
    },
  }),
  within_ladder: guard({
    sentence: '不属于本级职责不是不受理的理由，继续上交或转有关部门',
    source: 'S2 工作要求（三）；A1.1 守则 4',
    code: 'complaints.outside_remit_goes_on',
    holds: ({ said }) => said.facts.reason !== 'outside_remit',
  }),
  known_department: guard({
    sentence: '转办对象在职责分工表里',
    source: 'S4 附件 1',
    code: 'complaints.unknown_department',
    holds: ({ said, acting }) => acting.departments.includes(said.facts.department ?? ''),
  }),
  unanswered_long_enough: guard({
    sentence: '办结满 15 天且提醒过两次，才可按未答复结案',
    source: 'A1.1 守则 5；J',
    code: 'complaints.not_unanswered',
    holds: ({ life, acting }) =>
      life.reminders.length >= REMINDERS &&
      acting.at.getTime() >= Date.parse(life.resolvedAt ?? '') + UNANSWERED_DAYS * DAY,
    params: () => ({ days: UNANSWERED_DAYS, reminders: REMINDERS }),
  }),
  other_reviewer: guard({
    sentence: '复核由两名不同的、没有办过这件投诉的人作出',
    source: '复核；J',
    code: 'complaints.reviewed_by_you',
    holds: ({ life, acting }) =>
      !life.resolvers.includes(acting.person) &&
      !life.reviews.some(({ person }) => person === acting.person),
  }),
  not_urged_today: guard({
    sentence: '催办一天一次',
    source: 'J',
    code: 'complaints.urged_today',
    holds: ({ life, acting }) => life.urgedOn !== dayOf(acting.at),
  }),
  clock_runs: guard({
    sentence: '只有正在计时的期限可以暂停',
    source: 'J',
    code: 'complaints.no_clock_runs',
    holds: ({ life, said }) => hasClock(life, said, ['running', 'breached']),
  }),
  not_overdue: guard({
    sentence: '已经到期的期限不能再暂停：暂停不能用来躲避期限',
    source: 'J',
    code: 'complaints.clock_overdue',
    holds: ({ life, said }) => hasClock(life, said, ['running']),
  }),
  clock_paused: guard({
    sentence: '只有暂停的期限可以恢复',
    source: 'J',
    code: 'complaints.no_clock_paused',
    holds: ({ life, said }) => hasClock(life, said, ['paused']),
  }),
  room_for_words: guard({
    sentence: '一件投诉的记录不超过 60 条',
    source: 'J',
    code: 'complaints.too_many_replies',
    holds: ({ life }) => life.lastSeq + 1 < MOST_ENTRIES,
    params: () => ({ most: MOST_ENTRIES }),
  }),
  filed_earlier: guard({
    sentence: '只能并入更早提交的一件；时间相同按编号',
    source: 'J',
    code: 'complaints.merge_not_earlier',
    holds: ({ life, acting }) =>
      acting.target !== undefined && isEarlier(acting.target, { ...life, number: acting.number }),
  }),
  target_open: guard({
    sentence: '已经结束的投诉不再并入别的',
    source: 'J',
    code: 'complaints.merge_into_closed',
    holds: ({ acting }) => acting.target?.isOpen === true,
  }),
} as const

export type GuardName = keyof typeof GUARDS

interface Filed {
  readonly filedAt: string
  readonly number: string
}

/** The order of merging: by time, then by number. It is total, so no cycle can be written. */
const isEarlier = (a: Filed, b: Filed): boolean =>
  a.filedAt === b.filedAt ? a.number < b.number : a.filedAt < b.filedAt

const hasClock = ({ clocks }: Life, { facts }: Said, states: readonly ClockState[]): boolean =>
  clocks.some(
    ({ name, state }) =>
      states.includes(state) && (facts.clock === undefined || name === facts.clock),
  )
