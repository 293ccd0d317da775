import { render } from '@testing-library/react'
import { ClockLine } from './clock-line.tsx'

// Tuesday, 24 November, 10:00 in Shanghai.
beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-24T02:00:00Z') }))
afterEach(() => jest.useRealTimers())

const shown = (by: string) => {
  const { container } = render(
    <ClockLine who="物业" act="答复" by={by} otherwise="逾期转社区跟进" />,
  )
  const [line] = container.children
  return { words: line?.textContent, className: line?.className ?? '' }
}

test.each([
  ['2026-12-01T10:00:00Z', '物业要在 12 月 1 日（周二）18:00 前答复', 'blue'],
  ['2026-11-26T05:00:00Z', '物业要在 11 月 26 日（周四）13:00 前答复，还剩 2 天 3 小时', 'blue'],
  ['2026-11-24T10:00:00Z', '物业要在 11 月 24 日（周二）18:00 前答复，还剩 8 小时', 'amber'],
  ['2026-11-24T16:00:00Z', '物业要在 11 月 24 日（周二）24:00 前答复，还剩 14 小时', 'amber'],
  ['2026-11-24T02:00:00Z', '物业应在 11 月 24 日（周二）10:00 前答复，已到期', 'red'],
  ['2026-11-23T22:00:00Z', '物业应在 11 月 24 日（周二）06:00 前答复，已超 4 小时', 'red'],
  ['2026-11-20T10:00:00Z', '物业应在 11 月 20 日（周五）18:00 前答复，已超 3 天', 'red'],
])('due %s: %s (%s)', (by, words, tone) => {
  expect(shown(by)).toEqual({
    words: `${words}逾期转社区跟进`,
    className: expect.stringContaining(tone) as string,
  })
})

test.each([
  ['2026-11-24T10:00:00Z', '还剩 8 小时'],
  ['2026-11-20T10:00:00Z', '已超 3 天'],
  ['2026-12-01T10:00:00Z', ''],
])('due %s, where who, what and when stand above it: %p', (by, words) => {
  const { container } = render(<ClockLine who="物业" act="答复" by={by} isTold />)
  expect(container.textContent).toBe(words)
})

test('one that stands still says why, from when it was, and what else there is to know', () => {
  const due = '2026-11-24T10:00:00Z'
  const { container } = render(
    <ClockLine who="物业" act="办完" by={due} paused="等材料到货" notes={['暂停过 2 次']} />,
  )
  expect(container.textContent).toBe(
    '物业办完的期限暂停：等材料到货。原定 11 月 24 日（周二）18:00暂停过 2 次',
  )
  expect(container.firstElementChild?.className).toContain('grey')
})
