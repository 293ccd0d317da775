import { at } from './clocks.fixture.ts'
import { formatDue, formatPeriod } from './words.ts'

const NOW = at('2026-11-24T10:00')

test.each([
  ['2026-11-24T18:00', '11 月 24 日（周二）18:00'],
  ['2026-11-25T00:00', '11 月 24 日（周二）24:00'],
  ['2026-11-25T00:01', '11 月 25 日（周三）00:01'],
  ['2027-01-01T00:00', '12 月 31 日（周四）24:00'],
  ['2027-01-05T00:00', '2027 年 1 月 4 日（周一）24:00'],
])('due at %s is said as %s', (time, words) => {
  expect(formatDue(at(time), NOW)).toBe(words)
})

test.each([
  ['hour', 24, '24 小时'],
  ['working_day', 5, '5 个工作日'],
  ['calendar_day', 60, '60 天'],
] as const)('%s %i is said as %s', (unit, amount, words) => {
  expect(formatPeriod({ unit, amount })).toBe(words)
})
