import fc from 'fast-check'
import { addDays } from '#shared/kernel/calendar.ts'
import type { GateReceipt, GateStep } from './gate.ts'
import { canRecord, isGateOpen, missingAtGate } from './rules.ts'

const RULE = {
  steps: ['consultation', 'summary', 'party', 'residents'] as GateStep[],
  consultationDays: 7,
}
const NOW = new Date('2026-11-24T02:00:00Z')
const receipt = (step: GateStep, day: string, from?: string): GateReceipt => ({
  ...{ step, day, document: '公告栏' },
  ...(from !== undefined && { from }),
})
const CONSULTED = receipt('consultation', '2026-11-15', '2026-11-08')
const SUMMED_UP = receipt('summary', '2026-11-16')
const TOLD = [receipt('party', '2026-11-16'), receipt('residents', '2026-11-20')] as const
const asked = (receipts: readonly GateReceipt[] = []) => ({
  ...{ mode: 'paper_assisted' as const, rule: RULE, rulesName: '全国规则', receipts },
})

test('with every step on record notice may be given', () => {
  const receipts = [CONSULTED, SUMMED_UP, ...TOLD]
  expect(isGateOpen(receipts, 'paper_assisted', RULE)).toEqual({ ok: true, value: true })
  expect(missingAtGate(receipts, 'paper_assisted', RULE)).toEqual([])
})

test.each([
  ['nothing', [], 4],
  ['a consultation alone', [CONSULTED], 3],
  ['everything but the residents’ committee', [CONSULTED, SUMMED_UP, TOLD[0]], 1],
] as const)('%s is not enough', (_, receipts, missing) => {
  expect(missingAtGate(receipts, 'local_electronic', RULE)).toHaveLength(missing)
  expect(isGateOpen(receipts, 'local_electronic', RULE)).toMatchObject({
    code: 'votes.gate_missing',
  })
})

test('an opinion, and a place that asks for nothing, need none of it', () => {
  expect(isGateOpen([], 'advisory', RULE).ok).toBe(true)
  expect(isGateOpen([], 'paper_assisted', { steps: [], consultationDays: 0 }).ok).toBe(true)
})

test.each([
  ['a day that has not come', receipt('party', '2026-11-25'), [], 'votes.gate_in_future'],
  [
    'a consultation without a start',
    receipt('consultation', '2026-11-15'),
    [],
    'votes.gate_needs_start',
  ],
  [
    'a consultation of six days',
    receipt('consultation', '2026-11-14', '2026-11-08'),
    [],
    'votes.gate_too_short',
  ],
  ['a summary of nothing', SUMMED_UP, [], 'votes.gate_out_of_order'],
  [
    'a summary before the end of the consultation',
    receipt('summary', '2026-11-14'),
    [CONSULTED],
    'votes.gate_out_of_order',
  ],
  ['a report of no summary', TOLD[1], [CONSULTED], 'votes.gate_out_of_order'],
  [
    'a report before the summary',
    receipt('party', '2026-11-15'),
    [CONSULTED, SUMMED_UP],
    'votes.gate_out_of_order',
  ],
  [
    'a twenty-first record',
    CONSULTED,
    Array.from({ length: 20 }, () => CONSULTED),
    'votes.gate_too_many',
  ],
] as const)('%s is not recorded', (_, one, receipts, code) => {
  expect(canRecord(one, asked(receipts), NOW)).toMatchObject({ ok: false, code })
})

test('what the place does not ask for is not recorded', () => {
  const rule = { steps: ['residents' as const], consultationDays: 0 }
  expect(canRecord(CONSULTED, { ...asked(), rule }, NOW)).toMatchObject({
    code: 'votes.gate_not_asked',
    params: { rules: '全国规则', step: '公开征求业主意见' },
  })
  // Without a consultation in the rules a report rests on nothing.
  expect(canRecord(receipt('residents', '2026-11-20'), { ...asked(), rule }, NOW).ok).toBe(true)
})

test('a corrected consultation puts what rested on the old one in question', () => {
  const later = receipt('consultation', '2026-11-22', '2026-11-15')
  const missing = missingAtGate([CONSULTED, SUMMED_UP, ...TOLD, later], 'paper_assisted', RULE)
  expect(missing).toEqual(['“公布意见汇总”的日期在“公开征求业主意见”以前，要重新办理和登记'])
})

test('whatever is recorded one by one in whatever order never opens the gate out of order', () => {
  const step = fc.constantFrom(...RULE.steps)
  const attempt = fc.tuple(step, fc.nat(30)).map(([one, n]) => {
    const day = addDays('2026-10-25', n)
    return receipt(one, day, one === 'consultation' ? addDays(day, -7) : undefined)
  })
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 15 }), (attempts) => {
      const held: GateReceipt[] = []
      for (const one of attempts) if (canRecord(one, asked(held), NOW).ok) held.push(one)
      if (!isGateOpen(held, 'paper_assisted', RULE).ok) return
      const dayOfLast = (which: GateStep) => held.findLast((one) => one.step === which)?.day ?? ''
      expect(dayOfLast('consultation') <= dayOfLast('summary')).toBe(true)
      expect(dayOfLast('summary') <= dayOfLast('party')).toBe(true)
      expect(dayOfLast('summary') <= dayOfLast('residents')).toBe(true)
    }),
    { numRuns: 200 },
  )
})
