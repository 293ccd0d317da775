import { valuesOf } from '#shared/votes/profiles/profile.ts'
import { DEMO } from '#shared/votes/profiles/demo.ts'
import { movedTo, proposedWindow, windowWords, wrongIn } from './window.ts'

const NOW = new Date('2026-11-21T02:00:00Z')
const rules = { name: DEMO.name, fictitious: true, ...valuesOf(DEMO) }
// 09:00 in Shanghai, a week apart.
const WEEK = { opensAt: '2026-12-07T01:00:00.000Z', closesAt: '2026-12-14T01:00:00.000Z' }

test.each([
  ['16 days ahead at 09:00, for a week', {}, WEEK],
  [
    'no longer than the rules have it',
    { windowDaysAtMost: 5 },
    { ...WEEK, closesAt: '2026-12-12T01:00:00.000Z' },
  ],
  [
    'no shorter than the rules have it',
    { windowDaysAtLeast: 10 },
    { ...WEEK, closesAt: '2026-12-17T01:00:00.000Z' },
  ],
])('proposes %s', (_, other, expected) => {
  const proposed = proposedWindow({ ...rules, ...other }, NOW)
  expect(proposed).toEqual(expected)
  expect(wrongIn(proposed, { ...rules, ...other }, NOW)).toBeUndefined()
})

test('late in the evening in Shanghai the day still counts there', () => {
  const late = new Date('2026-11-21T15:59:59Z')
  expect(proposedWindow(rules, late)).toEqual(WEEK)
  const midnight = new Date('2026-11-21T16:00:00Z')
  expect(proposedWindow(rules, midnight).opensAt).toBe('2026-12-08T01:00:00.000Z')
})

test.each([
  [
    '2026-12-05T15:00:00.000Z',
    WEEK.closesAt,
    '公告至少 15 天后才能开始投票，最早是 12 月 6 日（周日）。',
  ],
  ['2026-12-14T01:00:00.000Z', WEEK.closesAt, '截止时间要晚于开始时间。'],
  [WEEK.opensAt, '2026-12-07T12:00:00.000Z', '投票时间至少要有 1 天，请推迟截止时间。'],
  [WEEK.opensAt, '2027-01-07T01:00:00.000Z', '投票时间最多 30 天，请提前截止时间。'],
  [WEEK.opensAt, WEEK.closesAt, undefined],
])('from %s to %s: %s', (opensAt, closesAt, expected) => {
  expect(wrongIn({ opensAt, closesAt }, rules, NOW)).toBe(expected)
})

test('whoever moves the opening moves the close with it', () => {
  expect(movedTo(WEEK, new Date('2026-12-10T04:00:00Z'))).toEqual({
    opensAt: '2026-12-10T04:00:00.000Z',
    closesAt: '2026-12-17T04:00:00.000Z',
  })
})

test.each([
  [WEEK.closesAt, '12 月 7 日（周一）09:00 开始，12 月 14 日（周一）09:00 截止，一共 7 天'],
  [
    '2026-12-10T04:00:00.000Z',
    '12 月 7 日（周一）09:00 开始，12 月 10 日（周四）12:00 截止，一共 3 天 3 小时',
  ],
])('closing at %s reads %s', (closesAt, words) => {
  expect(windowWords({ ...WEEK, closesAt }, NOW)).toBe(words)
})
