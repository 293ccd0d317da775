import { DEFAULT_PERIODS } from '#shared/complaints/settings.ts'
import { PERIOD_CLOCKS } from '#shared/complaints/settings-words.ts'
import { changedFields, fieldsOf, readFields, SET_HERE, type PeriodFields } from './period-form.ts'
import { TWELVE_HOURS } from '../settings.fixture.ts'

test.each(PERIOD_CLOCKS)('what is shown of %s reads as itself', (clock) => {
  const rule = DEFAULT_PERIODS[clock]
  if (!rule) throw new Error('no rule')
  expect(readFields(fieldsOf(rule), clock)).toEqual({ rule })
})

const typed = (facts: Partial<PeriodFields>) => changedFields(fieldsOf(TWELVE_HOURS), facts)

test.each<[string, Partial<PeriodFields>, object]>([
  ['a unit', { unit: 'calendar_day' }, { unit: 'calendar_day' }],
  ['no warning', { before: ' ' }, { warnings: [] }],
  [
    'several, and half-way',
    { before: '24，4', half: 'yes' },
    { warnings: [{ kind: 'half' }, { kind: 'before', hours: 24 }, { kind: 'before', hours: 4 }] },
  ],
  ['later', { after: 'later', afterHours: '6' }, { escalatesAfterHours: 6 }],
  ['by law', { confidence: 'statute', source: '某条例第 9 条' }, { confidence: 'statute' }],
])('%s', (_, facts, rule) => {
  expect(readFields(typed(facts), 'first_reply')).toMatchObject({ rule })
})

test('never goes up by itself', () => {
  const read = readFields(typed({ after: 'never' }), 'first_reply')
  expect('rule' in read && read.rule).not.toHaveProperty('escalatesAfterHours')
})

test('an office’s never does, whatever was typed', () => {
  const read = readFields(typed({ after: 'at_once' }), 'street_accept')
  expect('rule' in read && read.rule).not.toHaveProperty('escalatesAfterHours')
})

test.each<[Partial<PeriodFields>, readonly string[]]>([
  [{ amount: '' }, ['amount']],
  [{ amount: '0' }, ['amount']],
  [{ amount: '1.5' }, ['amount']],
  [{ amount: '721' }, ['amount']],
  [{ unit: 'working_day', amount: '251' }, ['amount']],
  [{ before: '四' }, ['before']],
  [{ before: '4、4' }, ['before']],
  [{ before: '1、2、3、4', half: 'yes' }, ['before']],
  [{ after: 'later', afterHours: '' }, ['afterHours']],
  [{ source: ' ' }, ['source']],
  [{ source: '长'.repeat(201) }, ['source']],
  [{ amount: 'x', source: '' }, ['amount', 'source']],
])('what is wrong in %p is said where it is', (facts, places) => {
  const read = readFields(typed(facts), 'first_reply')
  expect('wrong' in read && Object.keys(read.wrong)).toEqual(places)
})

test('what was ours is said to be set here once it is changed', () => {
  const usual = DEFAULT_PERIODS.first_reply
  if (!usual) throw new Error('no rule')
  expect(changedFields(fieldsOf(usual), { amount: '2' })).toMatchObject({
    confidence: 'local',
    source: SET_HERE,
  })
})
