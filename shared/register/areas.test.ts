import fc from 'fast-check'
import { areaSourceOf, parseArea } from './areas.ts'

test.each([
  ['89.57', 8957],
  ['89.57㎡', 8957],
  ['89.57 ㎡', 8957],
  ['89.57 平方米', 8957],
  ['89.57m2', 8957],
  ['８９．５７㎡', 8957],
  ['89.57M²', 8957],
  [' 101 ', 10_100],
  ['101.0', 10_100],
  ['128.6', 12_860],
  ['+88.5', 8850],
  ['1,089.57', 108_957],
  ['1，089．57㎡', 108_957],
  ['1 089.57 ㎡', 108_957],
  ["1'089.57", 108_957],
  ['1.089,57', 108_957],
  ['12.345,6', 1_234_560],
  ['89,57', 8957],
  ['８９，５７㎡', 8957],
  ['89,5', 8950],
  ['1089,57', 108_957],
  ['1089,570', 108_957],
  ['89,5700', 8957],
  ['89。57', 8957],
  ['89.57平方米', 8957],
  ['89.57平方', 8957],
  ['89.57（㎡）', 8957],
  ['89.57(m2)', 8957],
  ['89.57m^2', 8957],
  ['建筑面积：89.57㎡', 8957],
  ['0.01', 1],
  ['00089.57', 8957],
  ['65.209999999999994', 6521],
  ['89.570000000000007', 8957],
  ['118.31999999999999', 11_832],
  ['8.957E1', 8957],
  ['8.9569999999999993E1', 8957],
  ['895700e-2', 895_700],
  ['89.574', 8957],
  ['89.575', 8958],
  ['89.574999999999989', 8958],
  ['89.57㎡（实测）', 8957],
  ['89.57(含阳台)', 8957],
  ['99999.99', 9_999_999],
])('%s is %d hundredths', (text, centi) => {
  expect(parseArea(text)).toEqual({ centi })
})

test.each([
  ['', 'not_a_number'],
  ['待测绘', 'not_a_number'],
  ['89.57.1', 'not_a_number'],
  ['1,89.57', 'not_a_number'],
  ['0x10', 'not_a_number'],
  ['Infinity', 'not_a_number'],
  ['NaN', 'not_a_number'],
  ['1,234', 'ambiguous'],
  ['１，２３４㎡', 'ambiguous'],
  ['1 234', 'ambiguous'],
  ['-1,234', 'ambiguous'],
  ['89,', 'not_a_number'],
  [',57', 'not_a_number'],
  ['1,08,957', 'not_a_number'],
  ['1,089 570.5', 'not_a_number'],
  ['8 9.57', 'not_a_number'],
  ['89 57', 'not_a_number'],
  ['89. 57', 'not_a_number'],
  ['约89.57', 'not_a_number'],
  ['89.57左右', 'not_a_number'],
  ['89.57/76.20', 'not_a_number'],
  ['89.57-90.12', 'not_a_number'],
  ['八十九', 'not_a_number'],
  ['2019-06-30', 'not_a_number'],
  ['89.57(2)', 'not_a_number'],
  ['=1+1', 'not_a_number'],
  ['1e999', 'not_a_number'],
  ['9'.repeat(400), 'not_a_number'],
  ['-88.5', 'not_positive'],
  ['0', 'not_positive'],
  ['0.00', 'not_positive'],
  ['0.004', 'not_positive'],
  ['-0', 'not_positive'],
  ['1e-99', 'not_positive'],
  ['100000.01', 'too_large'],
  ['1,234,567', 'too_large'],
  ['1e99', 'too_large'],
  ['999999999999999', 'too_large'],
])('%s is %s', (text, problem) => {
  expect(parseArea(text)).toBe(problem)
})

const decimals = (centi: number): readonly [whole: string, fraction: string] => [
  String(Math.floor(centi / 100)),
  String(centi % 100).padStart(2, '0'),
]
const grouped = (whole: string, by: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, by)
const widen = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

const areas = fc.integer({ min: 1, max: 9_999_999 })

test('two decimals are exact, as text and as a spreadsheet keeps them', () => {
  fc.assert(
    fc.property(areas, (centi) => {
      const text = decimals(centi).join('.')
      expect(parseArea(text)).toEqual({ centi })
      expect(parseArea(Number(text).toPrecision(17))).toEqual({ centi })
      expect(parseArea(Number(text).toExponential())).toEqual({ centi })
    }),
  )
})

test('however thousands, decimals, widths and units are written, two decimals are read back', () => {
  const shape = fc.record({
    comma: fc.boolean(),
    thousands: fc.constantFrom('', ',', '.', ' ', "'"),
    unit: fc.constantFrom('', '㎡', ' ㎡', '平方米', ' 平米', 'm2', 'M²', '平方米（实测）'),
    isWide: fc.boolean(),
  })
  fc.assert(
    fc.property(areas, shape, (centi, { comma, thousands, unit, isWide }) => {
      const mark = thousands === '.' || (comma && thousands === '') ? ',' : '.'
      const [whole, fraction] = decimals(centi)
      const text = grouped(whole, thousands) + mark + fraction + unit
      expect(parseArea(isWide ? widen(text) : text)).toEqual({ centi })
    }),
  )
})

test('a comma before three digits is never guessed at, unless more digits tell what it is', () => {
  fc.assert(
    fc.property(fc.nat({ max: 99_999 }), fc.nat({ max: 999 }), (before, after) => {
      const area = parseArea(`${before},${String(after).padStart(3, '0')}`)
      if (before < 1_000) expect(area).toBe('ambiguous')
      else expect(area).toEqual({ centi: before * 100 + Math.floor((after + 5) / 10) })
    }),
  )
})

test.each([
  ['不动产登记簿', 'register'],
  ['产权证', 'register'],
  ['实测', 'survey'],
  ['测绘报告', 'survey'],
  ['买卖合同', 'contract'],
  ['预测绘', 'contract'],
  ['不详', undefined],
])('%s tells where an area comes from: %s', (word, source) => {
  expect(areaSourceOf(word)).toBe(source)
})
