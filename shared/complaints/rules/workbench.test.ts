import { inState, actingAs, type Who } from './life.fixture.ts'
import type { ComplaintState } from './states.ts'
import { isInQueue, mayAssign, WORK_QUEUES } from './workbench.ts'

const NOW = new Date('2026-11-24T02:00:00.000Z')

test.each<[string, Parameters<typeof isInQueue>[1], boolean, string]>([
  ['is late by a moment', { state: 'accepted', dueAt: NOW.toISOString() }, false, 'overdue open'],
  [
    'is due in exactly a day',
    { state: 'replied', dueAt: '2026-11-25T02:00:00.000Z' },
    true,
    'due_soon mine open',
  ],
  ['is due a moment later', { state: 'replied', dueAt: '2026-11-25T02:00:00.001Z' }, false, 'open'],
  [
    'stands still: what is late about it is not ours',
    { state: 'accepted', dueAt: '2026-11-20T02:00:00.000Z', paused: true },
    false,
    'waiting open',
  ],
  ['was just filed', { state: 'submitted' }, false, 'unaccepted open'],
  ['came back', { state: 'disputed' }, true, 'mine unaccepted open'],
])('what %s stands in its queues', (_, card, isMine, queues) => {
  expect(WORK_QUEUES.filter((queue) => isInQueue(queue, card, isMine, NOW)).join(' ')).toBe(queues)
})

const given = (
  state: ComplaintState,
  who: Who,
  giving = {},
  last?: Parameters<typeof mayAssign>[3],
) => {
  const { life, now } = inState(state)
  const decision = mayAssign(life, actingAs(who, now), { person: who, to: 'anna', ...giving }, last)
  return decision.ok ? 'given' : decision.code
}

test.each<[ComplaintState, Who, string]>([
  ['submitted', 'clerk', 'given'],
  ['disputed', 'manager', 'given'],
  ['accepted', 'street', 'complaints.not_your_level'],
  ['accepted', 'neighbour', 'complaints.not_handler'],
  ['accepted', 'filer', 'complaints.not_handler'],
  ['resolved', 'clerk', 'complaints.already_resolved'],
  ['routed_street', 'clerk', 'complaints.past_property'],
  ['withdrawn', 'clerk', 'complaints.already_closed'],
  ['merged', 'clerk', 'complaints.merged'],
  ['confirmed', 'clerk', 'complaints.already_confirmed'],
])('in %s by %s: %s', (state, who, outcome) => expect(given(state, who)).toBe(outcome))

test('nobody is given what they filed themselves', () => {
  expect(given('accepted', 'clerk', { isOfColleague: true })).toBe('complaints.of_colleague')
})

const OTHERS = { at: '2026-11-24T01:00:00.000Z', to: 'ben', by: 'manager' }

test.each([
  ['before the list was made', { seenAt: '2026-11-24T01:30:00.000Z' }, 'given'],
  ['since then', { seenAt: '2026-11-24T00:30:00.000Z' }, 'complaints.assigned_meanwhile'],
  ['since then, to the same', { seenAt: '2026-11-24T00:30:00.000Z', to: 'ben' }, 'given'],
  ['at an unknown time', {}, 'given'],
])('what another gave away %s', (_, giving, outcome) => {
  expect(given('accepted', 'clerk', giving, OTHERS)).toBe(outcome)
})

test('one’s own choice is changed freely', () => {
  const mine = { ...OTHERS, by: 'clerk' }
  expect(given('accepted', 'clerk', { seenAt: '2026-11-24T00:30:00.000Z' }, mine)).toBe('given')
})
