import { canConfirmCount, isConfirmed, missingOffices, type Confirmation } from './confirming.ts'

const NOW = new Date('2026-04-01T00:00:00Z')
const SEEN = 'a'.repeat(64)
const closed = (confirmations: readonly Confirmation[] = []) => ({
  state: 'closed' as const,
  ballotsSha256: SEEN,
  confirmations,
})
const committee = { office: 'committee', person: 'chen' } as const
const community = { office: 'community', person: 'zhou' } as const

test.each([
  ['the first office', closed(), committee, SEEN, undefined],
  ['the second office', closed([committee]), community, SEEN, undefined],
  [
    'the same office again',
    closed([committee]),
    { ...committee, person: 'li' },
    SEEN,
    'votes.confirmed_already',
  ],
  [
    'one person for both',
    closed([committee]),
    { ...community, person: 'chen' },
    SEEN,
    'votes.confirmed_by_you',
  ],
  ['another count than was seen', closed(), committee, 'b'.repeat(64), 'votes.count_changed'],
  [
    'before it was counted',
    { ...closed(), ballotsSha256: undefined },
    committee,
    SEEN,
    'votes.not_counted_yet',
  ],
  [
    'while it is open',
    { ...closed(), state: 'open' as const },
    committee,
    SEEN,
    'votes.wrong_state',
  ],
  [
    'once it is counted',
    { ...closed(), state: 'counted' as const },
    community,
    SEEN,
    'votes.wrong_state',
  ],
] as const)('%s', (_name, vote, who, seen, code) => {
  const decision = canConfirmCount(vote, who, seen, NOW)
  expect(decision.ok ? undefined : decision.code).toBe(code)
})

test('both offices make a count', () => {
  expect(isConfirmed([committee])).toBe(false)
  expect(missingOffices([committee])).toEqual(['community'])
  expect(isConfirmed([community, committee])).toBe(true)
  expect(missingOffices([])).toEqual(['committee', 'community'])
})
