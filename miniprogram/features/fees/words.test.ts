import { billWith, standard } from '../../fees.fixture.ts'
import { factorsOf, percent, periodWords } from './words.ts'

test.each([
  ['2026-07', '2026-09', '2026 年 7 月至 9 月'],
  ['2026-07', '2026-07', '2026 年 7 月'],
  ['2026-12', '2027-02', '2026 年 12 月至 2027 年 2 月'],
])('from %s to %s is %s', (from, to, words) => {
  expect(periodWords({ from, to })).toBe(words)
})

test.each([
  [1, 3, '33.3 %'],
  [0, 100, '0.0 %'],
  [100, 100, '100.0 %'],
  [0, 0, '—'],
])('%i of %i is %s', (part, whole, words) => {
  expect(percent(part, whole)).toBe(words)
})

test('each factor of an amount has its unit and where it comes from', () => {
  expect(factorsOf(billWith(), standard)).toEqual([
    { name: '面积', value: '89.57 ㎡', source: '房屋登记名册上的建筑面积' },
    {
      name: '单价',
      value: '1.85 元/㎡·月',
      source: '住宅物业服务费，《物业服务合同》第七条',
    },
    { name: '时间', value: '3 个月', source: '2026 年 10 月至 12 月' },
  ])
})

test('a price whose standard is not known leads to where it is published', () => {
  expect(factorsOf(billWith(), undefined)[1]?.source).toBe('收费标准见“公开”')
})
