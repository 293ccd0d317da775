import { calendarOf } from './calendar.ts'
import { deadline } from './deadline.ts'
import { at, shanghai } from './clocks.fixture.ts'
import type { ClockUnit } from './rule.ts'
import { YEAR_TABLES } from './years.ts'

const calendar = calendarOf(YEAR_TABLES)
const OFFICE = { opens: 9 * 60, closes: 18 * 60 }

const due = (unit: ClockUnit, amount: number, from: string, office?: typeof OFFICE): string => {
  const found = deadline({ unit, amount }, at(from), calendar, office)
  return `${shanghai(found.due)}${found.provisional ? ' provisional' : ''}`
}

describe('hours run day and night from the event, holidays and all (民法典 §201 ¶2)', () => {
  test.each([
    [24, '2026-11-24T10:00', '2026-11-25T10:00'],
    [24, '2026-02-14T23:59', '2026-02-15T23:59'],
    [1, '2026-12-31T23:30', '2027-01-01T00:30'],
  ])('%i hours from %s end at %s', (hours, from, to) => {
    expect(due('hour', hours, from)).toBe(to)
    expect(due('hour', hours, from, OFFICE)).toBe(to)
  })
})

describe('working days: the first is not counted, holidays are not, working weekends are', () => {
  test.each([
    // A plain week: Tuesday to Wednesday of the next.
    [1, '2026-11-24T10:00', '2026-11-25T24:00'],
    [5, '2026-11-24T10:00', '2026-12-01T24:00'],
    [5, '2026-11-24T00:00', '2026-12-01T24:00'],
    [5, '2026-11-24T23:59', '2026-12-01T24:00'],
    // Begun at the weekend, Monday is the first.
    [1, '2026-11-21T10:00', '2026-11-23T24:00'],
    // Over Spring Festival: 2026-02-14 (Saturday) is worked, 15 to 23 are off.
    [1, '2026-02-13T10:00', '2026-02-14T24:00'],
    [2, '2026-02-13T10:00', '2026-02-24T24:00'],
    [5, '2026-02-13T10:00', '2026-02-27T24:00'],
    [6, '2026-02-13T10:00', '2026-02-28T24:00'],
    // Over National Day 2025: 09-28 (Sunday) and 10-11 (Saturday) are worked, 10-01 to 08 are off.
    [4, '2025-09-27T10:00', '2025-10-09T24:00'],
    [4, '2025-09-28T10:00', '2025-10-10T24:00'],
    [5, '2025-09-28T10:00', '2025-10-11T24:00'],
    // Over New Year, both tables at hand.
    [2, '2025-12-30T10:00', '2026-01-04T24:00'],
  ])('%i from %s end at %s', (days, from, to) => {
    expect(due('working_day', days, from)).toBe(to)
  })

  test('the day ends when the acting office closes (民法典 §203 ¶2)', () => {
    expect(due('working_day', 5, '2026-11-24T20:00', OFFICE)).toBe('2026-12-01T18:00')
  })
})

describe('calendar days: a last day that is off rolls on to the next working day (民法典 §203 ¶1)', () => {
  test.each([
    [15, '2026-11-05T10:00', '2026-11-20T24:00'],
    // A Saturday, a Sunday.
    [15, '2026-11-06T10:00', '2026-11-23T24:00'],
    [15, '2026-11-07T10:00', '2026-11-23T24:00'],
    // Into National Day: 2026-10-08 is the next working day.
    [15, '2026-09-16T10:00', '2026-10-08T24:00'],
    // A working Saturday is no holiday.
    [15, '2026-09-25T10:00', '2026-10-10T24:00'],
    // A Friday off for an exchanged Saturday is one.
    [3, '2024-02-13T10:00', '2024-02-18T24:00'],
  ])('%i from %s end at %s', (days, from, to) => {
    expect(due('calendar_day', days, from)).toBe(to)
  })
})

describe('without the next year’s table it is computed Monday to Friday and marked', () => {
  test.each([
    ['working_day', 5, '2026-12-17T10:00', '2026-12-24T24:00'],
    ['working_day', 5, '2026-12-18T10:00', '2026-12-25T24:00 provisional'],
    ['working_day', 10, '2026-12-25T10:00', '2027-01-08T24:00 provisional'],
    ['calendar_day', 60, '2026-11-24T10:00', '2027-01-25T24:00 provisional'],
    ['hour', 24, '2026-12-31T10:00', '2027-01-01T10:00'],
  ] as const)('%s %i from %s: %s', (unit, amount, from, to) => {
    expect(due(unit, amount, from)).toBe(to)
  })
})

describe('a pause moves a day period by the ends of counted days it runs over', () => {
  const moved = (unit: ClockUnit, office: typeof OFFICE | undefined, from: string, to: string) => {
    const pause = { from: at(from).getTime(), to: at(to).getTime() }
    return shanghai(deadline({ unit, amount: 5 }, at(START), calendar, office, [pause]).due)
  }
  // Without a pause: Tuesday 2026-12-01.
  const START = '2026-11-24T10:00'
  test.each([
    ['within a day', '2026-11-25T00:00', '2026-11-25T23:59', '2026-12-01T24:00'],
    ['to its very end', '2026-11-25T00:00', '2026-11-26T00:00', '2026-12-02T24:00'],
    ['from its very end', '2026-11-26T00:00', '2026-11-26T10:00', '2026-12-01T24:00'],
    ['over night', '2026-11-25T23:59', '2026-11-26T00:01', '2026-12-02T24:00'],
    ['over a weekend', '2026-11-28T10:00', '2026-11-30T09:00', '2026-12-01T24:00'],
    ['from Friday to Monday', '2026-11-27T10:00', '2026-11-30T09:00', '2026-12-02T24:00'],
    ['on the first day already', '2026-11-24T10:00', '2026-11-25T10:00', '2026-12-02T24:00'],
    ['in the last hour', '2026-12-01T23:00', '2026-12-03T08:00', '2026-12-03T24:00'],
  ])('%s, working days: %s to %s gives %s', (_, from, to, due) => {
    expect(moved('working_day', undefined, from, to)).toBe(due)
  })

  test.each([
    ['till it closes', '2026-11-25T10:00', '2026-11-25T18:00', '2026-12-02T18:00'],
    ['from when it closed', '2026-11-25T18:00', '2026-11-26T17:59', '2026-12-01T18:00'],
    ['in the last hour', '2026-12-01T17:30', '2026-12-01T20:00', '2026-12-02T18:00'],
  ])('%s, where the office keeps hours: %s to %s gives %s', (_, from, to, due) => {
    expect(moved('working_day', OFFICE, from, to)).toBe(due)
  })

  // Without a pause: Sunday 2026-11-29, so Monday.
  test.each([
    ['over a weekend', '2026-11-27T10:00', '2026-11-28T10:00', '2026-12-01T24:00'],
    ['in the days rolled over', '2026-11-29T10:00', '2026-12-01T10:00', '2026-12-02T24:00'],
    ['into a weekend', '2026-11-26T10:00', '2026-12-01T10:00', '2026-12-07T24:00'],
  ])('%s, calendar days: %s to %s gives %s', (_, from, to, due) => {
    expect(moved('calendar_day', undefined, from, to)).toBe(due)
  })
})
