import type { Row } from '#shared/register/sheet.ts'
import { fillMerged, parseMerge } from './merges.ts'

const row = (number: number, ...texts: string[]): Row => ({
  number,
  cells: texts.flatMap((text, column) =>
    text === '' ? [] : [{ column, text, kind: 'text' as const }],
  ),
})
const shown = (rows: readonly Row[]): string[] =>
  rows.map(({ number, cells }) => `${number}: ${cells.map(({ text }) => text).join('|')}`)

test.each([
  ['A1:A9', { column: 0, from: 1, to: 9 }],
  ['B4:C9', { column: 1, from: 4, to: 9 }],
  ['A1:L1', undefined],
  ['A9:A1', undefined],
  ['A1', undefined],
  ['', undefined],
  ['A1:A99999999', undefined],
])('%s is %j', (reference, merge) => {
  expect(parseMerge(reference)).toEqual(merge)
})

test('every row within gets the first one’s text, unless it has its own', () => {
  const rows = [row(4, '1栋', 'a'), row(5, '', 'b'), row(7, '自己', 'c'), row(9, '', 'd')]
  const filled = fillMerged(rows, [{ column: 0, from: 4, to: 8 }], 10)
  expect(shown(filled)).toEqual(['4: 1栋|a', '5: 1栋|b', '7: 自己|c', '9: d'])
})

test.each([
  ['before the first row', { column: 0, from: 1, to: 9 }],
  ['where its first cell is empty', { column: 1, from: 4, to: 5 }],
  ['below the last row', { column: 0, from: 10, to: 20 }],
])('an area %s fills nothing', (_, merge) => {
  const rows = [row(4, '1栋'), row(5, '', 'b')]
  expect(fillMerged(rows, [merge], 10)).toBe(rows)
})

test('areas over each other without end are refused', () => {
  const rows = Array.from({ length: 100 }, (_, i) => row(i + 1, 'a', 'b', 'c'))
  const merges = [0, 1, 2].map((column) => ({ column, from: 1, to: 1_048_576 }))
  expect(() => fillMerged(rows, merges, 200)).toThrow('register.too_many_cells')
  expect(fillMerged(rows, merges, 300)).toBe(rows)
})
