import { lastDayAfter, termWords, titleOf } from './words.ts'

const now = new Date('2026-11-24T02:00:00Z')

test.each([
  [{ role: 'committee', post: 'chair' }, '业委会 主任'],
  [{ role: 'street' }, '街道'],
] as const)('%j is called %s', (held, title) => {
  expect(titleOf(held)).toBe(title)
})

test.each([
  [{ from: '2026-01-01T00:00:00Z' }, '没有期限'],
  [
    { from: '2026-01-01T00:00:00Z', until: '2029-11-23T16:00:00Z' },
    '任期到 2029 年 11 月 23 日（周五）为止',
  ],
  [{ from: '2026-01-01T00:00:00Z', until: '2026-11-23T16:00:00Z' }, '11 月 23 日（周一）已结束'],
  [{ from: '2026-12-01T00:00:00Z' }, '12 月 1 日（周二）起，没有期限'],
])('%j: %s', (term, words) => {
  expect(termWords(term, now)).toBe(words)
})

test.each([
  [1, '2026-11-24T02:00:00Z', '2027-11-23'],
  [3, '2026-11-24T02:00:00Z', '2029-11-23'],
  [1, '2028-02-29T02:00:00Z', '2029-02-28'],
])('%i years from %s end on %s', (years, from, day) => {
  expect(lastDayAfter(years, new Date(from))).toBe(day)
})
