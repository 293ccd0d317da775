import { act, render } from '@testing-library/react'
import type { ClockView, Complaint } from '#shared/complaints/contract.ts'
import { hearServerTime } from '#miniprogram/platform/clock.ts'
import { complaintWith } from '../../complaints.fixture.ts'
import { NOW } from '../../server.fixture.ts'
import { ClockList } from './clock-list.tsx'

const DUE = '2026-11-24T10:00:00.000Z'
const clockWith = (facts: Partial<ClockView> = {}): ClockView => ({
  ...{ clock: 'first_reply', due: DUE, firstDue: DUE, provisional: false, breached: false },
  ...{ goesUp: true, pauses: 0, ...facts },
})
const told = (clocks: readonly ClockView[], facts: Partial<Complaint> = {}) => {
  const { container } = render(
    <ClockList complaint={complaintWith({ clocks: [...clocks], ...facts })} />,
  )
  return [...container.children].map((line) => line.textContent)
}
const STREET = { state: 'street_handling', level: 'street' } as const

beforeEach(() => act(() => hearServerTime(NOW)))

test.each<[string, Partial<ClockView>, Partial<Complaint>, string]>([
  ['runs', {}, {}, '物业要在 11 月 24 日（周二）18:00 前答复逾期自动转街道'],
  [
    'was moved by pauses',
    { firstDue: '2026-11-23T10:00:00.000Z', pauses: 2 },
    {},
    '物业要在 11 月 24 日（周二）18:00 前答复逾期自动转街道最早定的是 11 月 23 日（周一）18:00暂停过 2 次',
  ],
  [
    'is provisional',
    { provisional: true, goesUp: false },
    {},
    '物业要在 11 月 24 日（周二）18:00 前答复暂定：这一年的放假安排还没有公布，公布后重算',
  ],
  [
    'stands still',
    { pausedFor: 'waiting_for_resident', pauses: 1 },
    { mine: true },
    '物业答复的期限暂停：等您配合。原定 11 月 24 日（周二）18:00暂停过 1 次',
  ],
  [
    'has run out at the property',
    { due: '2026-11-20T01:00:00.000Z', firstDue: '2026-11-20T01:00:00.000Z', breached: true },
    {},
    '物业应在 11 月 20 日（周五）09:00 前答复，已超 1 天即将自动转街道',
  ],
  [
    'has run out at the street',
    {
      ...{ clock: 'street_handling', goesUp: false, breached: true },
      ...{ due: '2026-11-20T23:00:00.000Z', firstDue: '2026-11-20T23:00:00.000Z' },
    },
    STREET,
    '街道应在 11 月 21 日（周六）07:00 前办理完，已超 3 小时已经逾期，区县可以看到',
  ],
])('one that %s', (_, clock, facts, words) => {
  expect(told([clockWith(clock)], facts)).toEqual([words])
})

test('of several the one that ends first comes first', () => {
  const later = clockWith({ clock: 'resolve', due: '2026-11-27T16:00:00.000Z' })
  expect(told([later, clockWith()]).map((line) => line.includes('答复'))).toEqual([true, false])
})
