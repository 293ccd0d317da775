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
  ['runs', {}, {}, ''],
  [
    'ends soon',
    { due: '2026-11-21T05:00:00.000Z' },
    {},
    '还剩 2 小时最早定的是 11 月 24 日（周二）18:00',
  ],
  [
    'was moved by pauses',
    { firstDue: '2026-11-23T10:00:00.000Z', pauses: 2 },
    {},
    '最早定的是 11 月 23 日（周一）18:00暂停过 2 次',
  ],
  [
    'is provisional',
    { provisional: true, goesUp: false },
    {},
    '暂定：这一年的放假安排还没有公布，公布后重算',
  ],
  ['stands still', { pausedFor: 'waiting_for_resident', pauses: 1 }, { mine: true }, '暂停过 1 次'],
  [
    'has run out at the property',
    { due: '2026-11-20T01:00:00.000Z', firstDue: '2026-11-20T01:00:00.000Z', breached: true },
    {},
    '已超 1 天',
  ],
  [
    'has run out at the street',
    {
      ...{ clock: 'street_handling', goesUp: false, breached: true },
      ...{ due: '2026-11-20T23:00:00.000Z', firstDue: '2026-11-20T23:00:00.000Z' },
    },
    STREET,
    '已超 3 小时',
  ],
])(
  'of the one that the sentence tells, and that %s, what is left to say',
  (_, clock, facts, words) => {
    expect(told([clockWith(clock)], facts)).toEqual([words])
  },
)

test('another one is told whole', () => {
  const later = { clock: 'resolve', due: '2026-11-27T16:00:00.000Z' } as const
  const [, other] = told([clockWith(), clockWith({ ...later, firstDue: later.due })])
  expect(other).toBe('物业要在 11 月 27 日（周五）24:00 前办完逾期自动转街道')
})

test('while the sentence tells of something else, each is told whole', () => {
  expect(told([clockWith()], { state: 'resolved' })).toEqual([
    '物业要在 11 月 24 日（周二）18:00 前答复',
  ])
})

test('of several the one that ends first comes first', () => {
  const later = clockWith({ clock: 'resolve', due: '2026-11-27T16:00:00.000Z' })
  expect(told([later, clockWith()]).map((line) => line.includes('办完'))).toEqual([false, true])
})
