import { findRegisters, guessColumns } from './find-registers.ts'
import type { ColumnMapping } from './mapping.ts'
import { plainHash, sheetOf, type Written } from './register.fixture.ts'
import { understand } from './understand.ts'

const HOMES: Written[][] = [
  ['3-1-101', 89.57, '张小明', '未售'],
  ['3-1-102', 89.57, '李芳、王五', ''],
  ['3-1-201', 101.2, '自贡华辰置业有限公司', ''],
]
const ODD = ['甲', '乙', '丙', '丁']
const odd = sheetOf([ODD, ...HOMES], '一')
const said: ColumnMapping = {
  sheet: '一',
  headerRow: 1,
  columns: { room: 0, area: 1, owner: 2 },
}

test('where names tell nothing, the content gives a guess, which is not certain', () => {
  expect(findRegisters([odd])).toMatchObject({
    value: { sheets: [{ header: { columns: { room: 0, area: 1, owner: 2 } }, certain: false }] },
  })
  expect(understand([odd], plainHash)).toMatchObject({ value: { certain: false } })
  expect(guessColumns([odd])).toMatchObject([
    { sheet: '一', hidden: false, columns: { room: 0, area: 1, owner: 2 }, certain: false },
  ])
})

test('a sheet without names beside one with them is left out, as any other list', () => {
  const named = sheetOf([['房号', '面积', '业主'], ...HOMES], '二')
  expect(findRegisters([odd, named])).toMatchObject({
    value: { sheets: [{ sheet: { name: '二' } }], leftOut: [{ name: '一' }] },
  })
})

test('what a person says holds, also for a sheet with the same header', () => {
  const other = sheetOf([ODD, ['4-1-101', 90, '赵六', '']], '四')
  const decision = understand([odd, other], plainHash, [said])
  expect(decision).toMatchObject({
    value: {
      certain: true,
      sheets: [
        { name: '一', taken: 3 },
        { name: '四', taken: 1 },
      ],
    },
  })
})

test('a person may say that there is no header', () => {
  const bare = sheetOf(HOMES, '一')
  const decision = understand([bare], plainHash, [{ ...said, headerRow: 0 }])
  expect(decision).toMatchObject({ value: { certain: true, sheets: [{ taken: 3 }] } })
})

test('a person decides between two columns of one name', () => {
  const twice = sheetOf(
    [
      ['房号', '面积', '面积', '业主'],
      ['3-1-101', 1, 89.57, '张三'],
    ],
    '一',
  )
  expect(understand([twice], plainHash)).toMatchObject({ code: 'register.column_repeated' })
  const columns = { room: 0, area: 2, owner: 3 }
  const decision = understand([twice], plainHash, [{ ...said, columns }])
  expect(decision).toMatchObject({ value: { register: { units: [{ areaCenti: 8957 }] } } })
})

test.each([
  ['too few columns', { room: 0, area: 1 }, 'register.column_missing'],
  ['none', {}, 'register.column_missing'],
])('%s are refused', (_, columns, code) => {
  expect(understand([odd], plainHash, [{ ...said, columns }])).toMatchObject({ code })
})

test('for every sheet, what a person needs to answer: the first rows as they stand', () => {
  const hidden = { ...sheetOf([['房号']], '旧'), hidden: true as const }
  const [first, second] = guessColumns([odd, hidden])
  expect(first?.rows.slice(0, 2)).toEqual([
    { row: 1, cells: ODD },
    { row: 2, cells: ['3-1-101', '89.57', '张小明', '未售'] },
  ])
  expect(second).toMatchObject({ sheet: '旧', hidden: true, certain: false })
})
