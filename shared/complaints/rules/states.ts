import type { ClockName } from '#shared/clocks/rule.ts'
import * as z from '#shared/kernel/zod.ts'

/**
 * Where a complaint stands (domain A1.1). `submitted` waits for the property once the content check has passed;
 * `disputed` was reopened by its filer and lies with the property again; `closed` ended without a confirmation.
 */
export const ComplaintState = z.enum([
  'submitted',
  'accepted',
  'replied',
  'resolved',
  'disputed',
  'confirmed',
  'routed_street',
  'street_accepted',
  'onsite_verified',
  'street_handling',
  'street_meeting',
  'district_meeting',
  'review',
  'mediation',
  'litigation',
  'referred',
  'closed',
  'not_accepted',
  'withdrawn',
  'merged',
])
export type ComplaintState = z.infer<typeof ComplaintState>

/** Whose authority it is under: the property's, the street's or the district's. */
export const LEVELS = ['property', 'street', 'district'] as const
export type Level = (typeof LEVELS)[number]

/** Who has to act; `nobody` only where it has ended. */
export type Owner = Level | 'filer' | 'mediator' | 'court' | 'department' | 'nobody'

interface StateFacts {
  readonly name: string
  readonly owner: Owner
  /** The authority it comes under on entering; without it, it stays where it was. */
  readonly level?: Level
  /** Clocks that go on if they were running. All others end. */
  readonly keeps: readonly ClockName[]
  /** Clocks that begin here unless they are kept running. */
  readonly starts: readonly ClockName[]
  /** Ended: by the filer, by a recorded decision, or in another complaint. */
  readonly isClosed: boolean
}

const open = (
  name: string,
  owner: Owner,
  rest: Partial<Pick<StateFacts, 'level' | 'keeps' | 'starts'>> = {},
): StateFacts => ({ name, owner, keeps: [], starts: [], isClosed: false, ...rest })

const ended = (name: string): StateFacts => ({
  name,
  owner: 'nobody',
  keeps: [],
  starts: [],
  isClosed: true,
})

const PROPERTY = { level: 'property' } as const
const STREET = { level: 'street' } as const
/** Coming back to it does not begin it anew. */
const HANDLING = { keeps: ['street_handling'], starts: ['street_handling'] } as const
const MEETING = { keeps: ['joint_meeting'], starts: ['joint_meeting'] } as const

/** What each state is. Every state that has not ended has an owner; only the ladder's own states run clocks. */
export const STATES: Readonly<Record<ComplaintState, StateFacts>> = {
  submitted: open('待物业受理', 'property', { ...PROPERTY, starts: ['first_reply', 'resolve'] }),
  accepted: open('物业已受理', 'property', { ...PROPERTY, keeps: ['first_reply', 'resolve'] }),
  replied: open('物业已回复', 'property', { ...PROPERTY, keeps: ['resolve'] }),
  resolved: open('待提出人确认', 'filer'),
  disputed: open('有异议，物业重新办理', 'property', { ...PROPERTY, starts: ['resolve'] }),
  confirmed: ended('已确认办结'),
  routed_street: open('待街道受理', 'street', { ...STREET, starts: ['street_accept'] }),
  street_accepted: open('街道已受理', 'street', {
    ...STREET,
    starts: ['onsite', 'street_handling'],
  }),
  onsite_verified: open('已现场核实', 'street', { ...STREET, keeps: ['street_handling'] }),
  street_handling: open('街道办理中', 'street', { ...STREET, ...HANDLING }),
  street_meeting: open('街道联席会议', 'street', { ...STREET, ...MEETING }),
  district_meeting: open('区级联席会议', 'district', {
    level: 'district',
    starts: ['joint_meeting'],
  }),
  review: open('复核中', 'street', { starts: ['review'] }),
  mediation: open('调解中', 'mediator'),
  litigation: open('诉讼中', 'court'),
  referred: open('已转有关部门', 'department'),
  closed: ended('未经确认结案'),
  not_accepted: ended('不予受理'),
  withdrawn: ended('已撤回'),
  merged: ended('已并入另一件'),
}

export const ownerOf = (state: ComplaintState): Owner => STATES[state].owner

export const isClosed = (state: ComplaintState): boolean => STATES[state].isClosed

export const statesWith = (test: (facts: StateFacts) => boolean): readonly ComplaintState[] =>
  ComplaintState.options.filter((state) => test(STATES[state]))
