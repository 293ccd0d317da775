import type { Cell, Row, Sheet } from './sheet.ts'

export type Written = string | number | Partial<Cell>

const cellOf = (written: Written, column: number): Cell => {
  if (typeof written === 'string') return { column, text: written, kind: 'text' }
  if (typeof written === 'number') return { column, text: String(written), kind: 'number' }
  return { column, text: '', kind: 'text', ...written }
}

export const rowOf = (number: number, cells: readonly Written[]): Row => ({
  number,
  cells: cells.map(cellOf).filter(({ text }) => text !== ''),
})

/** A sheet as the reader gives it: rows that hold nothing are not there. */
export const sheetOf = (rows: readonly (readonly Written[])[], name = 'S'): Sheet => ({
  name,
  rows: rows.map((cells, i) => rowOf(i + 1, cells)).filter(({ cells }) => cells.length > 0),
})

/** Not keyed and not one-way, so that a test can read what went in. */
export const plainHash = (text: string): string => text
