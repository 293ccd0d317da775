import { act, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { ComplaintCard } from '#shared/complaints/contract.ts'
import { hearServerTime } from '#miniprogram/platform/clock.ts'
import { tap } from '../../../config/jest/tap.ts'
import { complaintCardWith } from '../../complaints.fixture.ts'
import { NOW } from '../../server.fixture.ts'
import { ComplaintRow } from './complaint-row.tsx'

beforeEach(() => act(() => hearServerTime(NOW)))

test.each<[string, Partial<ComplaintCard>, string]>([
  ['has moved', {}, '电梯，3幢，11 月 20 日（周五）有变化'],
  [
    'was just filed',
    { changedAt: '2026-11-19T02:00:00.000Z' },
    '电梯，3幢，11 月 19 日（周四）提交',
  ],
])('its filer sees when it %s', (_, facts, note) => {
  render(<ComplaintRow card={complaintCardWith(facts)} mine />)
  expect(screen.getByText(note)).toBeInTheDocument()
})

test.each<[Partial<ComplaintCard>, string, string]>([
  [{ filedAt: '2026-11-19T02:00:00.000Z' }, '电梯，3幢，已等 2 天', '已受理'],
  [{ filedAt: '2026-11-20T17:00:00.000Z' }, '电梯，3幢，今天提交', '已受理'],
  [{ state: 'resolved' }, '电梯，3幢，11 月 20 日（周五）', '待居民确认'],
  [{ held: true }, '电梯，3幢，已等 2 天', '待社区查看'],
])('who handles %j sees how long it has waited', (facts, note, word) => {
  render(<ComplaintRow card={complaintCardWith(facts)} mine={false} />)
  expect(screen.getByText(note)).toBeInTheDocument()
  expect(screen.getByText(word)).toBeInTheDocument()
})

test('among many things it says less, and never cuts a letter in two', () => {
  const summary = '😀'.repeat(19)
  render(<ComplaintRow card={complaintCardWith({ summary })} mine brief />)
  expect(screen.getByText(`${'😀'.repeat(18)}…`)).toBeInTheDocument()
  expect(screen.getByText('电梯，1 天前有变化')).toBeInTheDocument()
})

test.each([
  [true, '/resident/complaint/index?number=JX7K4M9R4'],
  [false, '/property/complaint/index?number=JX7K4M9R4'],
])('leads its filer and who handles it to a page of their own (mine: %s)', async (mine, url) => {
  render(<ComplaintRow card={complaintCardWith()} mine={mine} />)
  await tap(screen.getByRole('button'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
})
