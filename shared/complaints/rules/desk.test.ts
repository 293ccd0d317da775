import fc from 'fast-check'
import { ComplaintState } from './states.ts'
import { DESK_GROUPS, isForAgenda, isInGroup, isOverdue, pileOf, PILES } from './desk.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const SOON = '2026-11-24T10:00:00.000Z'
const PAST = '2026-11-24T01:59:59.000Z'

test.each([
  ['routed_street', {}, 'to_accept'],
  ['street_accepted', { dueAt: SOON }, 'to_visit'],
  ['onsite_verified', {}, 'in_hand'],
  ['street_handling', {}, 'in_hand'],
  ['street_meeting', {}, 'in_meeting'],
  ['district_meeting', {}, 'in_meeting'],
  ['review', {}, 'in_review'],
  ['mediation', {}, 'elsewhere'],
  ['litigation', {}, 'elsewhere'],
  ['referred', {}, 'elsewhere'],
  ['street_handling', { dueAt: PAST }, 'overdue'],
  ['street_handling', { dueAt: PAST, paused: true }, 'in_hand'],
  ['street_handling', { dueAt: PAST, paused: true, breached: true }, 'overdue'],
  ['street_handling', { dueAt: SOON, breached: true }, 'overdue'],
] as const)('%s with %j lies under %s', (state, facts, pile) => {
  expect(pileOf({ state, ...facts }, NOW)).toBe(pile)
})

test.each([
  ['street_meeting', {}, true],
  ['district_meeting', {}, true],
  ['street_handling', { finding: 'WITHIN_REMIT_UNSOLVABLE' }, true],
  ['street_accepted', { finding: 'OUTSIDE_REMIT' }, true],
  ['street_handling', {}, false],
  ['review', {}, false],
] as const)('%s with %j is for the agenda: %s', (state, facts, isFor) => {
  expect(isForAgenda({ state, ...facts })).toBe(isFor)
  expect(isInGroup('agenda', { state, ...facts }, NOW)).toBe(isFor)
})

test('the second in which it is due is too late', () => {
  expect(isOverdue({ dueAt: NOW.toISOString() }, NOW)).toBe(true)
})

test('every complaint lies in exactly one pile', () => {
  const cards = fc.record(
    {
      state: fc.constantFrom(...ComplaintState.options),
      dueAt: fc.constantFrom(PAST, SOON),
      paused: fc.boolean(),
      breached: fc.boolean(),
    },
    { requiredKeys: ['state'] },
  )
  fc.assert(
    fc.property(cards, (card) => {
      const piles = DESK_GROUPS.filter((group) => group !== 'agenda' && isInGroup(group, card, NOW))
      expect(piles).toEqual([pileOf(card, NOW)])
      expect(PILES).toContain(piles[0])
    }),
    { numRuns: 100 },
  )
})
