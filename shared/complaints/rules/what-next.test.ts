import type { ClockView } from '../views.ts'
import { ComplaintState } from './states.ts'
import { whatNext } from './what-next.ts'

// Tuesday, 24 November, 10:00 in Shanghai.
const NOW = new Date('2026-11-24T02:00:00Z')
const KNOWN = { state: 'submitted', mine: false, checked: true, held: false } as const
const CLOCK: ClockView = {
  ...{
    clock: 'first_reply',
    due: '2026-11-25T02:00:00.000Z',
    firstDue: '2026-11-25T02:00:00.000Z',
  },
  ...{ provisional: false, breached: false, goesUp: true, pauses: 0 },
}

test.each([
  [{}, '物业须在 11 月 25 日（周三）10:00 前答复，逾期将自动转街道。'],
  // A working day ends at midnight, which nobody calls the next day's 00:00.
  [
    { due: '2026-11-24T16:00:00.000Z' },
    '物业须在 11 月 24 日（周二）24:00 前答复，逾期将自动转街道。',
  ],
  [{ breached: true }, '物业须在 11 月 25 日（周三）10:00 前答复，已经逾期，即将转街道。'],
  [{ pausedFor: 'in_court' as const }, '法院正在处理，期限暂停；原定 11 月 25 日（周三）10:00。'],
  [
    { pausedFor: 'material_ordered' as const },
    '物业在等材料到货，期限暂停；原定 11 月 25 日（周三）10:00。',
  ],
  [
    { provisional: true },
    '物业须在 11 月 25 日（周三）10:00 前答复（节假日安排未公布，为暂定时间），逾期将自动转街道。',
  ],
])('by a clock: %j', (clock, words) => {
  expect(whatNext({ ...KNOWN, clocks: [{ ...CLOCK, ...clock }] }, NOW)).toBe(words)
})

test('what stands still presses nobody: the clock that runs is named, though it ends later', () => {
  const paused = { ...CLOCK, pausedFor: 'waiting_for_resident' as const }
  const resolve = { ...CLOCK, clock: 'resolve' as const, due: '2026-11-27T16:00:00.000Z' }
  const words = (clocks: ClockView[], mine = false) => whatNext({ ...KNOWN, mine, clocks }, NOW)
  expect(words([paused, resolve])).toContain('物业须在 11 月 27 日（周五）24:00 前办完')
  expect(words([paused])).toContain('物业在等居民配合，期限暂停')
  expect(words([paused], true)).toContain('物业在等您配合，期限暂停')
})

test.each([
  ['district_meeting', 'district', '区县须在'],
  ['street_meeting', 'street', '街道须在'],
] as const)('a meeting of %s is called by the %s', (state, level, start) => {
  const clocks = [{ ...CLOCK, clock: 'joint_meeting' as const, goesUp: false }]
  expect(whatNext({ ...KNOWN, state, level, clocks }, NOW)).toBe(
    `${start} 11 月 25 日（周三）10:00 前召开联席会议。`,
  )
})

test('what was merged names where it goes on, and who took it back is told so', () => {
  expect(whatNext({ ...KNOWN, state: 'merged', mergedInto: 'JX7K4M9R4' }, NOW)).toContain(
    'JX7-K4M-9R4',
  )
  expect(whatNext({ ...KNOWN, state: 'withdrawn', mine: true }, NOW)).toContain('您已撤回')
})

test('a helper is told what is checked, and that whether it is done is not theirs to say', () => {
  const helper = { ...KNOWN, assisting: true }
  expect(whatNext({ ...helper, checked: false }, NOW)).toContain('正在检查内容')
  expect(whatNext({ ...helper, state: 'resolved' }, NOW)).toBe(
    '物业说已经办完，等本人确认。代办人不能代替。',
  )
  expect(whatNext({ ...helper, state: 'resolved', level: 'street' }, NOW)).toContain('街道')
})

test('an office that sees words held back is told that they wait for the community, and when a silence has lasted', () => {
  const waits = { ...KNOWN, checked: false, held: true }
  expect(whatNext(waits, NOW)).toMatch(/^内容检查拿不准，等社区工作人员查看/)
  const resolved = { ...KNOWN, state: 'resolved' } as const
  const from = (closableAt: string) => whatNext({ ...resolved, closableAt }, NOW)
  expect(from('2026-11-24T01:59:00.000Z')).toBe(
    '物业说已经办完，等居民确认。一直没有答复，社区可以记录后结案。',
  )
  expect(from('2026-11-24T02:01:00.000Z')).toBe('物业说已经办完，等居民确认。')
})

test('in every state somebody is named, or it is said how it ended', () => {
  for (const state of ComplaintState.options) {
    expect(whatNext({ ...KNOWN, state }, NOW)).toMatch(/^\p{L}.*。$/u)
  }
})
