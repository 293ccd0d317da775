import { DAY } from '#shared/kernel/calendar.ts'
import { complaintRefusals } from '../refusals.ts'
import { ComplaintAct, EVENT_OF, MACHINE_KINDS, EventKind } from './acts.ts'
import { actsFor, decide, mayRelease } from './decide.ts'
import { GUARDS } from './guards.ts'
import { actingAs, EARLIER, inState, PEOPLE, Telling, TERMS, type Who } from './life.fixture.ts'
import { LEADS } from './leads.fixture.ts'
import type { Facts, Said } from './life.ts'
import { ComplaintState, STATES } from './states.ts'
import { TRANSITIONS } from './transitions.ts'

type Act = Exclude<ComplaintAct, 'release'>
const ACTS = ComplaintAct.options.filter((act): act is Act => act !== 'release')
const seenCodes = new Set<string>()
const outcome = (telling: Telling, act: Act, who: Who, facts: Partial<Facts> = {}, rest = {}) => {
  const got = telling.try(act, who, facts, rest)
  if (got.startsWith('! ')) seenCodes.add(got.replace('! ', 'complaints.'))
  return got
}

test.each(LEADS)(
  '%s by %s, from %s, leads to %s; from anywhere else it is refused',
  (act, who, from, to) => {
    const others = LEADS.filter((one) => one[0] === act && one[1] === who && one[3] !== to)
    const elsewhere = others.flatMap((one) => one[2].split(' '))
    for (const state of ComplaintState.options.filter((one) => !elsewhere.includes(one))) {
      const got = outcome(inState(state), act, who)
      if (from.split(' ').includes(state))
        expect([state, got]).toEqual([state, to === 'same' ? state : to])
      else expect([state, got.startsWith('! ')]).toEqual([state, true])
    }
  },
)

test('mediation and court begin from any state, closed ones too, by filer, street or district', () => {
  for (const state of ComplaintState.options.filter((one) => one !== 'merged')) {
    for (const who of ['filer', 'street', 'district'] as const) {
      if (state !== 'mediation')
        expect(outcome(inState(state), 'to_mediation', who)).toBe('mediation')
      if (state !== 'litigation')
        expect(outcome(inState(state), 'to_litigation', who)).toBe('litigation')
    }
  }
  expect(outcome(inState('merged'), 'to_litigation', 'filer')).toBe('! merged')
})

test('its filer takes it back from any state that has not ended', () => {
  for (const state of ComplaintState.options) {
    const got = outcome(inState(state), 'withdraw', 'filer')
    expect([state, got.startsWith('!')]).toEqual([state, STATES[state].isClosed])
  }
})

test('nobody but those it belongs to: every act in every state, by who has no part in it', () => {
  const strangers: readonly Who[] = ['neighbour', 'committee']
  for (const state of ComplaintState.options) {
    for (const act of ACTS) {
      for (const who of strangers)
        expect(outcome(inState(state), act, who)).toMatch(/^! not_(filer|handler)$/)
    }
  }
})

test('a message is written or spoken: photos alone say nothing', () => {
  const { life, now } = inState('accepted')
  const say = (said: Omit<Said, 'facts'>) =>
    decide('message', life, { ...said, facts: {} }, actingAs('filer', now), TERMS)
  expect([say({ text: '几点来？' }).ok, say({ voice: 'v1' }).ok]).toEqual([true, true])
  expect(say({ photos: ['p1'] })).toMatchObject({ code: 'complaints.nothing_said' })
  seenCodes.add('complaints.nothing_said')
})

describe('disputes', () => {
  test('the first reopens it where it was resolved, the second goes to review, then there is none', () => {
    const telling = inState('disputed').do('accept', 'clerk').do('resolve', 'clerk')
    expect(outcome(telling, 'dispute', 'filer')).toBe('review')
    telling.do('review', 'street', { verdict: 'not_done' })
    expect(telling.life.state).toBe('street_handling')
    telling.do('resolve', 'street')
    expect(outcome(telling, 'dispute', 'filer')).toBe('! already_disputed')
    expect(outcome(telling, 'confirm', 'filer')).toBe('confirmed')
  })
  test('what the street or the district resolved goes back to them', () => {
    expect(outcome(inState('street_handling').do('resolve', 'street'), 'dispute', 'filer')).toBe(
      'street_handling',
    )
    expect(outcome(inState('district_meeting').do('resolve', 'district'), 'dispute', 'filer')).toBe(
      'district_meeting',
    )
  })
  test('a refusal to accept it can be disputed too', () => {
    expect(outcome(inState('not_accepted'), 'dispute', 'filer')).toBe('review')
  })
  test('two officers review, and neither who resolved it nor one twice', () => {
    const declined = inState('not_accepted').do('dispute', 'filer')
    expect(outcome(declined, 'review', 'street')).toBe('! reviewed_by_you')
    expect(outcome(declined, 'review', 'colleague')).toBe('review')
    expect(outcome(declined, 'review', 'colleague')).toBe('! reviewed_by_you')
    expect(outcome(declined, 'review', 'community')).toBe('closed')
  })
})

describe('going up', () => {
  test('needs a finding of this level, and one carries one step', () => {
    const telling = inState('accepted')
    expect(outcome(telling, 'escalate', 'clerk')).toBe('! finding_required')
    telling.do('find', 'clerk', { finding: 'OUTSIDE_REMIT' })
    expect(outcome(telling, 'escalate', 'clerk')).toBe('routed_street')
    telling.do('accept_at_street', 'street')
    expect(outcome(telling, 'escalate', 'street')).toBe('! finding_required')
    telling.do('find', 'street')
    expect(outcome(telling, 'escalate', 'street')).toBe('street_meeting')
    expect(outcome(telling, 'escalate', 'street')).toBe('! finding_required')
  })
  test('being outside the remit is never a ground to refuse', () => {
    expect(
      outcome(inState('routed_street'), 'decline', 'street', { reason: 'outside_remit' }),
    ).toBe('! outside_remit_goes_on')
  })
  test('the way down from a meeting is its resolution', () => {
    expect(outcome(inState('district_meeting'), 'handle', 'street')).toBe('! not_now')
    expect(outcome(inState('district_meeting'), 'record_meeting', 'district')).toBe(
      'street_handling',
    )
  })
})

// Each refusal that an act can meet, by the shortest way to it.
type Refused = readonly [string, () => Telling, Act, Who, Partial<Facts>?, object?]
const REFUSED: readonly Refused[] = [
  ['not_accepted', () => inState('submitted'), 'reply', 'clerk'],
  ['already_accepted', () => inState('replied'), 'accept', 'clerk'],
  ['already_resolved', () => inState('resolved'), 'reply', 'clerk'],
  ['already_confirmed', () => inState('confirmed'), 'confirm', 'filer'],
  ['already_closed', () => inState('withdrawn'), 'reply', 'street'],
  ['not_resolved', () => inState('replied'), 'confirm', 'filer'],
  ['past_property', () => inState('street_handling'), 'reply', 'clerk'],
  ['not_now', () => inState('mediation'), 'handle', 'street'],
  ['onsite_first', () => inState('street_accepted'), 'handle', 'street'],
  ['onsite_first', () => inState('street_accepted'), 'resolve', 'street'],
  ['not_your_level', () => inState('submitted'), 'accept_at_street', 'clerk'],
  [
    'own_complaint',
    () => inState('submitted'),
    'accept',
    'filer',
    {},
    { roles: ['owner', 'property'] },
  ],
  ['onsite_incomplete', () => inState('street_accepted'), 'record_onsite', 'street', { who: '' }],
  [
    'visit_not_then',
    () => inState('street_accepted'),
    'record_onsite',
    'street',
    { when: '2026-03-20T00:00:00.000Z' },
  ],
  [
    'visit_not_then',
    () => inState('street_accepted'),
    'record_onsite',
    'street',
    { when: '2026-03-09T00:00:00.000Z' },
  ],
  [
    'unknown_department',
    () => inState('street_accepted'),
    'refer',
    'street',
    { department: 'nobody' },
  ],
  ['not_unanswered', () => inState('resolved'), 'close_unanswered', 'community'],
  ['urged_today', () => inState('submitted').do('urge', 'filer'), 'urge', 'filer'],
  ['no_clock_runs', () => inState('replied'), 'pause', 'clerk', { clock: 'onsite' }],
  ['no_clock_paused', () => inState('replied'), 'resume', 'clerk'],
  ['clock_overdue', () => inState('street_handling').wait(60 * DAY), 'pause', 'street'],
  ['merge_not_earlier', () => inState('submitted'), 'merge', 'clerk', {}, { target: undefined }],
  [
    'merge_not_earlier',
    () => inState('submitted'),
    'merge',
    'clerk',
    {},
    { target: { ...EARLIER, filedAt: '2026-03-10T02:00:00.000Z', number: 'N' } },
  ],
  [
    'merge_into_closed',
    () => inState('submitted'),
    'merge',
    'clerk',
    {},
    { target: { ...EARLIER, isOpen: false } },
  ],
  ['not_filer', () => inState('resolved'), 'confirm', 'neighbour'],
]

test.each(REFUSED.map((row) => [row[0], row] as const))(
  '%s',
  (code, [, telling, act, who, facts = {}, rest = {}]) => {
    expect(outcome(telling(), act, who, facts, rest)).toBe(`! ${code}`)
  },
)

test('it is urged once a day, by the day in Shanghai', () => {
  const telling = inState('submitted').do('urge', 'filer')
  telling.do('route', 'filer').wait(14 * 3_600_000)
  expect(outcome(telling, 'urge', 'filer')).toBe('routed_street')
})

test('of two filed at the same moment the number decides which is earlier', () => {
  const same = { filedAt: '2026-03-10T02:00:00.000Z', isOpen: true }
  expect(
    outcome(inState('submitted'), 'merge', 'clerk', {}, { target: { ...same, number: 'L' } }),
  ).toBe('merged')
  expect(
    outcome(inState('submitted'), 'merge', 'clerk', {}, { target: { ...same, number: 'M' } }),
  ).toBe('! merge_not_earlier')
})

test('a full timeline takes no words, yet can be resolved', () => {
  const telling = inState('accepted')
  while (!outcome(telling, 'reply', 'clerk').startsWith('!'));
  expect(telling.life.lastSeq).toBe(59)
  expect(outcome(telling, 'reply', 'clerk')).toBe('! too_many_replies')
  expect(outcome(telling, 'resolve', 'clerk')).toBe('resolved')
})

test('what the content check held is released by the office alone', () => {
  const office = { isFiler: false, roles: ['community'] as const }
  expect(mayRelease(true, office).ok).toBe(true)
  expect(mayRelease(false, office)).toMatchObject({ code: 'complaints.nothing_held' })
  expect(mayRelease(true, { ...office, roles: ['property'] })).toMatchObject({
    code: 'complaints.not_office',
  })
})

test('what is offered is what is then accepted', () => {
  for (const state of ComplaintState.options) {
    const telling = inState(state)
    for (const who of Object.keys(PEOPLE) as Who[]) {
      const offered = actsFor(telling.life, false, actingAs(who, telling.now), TERMS)
      for (const act of ACTS) {
        const { ok } = telling.ask(act, who)
        expect([state, who, act, offered.includes(act)]).toEqual([state, who, act, ok])
      }
    }
  }
})

describe('the tables are whole', () => {
  test('each act has a transition, each event a maker', () => {
    expect(new Set(TRANSITIONS.map(({ act }) => act))).toEqual(new Set(ACTS))
    expect(new Set([...Object.values(EVENT_OF), ...MACHINE_KINDS, 'filed'])).toEqual(
      new Set(EventKind.options),
    )
    const names = TRANSITIONS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
  test('each guard is a sentence with its source, is asked somewhere, and refuses by a whole sentence', () => {
    const asked = new Set(TRANSITIONS.flatMap(({ guards = [] }) => guards))
    for (const [name, { sentence, source, code }] of Object.entries(GUARDS)) {
      expect(asked).toContain(name)
      expect([sentence, source].every((words) => words.length > 0)).toBe(true)
      expect(seenCodes).toContain(code)
    }
  })
  test('every refusal has a whole sentence', () => {
    for (const { detail } of Object.values(complaintRefusals))
      expect(detail).toMatch(/^[\p{L}{].*。$/u)
  })
  test('every state but the ended has an owner, and none of the ended a clock', () => {
    for (const { owner, isClosed, starts, keeps } of Object.values(STATES)) {
      expect(owner === 'nobody').toBe(isClosed)
      if (isClosed) expect([...starts, ...keeps]).toEqual([])
    }
  })
})
