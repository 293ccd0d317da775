import { formatDue } from '#shared/clocks/words.ts'
import { formatDay, formatTime } from '#shared/kernel/calendar.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import type { ComplaintEvent } from '../views.ts'
import type { EventKind } from './acts.ts'
import { clockTitle, formatLate, pauseWords } from './clock-words.ts'
import type { DeclineReason, Finding } from './life.ts'
import { departmentName } from './names.ts'
import { DEPARTMENTS } from './routing.ts'
import type { ComplaintState } from './states.ts'

/** An event in plain words: what was done, and beneath it what belongs to it, a line each. */
export interface Told {
  readonly what: string
  readonly lines: readonly string[]
}

export interface About {
  readonly now: Date
  /** Of the community's routing table; without it, the common one. */
  readonly departments?: readonly { readonly id: string; readonly name: string }[] | undefined
  readonly channel?: 'APP' | 'WINDOW' | 'PHONE' | undefined
}

type Facts = NonNullable<ComplaintEvent['facts']>
type Tell = (facts: Facts, about: About) => Told

const FINDING_WORDS: Readonly<Record<Finding, string>> = {
  WITHIN_REMIT_UNSOLVABLE: '属于本级职责，但确实无法解决',
  OUTSIDE_REMIT: '不属于本级职责',
}

const DECLINE_WORDS: Readonly<Record<DeclineReason, string>> = {
  nothing_to_check: '没有可以核实的内容',
  decided_by_court: '法院已经作出裁判',
  settled_before: '同一件事以前已经办结',
  outside_remit: '不属于本级职责',
}

/** What happened, in a sentence that begins with who did it. */
export function tellEvent({ kind, facts = {}, through }: ComplaintEvent, about: About): Told {
  if (kind === 'filed' && through) {
    return { what: `提交，由${through.role} ${through.name} 代为提交`, lines: [] }
  }
  return TELL[kind](facts, about)
}

const say =
  (what: string, ...lines: readonly string[]): Tell =>
  () => ({ what, lines })

const FILED = { APP: '提交', WINDOW: '到社区窗口提交', PHONE: '打电话提交' } as const

const labelled = (label: string, value: string | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : [`${label}：${value}`]

const day = (value: string | undefined, now: Date): string | undefined =>
  value === undefined ? undefined : formatDay(value, now)

const due = ({ due: time }: Facts, now: Date): string | undefined =>
  time === undefined ? undefined : formatDue(new Date(time), now)

const late = ({ lateMinutes }: Facts): string =>
  lateMinutes === undefined || lateMinutes < 1 ? '刚过期' : `过期 ${formatLate(lateMinutes)}`

const ofClock = (facts: Facts, now: Date): readonly string[] =>
  labelled(`${clockTitle(facts.clock)}期限`, due(facts, now))

const paused = (facts: Facts): string =>
  facts.clock === undefined ? '全部期限' : `${clockTitle(facts.clock)}期限`

const DISPUTED: Readonly<Partial<Record<ComplaintState, string>>> = {
  disputed: '提出异议，物业重新办理',
  street_handling: '提出异议，街道重新办理',
  district_meeting: '提出异议，区县重新办理',
  review: '再次提出异议，交两名工作人员复核',
}
const ESCALATED: Readonly<Partial<Record<ComplaintState, string>>> = {
  routed_street: '上交街道',
  street_meeting: '提请街道召开联席会议',
  district_meeting: '提请区县召开联席会议',
}
const by = (
  words: Readonly<Partial<Record<ComplaintState, string>>>,
  otherwise: string,
  { to }: Facts,
): string => (to === undefined ? otherwise : (words[to] ?? otherwise))

/** What a person without an account said at the window stands in the officer's name. */
const told =
  (what: string, forFiler: string): Tell =>
  (facts) => ({ what: facts.forFiler === true ? forFiler : what, lines: [] })

const TELL: Readonly<Record<EventKind, Tell>> = {
  filed: (_, { channel = 'APP' }) => ({ what: FILED[channel], lines: [] }),
  opened: ({ to }) => ({
    what: `内容检查通过，已送到${to === 'routed_street' ? '街道' : '办理单位'}`,
    lines: [],
  }),
  accepted: say('受理了，开始办理'),
  replied: say('答复'),
  resolved: say('说已经办完，等居民确认'),
  disputed: (facts) => ({
    what: by(DISPUTED, '提出异议', facts),
    lines: facts.forFiler === true ? ['本人说的，由工作人员记下'] : [],
  }),
  confirmed: say('确认办好了'),
  routed: say('转到街道，由街道受理'),
  accepted_at_street: say('受理了，接下来到现场核实'),
  onsite_recorded: ({ who, when, where }, { now }) => ({
    what: '记录了现场核实',
    lines: [
      ...labelled('到场的人', who),
      ...labelled('时间', when === undefined ? undefined : formatTime(new Date(when), now)),
      ...labelled('地点', where),
    ],
  }),
  handling: say('开始办理'),
  found: ({ finding, approver }) => ({
    what: '写明结论',
    lines: [
      ...labelled('结论', finding && FINDING_WORDS[finding]),
      ...labelled('审核人', approver),
    ],
  }),
  escalated: (facts) => ({
    what: by(ESCALATED, '上交一级', facts),
    lines: labelled('依据', facts.finding && FINDING_WORDS[facts.finding]),
  }),
  timed_out: (facts, { now }) => ({
    what: '逾期，自动转到街道',
    lines: [...ofClock(facts, now), ...labelled('转街道时', late(facts))],
  }),
  meeting_recorded: ({ heldOn, attendees, responsible, dueOn }, { now }) => ({
    what: '记录了联席会议的决议，由街道落实',
    lines: [
      ...labelled('开会', day(heldOn, now)),
      ...labelled('参加', attendees),
      ...labelled('谁负责', responsible),
      ...labelled('完成期限', day(dueOn, now)),
    ],
  }),
  mediation_begun: ({ body }) => ({
    what: '转去调解，期限停止计算，案卷保留',
    lines: labelled('调解单位', body),
  }),
  litigation_begun: ({ body, caseNumber }) => ({
    what: '走诉讼途径，期限停止计算，案卷保留',
    lines: [...labelled('法院', body), ...labelled('案号', caseNumber)],
  }),
  taken_back: say('转回街道，继续办理'),
  referred: ({ department }, { departments = DEPARTMENTS }) => ({
    what: `转给有关部门：${departmentName(departments, department)}`,
    lines: [],
  }),
  declined: ({ reason }) => ({
    what: '不予受理',
    lines: labelled('理由', reason && DECLINE_WORDS[reason]),
  }),
  withdrawn: say('撤回了投诉'),
  merged: ({ into }) => ({
    what: '并入更早的一件，一起办理',
    lines: labelled('并入编号', into && formatNumber(into)),
  }),
  closed_unanswered: say('因多次提醒没有答复，记录后结案，不计为满意'),
  reviewed: ({ verdict, to }) => ({ what: reviewed(verdict, to), lines: [] }),
  urged: say('催办'),
  paused: (facts) => ({
    what: '暂停计时',
    lines: [
      ...labelled('暂停的', paused(facts)),
      ...labelled('原因', facts.pause && pauseWords(facts.pause)),
    ],
  }),
  resumed: (facts) => ({ what: `恢复计时：${paused(facts)}`, lines: [] }),
  noted: say('写了内部备注'),
  said: told('留言', '记下本人说的话'),
  warned: (facts, { now }) => ({ what: '提醒：期限快到了', lines: ofClock(facts, now) }),
  breached: (facts, { now }) => ({
    what: `${clockTitle(facts.clock)}期限已过，记为逾期`,
    lines: [...ofClock(facts, now), ...labelled('记录时', late(facts))],
  }),
  reminded: say('提醒提出人确认是否办好'),
  recomputed: say('节假日安排公布，期限重新计算'),
  clocks_begun: say('提交时还没有期限，从现在起按本小区的期限计算'),
  came_back: say('并入的那件不再办理，这件恢复单独办理，期限重新计算'),
}

function reviewed(verdict: Facts['verdict'], to: ComplaintState | undefined): string {
  if (verdict === 'not_done') return '复核认为没有办好，转回街道办理'
  return to === 'closed' ? '复核认为已经办好，两人意见一致，结案' : '复核认为已经办好'
}
