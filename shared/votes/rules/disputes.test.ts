import { canBeDisputed, canEndDispute, isDisputed } from './disputes.ts'

const roll = {}
const pending = { ended: undefined }
const ended = { ended: {} }
const many = Array.from({ length: 20 }, () => ended)

test.each([
  ['no roll', {}, 'votes.no_roll_yet'],
  ['a roll', { roll }, undefined],
  ['another one', { roll, disputes: [pending] }, undefined],
  ['its records are going', { roll, removal: {} }, 'votes.records_gone'],
  ['twenty of them', { roll, disputes: many }, 'votes.too_many_disputes'],
])('a dispute about a vote with %s', (_, vote, code) => {
  const decision = canBeDisputed(vote)
  expect(decision.ok ? undefined : decision.code).toBe(code)
})

test.each([
  ['one that is not there', undefined, 'votes.dispute_not_found'],
  ['a pending one', pending, undefined],
  ['one that has ended', ended, 'votes.dispute_ended'],
])('ending %s', (_, dispute, code) => {
  const decision = canEndDispute(dispute)
  expect(decision.ok ? undefined : decision.code).toBe(code)
})

test('a vote is disputed while any dispute is pending', () => {
  expect(isDisputed({})).toBe(false)
  expect(isDisputed({ disputes: [ended] })).toBe(false)
  expect(isDisputed({ disputes: [ended, pending] })).toBe(true)
})
