import type { ComplaintAct, Party } from './acts.ts'
import type { GuardName } from './guards.ts'
import type { Life } from './life.ts'
import { ComplaintState, statesWith } from './states.ts'

/** Which of several transitions of one act it is: not a question of may or may not. */
export const WHEN = {
  at_property: ({ level }: Life) => level === 'property',
  at_street: ({ level }: Life) => level === 'street',
  at_district: ({ level }: Life) => level === 'district',
  second_dispute: ({ disputes }: Life) => disputes >= 1,
} as const

export interface Transition {
  readonly name: string
  readonly act: Exclude<ComplaintAct, 'release'>
  readonly by: readonly Party[]
  readonly from: readonly ComplaintState[]
  /** `same` where it only adds to the record. */
  readonly to: ComplaintState | 'same'
  /** The first one whose conditions hold is meant. */
  readonly when?: readonly (keyof typeof WHEN)[]
  readonly guards?: readonly GuardName[]
}

const AT_PROPERTY = ['submitted', 'accepted', 'replied', 'disputed'] as const
const TAKEN_ON = ['accepted', 'replied', 'disputed'] as const
const RESOLVED = ['resolved'] as const
const VISITED = ['onsite_verified', 'street_handling', 'street_meeting'] as const
const AT_DISTRICT = ['district_meeting'] as const
const AT_STREET = ['street_accepted', 'onsite_verified', 'street_handling'] as const
const ELSEWHERE = ['mediation', 'litigation', 'referred'] as const
const WITH_STREET = [...AT_STREET, 'street_meeting'] as const
const OPEN = statesWith((facts) => !facts.isClosed)
const WAITING = OPEN.filter((state) => state !== 'resolved')
const FILER = ['filer'] as const
const PROPERTY = ['property'] as const
const STREET = ['street'] as const
const DISTRICT = ['district'] as const
const OFFICES = ['community', 'street'] as const
const ABOVE = ['street', 'district'] as const
const ANYBODY = ['filer', 'street', 'district'] as const
const OFFICERS = ['community', 'street', 'district'] as const
const WORDS = { guards: ['room_for_words'] } as const
const SAYS = { guards: ['words_or_voice', 'room_for_words'] } as const
const VISIT = ['onsite_complete', 'visit_in_the_past'] as const
const REVIEWED = { when: ['second_dispute'], guards: ['dispute_left'] } as const
const FOUND = { guards: ['finding_recorded'] } as const
const MERGE = { guards: ['filed_earlier', 'target_open'] } as const

const way = (
  name: string,
  act: Transition['act'],
  by: Transition['by'],
  from: Transition['from'],
  to: Transition['to'],
  rest: Pick<Transition, 'when' | 'guards'> = {},
): Transition => ({ name, act, by, from, to, ...rest })

/** Every way a complaint may go on by a person's act, in order. */
export const TRANSITIONS: readonly Transition[] = [
  // 服务投诉快速处理机制, S0 二（三）8
  way('property_takes_it_on', 'accept', PROPERTY, ['submitted', 'disputed'], 'accepted'),
  way('property_replies', 'reply', PROPERTY, TAKEN_ON, 'replied', WORDS),
  way('property_resolves', 'resolve', PROPERTY, TAKEN_ON, 'resolved'),
  way('filer_confirms', 'confirm', FILER, RESOLVED, 'confirmed'),
  way('second_dispute', 'dispute', FILER, RESOLVED, 'review', REVIEWED),
  way('dispute_property', 'dispute', FILER, RESOLVED, 'disputed', { when: ['at_property'] }),
  way('dispute_street', 'dispute', FILER, RESOLVED, 'street_handling', { when: ['at_street'] }),
  way('dispute_district', 'dispute', FILER, RESOLVED, 'district_meeting', {
    when: ['at_district'],
  }),
  way('dispute_refusal', 'dispute', FILER, ['not_accepted'], 'review', {
    guards: ['dispute_left'],
  }),
  // S2 第五部分 begins with 街道受理: going there directly is never conditional
  way('filer_goes_to_street', 'route', FILER, AT_PROPERTY, 'routed_street'),
  way('office_takes_up', 'route', OFFICES, AT_PROPERTY, 'routed_street'),
  way('street_accepts', 'accept_at_street', STREET, ['routed_street'], 'street_accepted'),
  way('onsite_first', 'record_onsite', OFFICES, ['street_accepted'], 'onsite_verified', {
    guards: VISIT,
  }),
  way('onsite_again', 'record_onsite', OFFICES, VISITED, 'same', {
    guards: [...VISIT, 'room_for_words'],
  }),
  way('street_handles', 'handle', STREET, ['onsite_verified'], 'street_handling'),
  way('street_replies', 'reply', STREET, [...WITH_STREET, ...ELSEWHERE], 'same', WORDS),
  way('district_replies', 'reply', DISTRICT, AT_DISTRICT, 'same', WORDS),
  way('street_resolves', 'resolve', STREET, [...VISITED, ...ELSEWHERE], 'resolved'),
  way('district_resolves', 'resolve', DISTRICT, [...AT_DISTRICT, ...ELSEWHERE], 'resolved'),
  // A finding, then the way up: S2 工作要求（三）
  way('property_finds', 'find', PROPERTY, TAKEN_ON, 'same', WORDS),
  way('street_finds', 'find', STREET, WITH_STREET, 'same', WORDS),
  way('district_finds', 'find', DISTRICT, AT_DISTRICT, 'same', WORDS),
  way('property_hands_up', 'escalate', PROPERTY, TAKEN_ON, 'routed_street', FOUND),
  way('to_street_meeting', 'escalate', STREET, AT_STREET, 'street_meeting', FOUND),
  way('to_district_meeting', 'escalate', STREET, ['street_meeting'], 'district_meeting', FOUND),
  // 联席会议: going down again needs its resolution (A1.1 guard 4)
  way('street_meets', 'record_meeting', STREET, ['street_meeting'], 'street_handling'),
  way('district_meets', 'record_meeting', DISTRICT, AT_DISTRICT, 'street_handling'),
  way('to_mediation', 'to_mediation', ANYBODY, allBut('mediation'), 'mediation'),
  way('to_court', 'to_litigation', ANYBODY, allBut('litigation'), 'litigation'),
  way('back_on_the_ladder', 'take_back', ANYBODY, ELSEWHERE, 'street_handling'),
  way('to_department', 'refer', ABOVE, [...WITH_STREET, ...AT_DISTRICT], 'referred', {
    guards: ['known_department'],
  }),
  way('street_declines', 'decline', STREET, ['routed_street', 'street_accepted'], 'not_accepted', {
    guards: ['within_ladder'],
  }),
  way('filer_withdraws', 'withdraw', FILER, OPEN, 'withdrawn'),
  way('property_merges', 'merge', PROPERTY, AT_PROPERTY, 'merged', MERGE),
  way('office_merges', 'merge', OFFICES, WAITING, 'merged', MERGE),
  way('closed_unanswered', 'close_unanswered', ['community'], RESOLVED, 'closed', {
    guards: ['unanswered_long_enough'],
  }),
  // The second officer's opinion decides: see `afterReview`.
  way('officer_reviews', 'review', OFFICERS, ['review'], 'same', { guards: ['other_reviewer'] }),
  way('filer_urges', 'urge', FILER, WAITING, 'same', {
    guards: ['not_urged_today', 'room_for_words'],
  }),
  ...clockWays('pause', ['clock_runs', 'not_overdue', 'room_for_words']),
  ...clockWays('resume', ['clock_paused']),
  way('staff_notes', 'note', ['property', ...OFFICERS], OPEN, 'same', WORDS),
  way('filer_says', 'message', FILER, OPEN, 'same', SAYS),
  way('property_says', 'message', PROPERTY, [...AT_PROPERTY, ...RESOLVED], 'same', SAYS),
  way('officer_says', 'message', OFFICERS, OPEN, 'same', SAYS),
]

/** 民事诉讼 is never conditional: not even on the file being open. A merged one goes on in the other. */
function allBut(state: ComplaintState): readonly ComplaintState[] {
  return ComplaintState.options.filter((one) => one !== 'merged' && one !== state)
}

/** Whose authority it is under pauses its clocks and lets them go on. */
function clockWays(act: 'pause' | 'resume', guards: readonly GuardName[]): readonly Transition[] {
  return [
    way(`property_${act}s`, act, PROPERTY, AT_PROPERTY, 'same', { guards }),
    way(`street_${act}s`, act, STREET, [...WITH_STREET, 'routed_street'], 'same', { guards }),
    way(`district_${act}s`, act, DISTRICT, AT_DISTRICT, 'same', { guards }),
  ]
}
