import type { AreaCard } from '#shared/complaints/lists-contract.ts'
import { areaCardWith } from '../../complaint-areas.fixture.ts'
import { dueWords } from './area-words.ts'

const now = new Date('2026-11-24T02:00:00Z')

test.each<[Partial<AreaCard>, string]>([
  [
    { state: 'routed_street', dueAt: '2026-11-25T16:00:00.000Z' },
    '街道须在 11 月 25 日（周三）24:00 前受理，还剩 1 天 14 小时',
  ],
  [
    { state: 'street_handling', dueAt: '2026-12-08T16:00:00.000Z' },
    '街道须在 12 月 8 日（周二）24:00 前办理完',
  ],
  [
    { state: 'street_accepted', dueAt: '2026-11-22T16:00:00.000Z', breached: true, late: true },
    '街道应在 11 月 22 日（周日）24:00 前到现场核实，已逾期 1 天',
  ],
  [
    { state: 'street_accepted', dueAt: '2026-11-23T16:00:00.000Z' },
    '街道应在 11 月 23 日（周一）24:00 前到现场核实，已逾期 10 小时',
  ],
  [
    { state: 'onsite_verified', dueAt: '2026-12-08T16:00:00.000Z', late: true },
    '街道须在 12 月 8 日（周二）24:00 前办理完。街道曾经逾期',
  ],
  [
    { state: 'street_handling', dueAt: '2026-11-20T16:00:00.000Z', paused: true },
    '期限暂停，原定 11 月 20 日（周五）24:00 前办理完',
  ],
  [
    { state: 'district_meeting', level: 'district', dueAt: '2026-12-08T16:00:00.000Z' },
    '区县须在 12 月 8 日（周二）24:00 前召开联席会议',
  ],
  [{ state: 'referred' }, '期限停止计算'],
])('%j: %s', (facts, words) => {
  expect(dueWords(areaCardWith(facts), now)).toBe(words)
})
