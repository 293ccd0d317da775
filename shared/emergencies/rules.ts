import { DAY, MINUTE } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'
import { stepsOf, type Kind, type Step } from './kinds.ts'
import type { emergencyRefusals } from './refusals.ts'

export const STATE_NAMES = {
  reported: '待核实',
  confirmed: '已核实',
  handling: '处置中',
  restored: '已恢复',
  reviewed: '已复盘',
  dismissed: '不属实',
} as const
export type State = keyof typeof STATE_NAMES
export const STATES = Object.keys(STATE_NAMES) as [State, ...State[]]

export const ACTS = ['confirm', 'dismiss', 'handle', 'expect', 'restore', 'review'] as const
export type Act = (typeof ACTS)[number]

/** `remind` is the clock's. */
export const EVENT_NAMES = {
  report: '上报',
  confirm: '核实属实',
  dismiss: '认定不属实',
  handle: '开始处置',
  expect: '预计恢复时间',
  restore: '恢复正常',
  review: '复盘',
  remind: '超时没有人核实，已报区县',
} as const
export const EVENTS = Object.keys(EVENT_NAMES) as [EventKind, ...EventKind[]]
export type EventKind = keyof typeof EVENT_NAMES

export type Party = 'property' | 'community' | 'street'
const EVERYBODY: readonly Party[] = ['property', 'community', 'street']
const OFFICES: readonly Party[] = ['community', 'street']

interface Transition {
  readonly act: Act
  readonly from: State
  readonly to: State
  readonly by: readonly Party[]
}

export const TRANSITIONS: readonly Transition[] = [
  { act: 'confirm', from: 'reported', to: 'confirmed', by: EVERYBODY },
  { act: 'dismiss', from: 'reported', to: 'dismissed', by: EVERYBODY },
  // What the property has put aside, the offices may take up again; what it has confirmed, it may not take back alone.
  { act: 'confirm', from: 'dismissed', to: 'confirmed', by: OFFICES },
  { act: 'dismiss', from: 'confirmed', to: 'dismissed', by: OFFICES },
  { act: 'handle', from: 'confirmed', to: 'handling', by: EVERYBODY },
  { act: 'expect', from: 'confirmed', to: 'confirmed', by: EVERYBODY },
  { act: 'expect', from: 'handling', to: 'handling', by: EVERYBODY },
  { act: 'restore', from: 'confirmed', to: 'restored', by: EVERYBODY },
  { act: 'restore', from: 'handling', to: 'restored', by: EVERYBODY },
  { act: 'review', from: 'restored', to: 'reviewed', by: OFFICES },
]

/** No document says how soon; they say 及时. */
export const CONFIRM_WITHIN = {
  minutes: 30,
  source: '本产品默认：30 分钟没有人核实，再通知一次并报区县',
  confidence: 'ours',
} as const

/** Of a household, so that nobody can flood the offices. Ours. */
export const REPORTS_A_DAY = 3
/** An expected time further away is a typing mistake. Ours. */
const EXPECTED_WITHIN = 30 * DAY
/** More would not fit into an item. */
const MOST_EVENTS = 60

/** What its events come to. Instants are ISO. */
export interface Life {
  readonly kind: Kind
  readonly state: State
  readonly reportedAt: string
  readonly lastSeq: number
  readonly reminded: boolean
  readonly expectedAt?: string | undefined
  readonly restoredAt?: string | undefined
}

export interface LifeEvent {
  readonly seq: number
  readonly kind: EventKind
  readonly at: string
  readonly to: State
  /** When it should be over, of `expect`. */
  readonly until?: string | undefined
}

type Code = keyof typeof emergencyRefusals

/** As whom somebody acts. */
export const partyOf = (role: Role | undefined): Party | undefined => {
  if (role === 'property' || role === 'manager') return 'property'
  return role === 'community' || role === 'street' ? role : undefined
}
export const partiesOf = (roles: readonly Role[]): readonly Party[] =>
  EVERYBODY.filter((party) => roles.some((role) => partyOf(role) === party))

/** A property is no judge of whether it walks out. */
const isJudge = (party: Party | undefined, kind: Kind): boolean =>
  party !== undefined && (kind !== 'exit' || party !== 'property')

/** Who would confirm it has done so by reporting it. */
export const begun = (kind: Kind, by: Party | undefined, at: string): LifeEvent => ({
  ...{ seq: 1, kind: 'report', at },
  to: isJudge(by, kind) ? 'confirmed' : 'reported',
})

export function decide(
  act: Act,
  life: Life,
  parties: readonly Party[],
  now: Date,
  until?: string,
): Decision<LifeEvent, Code> {
  const open = TRANSITIONS.filter(({ act: name, from }) => name === act && from === life.state)
  if (open.length === 0) {
    return refuse('emergencies.not_now', {
      state: STATE_NAMES[life.state],
      act: EVENT_NAMES[act],
    })
  }
  const found = open.find(({ by }) =>
    by.some((party) => parties.includes(party) && isJudge(party, life.kind)),
  )
  if (!found) return refuse('emergencies.not_yours')
  if (life.lastSeq >= MOST_EVENTS) return refuse('emergencies.too_many_changes')
  const left = until === undefined ? 1 : Date.parse(until) - now.getTime()
  if (left <= 0 || left > EXPECTED_WITHIN) return refuse('emergencies.bad_time')
  const at = now.toISOString()
  const event = { seq: life.lastSeq + 1, kind: act, at, to: found.to }
  return accept(until === undefined ? event : { ...event, until })
}

export const actsFor = (life: Life, parties: readonly Party[], now: Date): Act[] =>
  ACTS.filter((act) => decide(act, life, parties, now).ok)

export function mayTick(kind: Kind, state: State, step: Step): Decision<true, Code> {
  if (!stepsOf(kind).includes(step)) return refuse('emergencies.no_such_step')
  if (state !== 'reviewed' && state !== 'dismissed') return accept(true)
  return refuse('emergencies.not_now', { state: STATE_NAMES[state], act: '勾选步骤' })
}

export const applied = (life: Life, { seq, kind, at, to, until }: LifeEvent): Life => ({
  ...life,
  state: to,
  lastSeq: seq,
  reminded: life.reminded || kind === 'remind',
  expectedAt: until ?? life.expectedAt,
  restoredAt: kind === 'restore' ? at : life.restoredAt,
})

export const bornOf = (kind: Kind, first: LifeEvent): Life => ({
  ...{ kind, state: first.to, reportedAt: first.at, lastSeq: first.seq, reminded: false },
})

/** When whoever should confirm is told again, and the district with them. */
export const remindAt = ({ state, reminded, reportedAt }: Life): Date | undefined =>
  state === 'reported' && !reminded
    ? new Date(Date.parse(reportedAt) + CONFIRM_WITHIN.minutes * MINUTE)
    : undefined

/** What the clock has done by now. */
export function reminder(life: Life, now: Date): LifeEvent | undefined {
  const due = remindAt(life)
  if (!due || due.getTime() > now.getTime()) return undefined
  return { seq: life.lastSeq + 1, kind: 'remind', at: now.toISOString(), to: life.state }
}

export const isOver = ({ state }: Pick<Life, 'state'>): boolean =>
  state === 'reviewed' || state === 'dismissed'

/** Who sees what nobody has confirmed, and who did what. */
export const isInCharge = (roles: readonly Role[]): boolean =>
  can(roles, 'emergency:handle') || can(roles, 'emergency:area')

/** Neighbours see what has been confirmed: a false alarm is nobody's news. */
export const isPublic = (state: State): boolean => state !== 'reported' && state !== 'dismissed'
