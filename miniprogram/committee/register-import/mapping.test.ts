import type { ImportSheet } from '#shared/register/terms.ts'
import {
  asSent,
  columnsOf,
  letterOf,
  mappingOf,
  missingIn,
  rowWords,
  samplesOf,
  withColumn,
} from './mapping.ts'

const sheet: ImportSheet = {
  sheet: '一期',
  hidden: false,
  rows: [
    { row: 1, cells: ['某某小区'] },
    { row: 3, cells: ['门牌', '多少平米（含公摊）', '', '谁'] },
    { row: 4, cells: ['1-2-801', '89.57', '', '张伟'] },
    { row: 5, cells: ['1-2-802', '', '', '李娜'] },
  ],
  columns: { sheet: '一期', headerRow: 3, columns: [{ field: 'room', column: 0 }] },
  certain: false,
}

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letter) => {
  expect(letterOf(column)).toBe(letter)
})

test('a column is shown by its letter and its name, cut to fit the wheel', () => {
  expect(columnsOf(sheet, 3)).toEqual(['A 列 门牌', 'B 列 多少平米（含公摊', 'C 列', 'D 列 谁'])
  expect(columnsOf(sheet, 0)).toEqual(['A 列', 'B 列', 'C 列', 'D 列'])
})

test('samples are what stands below the header', () => {
  expect(samplesOf(sheet, 3, 0)).toBe('1-2-801；1-2-802')
  expect(samplesOf(sheet, 3, 1)).toBe('89.57')
  expect(rowWords(sheet, 3)).toBe('门牌、多少平米（含公摊）、谁')
})

test('asks for what is missing, one after the other', () => {
  const blank = mappingOf({ ...sheet, columns: undefined })
  expect(blank).toEqual({ headerRow: 0, columns: {} })
  expect(missingIn(blank)).toBe('请选出房号是哪一列')
  const placed = mappingOf(sheet)
  expect(missingIn(placed)).toBe('请选出建筑面积是哪一列')
  const measured = withColumn(placed, 'area', 1)
  expect(missingIn(measured)).toBe('请选出业主姓名是哪一列')
  expect(missingIn(withColumn(measured, 'owner', 3))).toBeUndefined()
})

test('a list of parking spaces needs no rooms, and a measured area is one', () => {
  const columns = { parking: 0, surveyArea: 1, owner: 2 }
  expect(missingIn({ headerRow: 1, columns })).toBeUndefined()
})

test('a column says one thing: it is taken from the field that had it', () => {
  const mapping = withColumn(mappingOf(sheet), 'owner', 0)
  expect(asSent('一期', mapping)).toEqual({
    ...{ sheet: '一期', headerRow: 3 },
    columns: [{ field: 'owner', column: 0 }],
  })
  expect(withColumn(mapping, 'owner', undefined).columns).toEqual({})
})
