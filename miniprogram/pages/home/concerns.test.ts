import type { ComplaintCard } from '#shared/complaints/contract.ts'
import { noticeCardWith } from '../../notices.fixture.ts'
import { cardWith } from '../../votes.fixture.ts'
import {
  countWords,
  isQuiet,
  movedComplaints,
  openVotes,
  unreadNotices,
  votesInHand,
} from './concerns.ts'
import { complaintCardWith } from '../../complaints.fixture.ts'

const NOW = new Date('2026-11-21T02:00:00Z')

test('open votes: those that wait for the person first, then what closes first', () => {
  const cards = [
    cardWith({ vote: 'cast', standing: 'cast', closesAt: '2026-11-22T00:00:00.000Z' }),
    cardWith({ vote: 'later', closesAt: '2026-11-25T00:00:00.000Z' }),
    cardWith({ vote: 'soon', closesAt: '2026-11-24T00:00:00.000Z' }),
    cardWith({ vote: 'noticed', state: 'noticed' }),
    cardWith({ vote: 'counted', state: 'counted' }),
  ]
  expect(openVotes(cards).map(({ vote }) => vote)).toEqual(['soon', 'later', 'cast'])
})

test.each<[string, Partial<ComplaintCard>, boolean]>([
  ['answered yesterday', { state: 'replied', changedAt: '2026-11-20T02:00:00.000Z' }, true],
  ['moved 14 days ago', { state: 'accepted', changedAt: '2026-11-07T02:00:00.000Z' }, true],
  ['still since longer', { state: 'accepted', changedAt: '2026-11-07T01:59:59.999Z' }, false],
  [
    'waiting for its filer since long',
    { state: 'resolved', changedAt: '2026-08-01T00:00:00.000Z' },
    true,
  ],
  ['closed', { state: 'confirmed', changedAt: '2026-11-20T02:00:00.000Z' }, false],
])('a complaint %s', (_, facts, concerns) => {
  expect(movedComplaints([complaintCardWith(facts)], NOW)).toHaveLength(concerns ? 1 : 0)
})

test('what waits for its filer comes first, then what moved last', () => {
  const cards = [
    complaintCardWith({ number: 'old', changedAt: '2026-11-18T00:00:00.000Z' }),
    complaintCardWith({ number: 'new', changedAt: '2026-11-20T00:00:00.000Z' }),
    complaintCardWith({ number: 'mine', state: 'resolved', changedAt: '2026-11-01T00:00:00.000Z' }),
  ]
  expect(movedComplaints(cards, NOW).map(({ number }) => number)).toEqual(['mine', 'new', 'old'])
})

test('notices: unread and current, pinned ones first, otherwise as listed', () => {
  const cards = [
    noticeCardWith({ notice: 'a' }),
    noticeCardWith({ notice: 'read', read: true }),
    noticeCardWith({ notice: 'expired', expired: true }),
    noticeCardWith({ notice: 'b' }),
    noticeCardWith({ notice: 'pinned', pinned: true }),
  ]
  expect(unreadNotices(cards).map(({ notice }) => notice)).toEqual(['pinned', 'a', 'b'])
})

test('a committee has in hand what is neither final nor at another end', () => {
  const inHand = [
    ...(['draft', 'roll_published', 'roll_frozen', 'noticed', 'open', 'closed'] as const),
    ...(['counted', 'result_published'] as const),
  ]
  const over = ['final', 'filed', 'executed', 'no_quorum', 'annulled', 'cancelled'] as const
  const cards = [...inHand, ...over].map((state) => cardWith({ state }))
  expect(votesInHand(cards).map(({ state }) => state)).toEqual(inHand)
})

test('nothing is quiet before everything is known to be', () => {
  const none = { items: [] }
  expect(isQuiet([none, none, none, { dueFen: 0 }], NOW)).toBe(true)
  expect(isQuiet([none, none, none, undefined], NOW)).toBe(false)
  expect(isQuiet([undefined, none, none, { dueFen: 0 }], NOW)).toBe(false)
  expect(isQuiet([none, none, none, { dueFen: 1 }], NOW)).toBe(false)
  expect(isQuiet([none, none, { items: [noticeCardWith()] }, { dueFen: 0 }], NOW)).toBe(false)
})

test('a first page that is not all says so', () => {
  expect(countWords({ items: [1, 2, 3] })).toBe('3 件')
  expect(countWords({ items: [1, 2, 3], cursor: 'x' })).toBe('3 件以上')
})
