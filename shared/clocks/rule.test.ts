import { ClockRule, OfficeHours } from './rule.ts'

const RULE = {
  unit: 'working_day',
  amount: 5,
  warnings: [{ kind: 'half' }, { kind: 'before', hours: 24 }],
  escalatesAfterHours: 0,
  source: '约定',
  confidence: 'ours',
}

test.each([
  ['as it should be', {}, true],
  ['no warning, and it never goes up', { warnings: [], escalatesAfterHours: undefined }, true],
  ['no time at all', { amount: 0 }, false],
  ['half a day', { amount: 0.5 }, false],
  ['years', { amount: 1_001 }, false],
  ['weeks', { unit: 'week' }, false],
  ['a warning twice', { warnings: [{ kind: 'half' }, { kind: 'half' }] }, false],
  ['a warning after the end', { warnings: [{ kind: 'before', hours: -1 }] }, false],
  ['up before it is due', { escalatesAfterHours: -1 }, false],
])('a rule: %s', (_, given, taken) => {
  expect(ClockRule.safeParse({ ...RULE, ...given }).success).toBe(taken)
})

test.each([
  [540, 1_080, true],
  [0, 1_440, true],
  [1_080, 540, false],
  [540, 540, false],
  [540, 1_441, false],
])('business hours from minute %i to %i', (opens, closes, taken) => {
  expect(OfficeHours.safeParse({ opens, closes }).success).toBe(taken)
})
