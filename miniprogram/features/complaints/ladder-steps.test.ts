import type { Complaint, ComplaintEvent } from '#shared/complaints/contract.ts'
import { complaintWith } from '../../complaints.fixture.ts'
import { elsewhereWords, ladderOf, ladderSentence } from './ladder-steps.ts'

const eventWith = (facts: Partial<ComplaintEvent>): ComplaintEvent => ({
  ...{ seq: 2, at: '2026-11-20T02:00:00.000Z', kind: 'accepted', photos: [], withheld: false },
  ...{ by: { role: '街道', name: '王*' }, ...facts },
})

test.each<[string, Partial<Complaint>, string]>([
  ['with the property', {}, '物业现在在这里，街道还没有到，区县还没有到'],
  [
    'moved up because it was late',
    { state: 'routed_street', level: 'street', timeline: [eventWith({ kind: 'timed_out' })] },
    '物业已转出，街道现在在这里，区县还没有到',
  ],
  [
    'moved up by the property itself',
    {
      ...{ state: 'routed_street', level: 'street' },
      timeline: [eventWith({ kind: 'escalated', by: { role: '物业客服', name: '刘*' } })],
    },
    '物业已转出，街道现在在这里，区县还没有到',
  ],
  [
    'filed straight with the street',
    { state: 'street_accepted', level: 'street', timeline: [eventWith({ kind: 'opened' })] },
    '物业没有经过，街道现在在这里，区县还没有到',
  ],
  [
    'at the district',
    { state: 'district_meeting', level: 'district', timeline: [eventWith({ kind: 'routed' })] },
    '物业已转出，街道已转出，区县现在在这里',
  ],
  ['reviewed', { state: 'review' }, '物业等复核结论，街道还没有到，区县还没有到'],
  ['ended with the property', { state: 'confirmed' }, '物业在这里结束，街道没有用到，区县没有用到'],
])('a complaint %s stands there on the ladder', (_, facts, words) => {
  expect(ladderSentence(ladderOf(complaintWith(facts)))).toBe(`办理层级：${words}`)
})

test.each([
  ['review', /两名没有办过/],
  ['mediation', /调解单位/],
  ['litigation', /法院/],
  ['referred', /有关部门/],
] as const)('in %s it is off the ladder, and it is said where', (state, words) => {
  expect(elsewhereWords({ state })).toMatch(words)
  expect(elsewhereWords({ state: 'street_handling' })).toBeUndefined()
})
