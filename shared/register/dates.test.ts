import fc from 'fast-check'
import { isDate, withoutDates } from './dates.ts'

const padded = (n: number): string => String(n).padStart(2, '0')
const widen = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

const SHAPES: readonly ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}-${padded(m)}-${padded(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y} 年 ${padded(m)} 月 ${padded(d)} 日`,
  (y, m, d) => `${y}${padded(m)}${padded(d)}`,
  (y, m, d) => `${y}-${padded(m)}-${padded(d)} 00:00:00`,
  (y, m, d) => `${y}-${padded(m)}-${padded(d)}T08:30:00.000Z`,
  (y, m) => `${y}年${m}月`,
  (_, m, d) => `${m}月${d}日`,
]

test('any day in any of the shapes people and spreadsheets write is one, in any width', () => {
  const day = fc.record({
    year: fc.integer({ min: 1980, max: 2049 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
    shape: fc.constantFrom(...SHAPES),
    isWide: fc.boolean(),
  })
  fc.assert(
    fc.property(day, ({ year, month, date, shape, isWide }) => {
      const text = shape(year, month, date)
      expect(isDate(isWide ? widen(text) : text)).toBe(true)
      expect(withoutDates(`${text}交付`)).toBe('交付')
    }),
  )
})

test.each(['2-Jan', 'Jan-02', '30-Jun-2019', '2019年6月份', '2019年6月30日（周日）'])(
  '%s is a day',
  (text) => {
    expect(isDate(text)).toBe(true)
  },
)

test.each([
  ['', '1-101', '3-2-1201', '3-2-12', '1201', '20-11-30', '2-1-101', '1801-2', 'B1-001'],
  [
    '2019',
    '20191301',
    '20190532',
    '2019-13-01',
    '89.57',
    '2019.5',
    '12月',
    '6栋30号',
    '13800000001',
  ],
])('a place or a number is none', (...texts) => {
  for (const text of texts) expect([text, isDate(text)]).toEqual([text, false])
})
