import type { BindingEvent, MyBinding, QueueCard } from '#shared/bindings/views.ts'
import {
  END_NAMES,
  EVENT_NAMES,
  EVIDENCE_NAMES,
  GROUND_NAMES,
  REJECT_NAMES,
  type CodeFor,
  type EndReason,
  type Evidence,
  type Match,
  type RejectReason,
  type Relation,
  type Status,
} from '#shared/bindings/terms.ts'
import type { TimelineEntry } from '#miniprogram/platform/ui/timeline.tsx'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'

interface Word {
  readonly word: string
  readonly tone: Tone
}

export const RELATION_NAMES: Readonly<Record<Relation, string>> = {
  owner: '业主',
  co_owner: '共有人',
  tenant: '租户',
  family: '家人',
  helper: '代办人',
}

export const CODE_NAMES: Readonly<Record<CodeFor, string>> = {
  owner: '业主',
  tenant: '租户',
  family: '家人',
  helper: '代办人',
}

export const STATUS_WORDS: Readonly<Record<Status, Word>> = {
  waiting: { word: '等待核实', tone: 'blue' },
  claimed: { word: '待核实', tone: 'amber' },
  verified: { word: '已核实', tone: 'jade' },
  rejected: { word: '没有通过', tone: 'red' },
  appealed: { word: '申诉中', tone: 'blue' },
  ended: { word: '已结束', tone: 'grey' },
}

export const MATCH_WORDS: Readonly<Record<Match, Word>> = {
  match: { word: '姓名和手机号都一致', tone: 'jade' },
  name_only: { word: '姓名一致，手机号不一致', tone: 'amber' },
  phone_only: { word: '手机号一致，姓名不一致', tone: 'amber' },
  none: { word: '姓名和手机号都对不上', tone: 'red' },
}

const OWNERS: readonly Relation[] = ['owner', 'co_owner']

export const isOwner = ({ relation }: { readonly relation: Relation }): boolean =>
  OWNERS.includes(relation)

/** How a binding stands, and what its person can do now: the whole answer in a breath. */
export function standingSentence(binding: Pick<MyBinding, 'status' | 'relation'>): string {
  const { status } = binding
  if (status === 'verified') return verifiedSentence(binding)
  return WHAT_NOW[status]
}

const WHAT_NOW: Readonly<Record<Exclude<Status, 'verified'>, string>> = {
  waiting: '已收到。姓名或手机号和名册对不上，要由业委会或社区核实，通过后才算绑定。',
  claimed:
    '姓名和手机号与名册一致，已先绑定。现在能投诉、看公告和账单；业委会或社区核实通过后才能投票。',
  rejected: '这次没有通过。',
  appealed: '已收到申诉，由社区另一位工作人员复核，结果会写在这里。',
  ended: '这条绑定已经结束，记录保留。',
}

function verifiedSentence(binding: Pick<MyBinding, 'relation'>): string {
  if (isOwner(binding)) return '已核实。能投票、投诉、看账单，也能添加租户、家人和代办人。'
  if (binding.relation === 'helper') {
    return '您可以替本人提交投诉，每次都会写明由您代为提交。是否办好由本人确认；投票由业主本人进行，请人代投要有书面委托。'
  }
  return binding.relation === 'family'
    ? '您可以投诉、看公告，也能请人替自己提交投诉。投票由业主进行。'
    : '您可以投诉、看公告。投票由业主进行。'
}

const REASON_NAMES: Readonly<Record<RejectReason | EndReason, string>> = {
  ...REJECT_NAMES,
  ...END_NAMES,
}
export const reasonWords = (reason: RejectReason | EndReason): string => REASON_NAMES[reason]

/** `不动产权证书，号码后四位 1234`. */
const evidenceWords = ({ kind, last4 }: Evidence): string =>
  last4 === undefined ? EVIDENCE_NAMES[kind] : `${EVIDENCE_NAMES[kind]}，号码后四位 ${last4}`

/** Latest first, as everything that happened to a home is told. */
export const entriesOf = (history: readonly BindingEvent[]): readonly TimelineEntry[] =>
  [...history].reverse().map(({ seq, at, kind, by, ...why }) => ({
    key: seq,
    at,
    role: by.role,
    name: by.name,
    what: kind === 'added' ? '成为租户、家人或代办人' : EVENT_NAMES[kind],
    text: whyWords(why),
  }))

function whyWords({
  ground,
  evidence,
  reason,
  words,
}: Pick<BindingEvent, 'ground' | 'evidence' | 'reason' | 'words'>): string {
  return [
    ground && ground !== 'listed' ? `情况：${GROUND_NAMES[ground]}` : '',
    evidence ? `依据：${evidenceWords(evidence)}` : '',
    reason ? `原因：${reasonWords(reason)}` : '',
    words ?? '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** What an officer sees first of a home in the queue. */
export function queueWord({ contested, claims }: QueueCard): Word {
  if (contested) return { word: '多人认领', tone: 'red' }
  if (claims.some(({ status }) => status === 'appealed')) return { word: '申诉', tone: 'amber' }
  const [first] = claims
  return first?.match === 'match'
    ? { word: '与名册一致', tone: 'jade' }
    : { word: '要看材料', tone: 'amber' }
}

/** `陈** 、李**`: who says so, and how far it agrees with the register. */
export const queueNote = ({ claims }: QueueCard): string =>
  claims.map(({ name, match }) => `${name}：${MATCH_WORDS[match].word}`).join('；')
