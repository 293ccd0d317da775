import chineseDays from 'chinese-days'
import * as chineseWorkday from 'chinese-workday'
import { calendarOf, namedDay, numberedDay } from './calendar.ts'
import { YEAR_TABLES } from './years.ts'

const calendar = calendarOf(YEAR_TABLES)
const [FIRST, LAST] = [numberedDay('2024-01-01'), numberedDay('2026-12-31')]
const EVERY_DAY = Array.from({ length: LAST - FIRST + 1 }, (_, n) => namedDay(FIRST + n))
const ours = (day: string): boolean => calendar.isWorkday(numberedDay(day))

/** Days about which the two published calendars say different things, with the notice's own words: there is none. */
const DIFFERING: Readonly<Record<string, { readonly notice: string; readonly worked: boolean }>> =
  {}

test('every day of three years is worked, or off, as two published calendars have it', () => {
  expect(EVERY_DAY).toHaveLength(366 + 365 + 365)
  const agreed = EVERY_DAY.filter(
    (day) => chineseDays.isWorkday(day) === chineseWorkday.isWorkday(day),
  )
  expect(EVERY_DAY.filter((day) => !agreed.includes(day))).toEqual(Object.keys(DIFFERING))
  expect(agreed.filter((day) => ours(day) !== chineseDays.isWorkday(day))).toEqual([])
  for (const [day, { worked }] of Object.entries(DIFFERING))
    expect([day, ours(day)]).toEqual([day, worked])
})

// Days off and working weekends as the notices count them: 「共 N 天」 and 「上班」.
test.each([
  [2024, 1 + 8 + 3 + 5 + 1 + 3 + 7, 8],
  [2025, 1 + 8 + 3 + 5 + 3 + 8, 5],
  [2026, 3 + 9 + 3 + 5 + 3 + 3 + 7, 6],
])('the notice for %i gives %i days off and %i working weekend days', (year, off, worked) => {
  const table = YEAR_TABLES.find((one) => one.year === year)
  expect([table?.off.length, table?.worked.length]).toEqual([off, worked])
})

describe('what the tables do not say', () => {
  test.each([
    ['2026-12-24', true],
    ['2026-12-25', false],
    ['2027-01-01', false],
    ['2023-12-31', false],
    ['2024-01-01', true],
    ['2024-12-31', true],
  ])('%s is known: %s', (day, known) => {
    expect(calendar.isKnown(numberedDay(day))).toBe(known)
  })

  test('is taken as Monday to Friday, New Year among it', () => {
    expect(['2026-12-31', '2027-01-01', '2027-01-02', '2027-01-04'].map(ours)).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  // 国办发明电〔2018〕15号: 「2018年12月29日（星期六）上班」 stood in the notice for 2019.
  test('a notice may speak of the last days of December before: its word is the later', () => {
    const before = { year: 2018, off: ['2018-12-29'], worked: [], source: '', confidence: 'quoted' }
    const after = {
      ...before,
      year: 2019,
      off: ['2018-12-30', '2018-12-31', '2019-01-01'],
      worked: ['2018-12-29'],
    }
    for (const tables of [
      [before, after],
      [after, before],
    ]) {
      const both = calendarOf(tables as Parameters<typeof calendarOf>[0])
      expect(both.isWorkday(numberedDay('2018-12-29'))).toBe(true)
      expect(both.isWorkday(numberedDay('2018-12-31'))).toBe(false)
    }
  })
})
