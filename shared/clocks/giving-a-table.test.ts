import { at } from './clocks.fixture.ts'
import { mayTakeTable, missingYear } from './giving-a-table.ts'
import type { YearTable } from './year-table.ts'
import { YEAR_TABLES } from './years.ts'

const NOW = at('2026-11-24T10:00')
/** As a notice for 2027 might be. */
const NEXT: YearTable = {
  year: 2027,
  off: ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'],
  worked: ['2027-02-20'],
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  confidence: 'full_text',
}
const answer = (table: Partial<YearTable>, now = NOW): string => {
  const decision = mayTakeTable({ ...NEXT, ...table }, now)
  return decision.ok ? 'taken' : decision.code
}

test.each<[string, Partial<YearTable>, string]>([
  ['as the notice has it', {}, 'taken'],
  ['days of the last week before', { off: [...NEXT.off, '2026-12-26'] }, 'taken'],
  ['a working day of the last week before', { worked: ['2026-12-26'] }, 'taken'],
  ['a day before that', { off: [...NEXT.off, '2026-12-24'] }, 'clocks.day_outside_year'],
  ['a day of the year after', { off: [...NEXT.off, '2028-01-01'] }, 'clocks.day_outside_year'],
  ['a working day of another year', { worked: ['2026-02-14'] }, 'clocks.day_outside_year'],
  ['a day off twice', { off: [...NEXT.off, '2027-05-01'] }, 'clocks.day_twice'],
  ['a working day twice', { worked: ['2027-02-20', '2027-02-20'] }, 'clocks.day_twice'],
  ['off and worked at once', { off: [...NEXT.off, '2027-02-20'] }, 'clocks.day_twice'],
  ['work on a Monday', { worked: ['2027-02-22'] }, 'clocks.worked_on_weekday'],
  ['New Year forgotten', { off: NEXT.off.slice(1) }, 'clocks.holiday_missing'],
  ['National Day worked', { off: NEXT.off.slice(0, 3) }, 'clocks.holiday_missing'],
  ['a year that is past', { year: 2025 }, 'clocks.year_past'],
  ['the year after the next', { year: 2028 }, 'clocks.year_too_far'],
])('%s', (_, table, expected) => {
  expect(answer(table)).toBe(expected)
})

test('days are kept in their order, in whichever they were given', () => {
  const decision = mayTakeTable({ ...NEXT, off: [...NEXT.off].reverse() }, NOW)
  expect(decision).toEqual({ ok: true, value: NEXT })
})

test.each(YEAR_TABLES.map((table) => [table.year, table] as const))(
  'the notice for %i would have been taken in the autumn before',
  (year, table) => {
    expect(mayTakeTable(table, at(`${year - 1}-11-15T10:00`)).ok).toBe(true)
  },
)

test.each([
  ['2026-11-30T23:59', [2026], undefined],
  ['2026-12-01T00:00', [2026], 2027],
  ['2026-12-31T23:59', [2026], 2027],
  ['2026-12-31T23:59', [2026, 2027], undefined],
  ['2027-01-01T00:00', [2026], 2027],
  ['2027-01-01T00:00', [2026, 2027], undefined],
])('on %s with tables for %j, %p is missed', (time, years, missing) => {
  expect(missingYear(years, at(time))).toBe(missing)
})
