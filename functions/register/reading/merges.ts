import type { Cell, Row } from '#shared/register/sheet.ts'
import { RefusedError } from '../../platform/http/refused-error.ts'
import { columnOf } from './references.ts'

/** A merged area of more than one row; what stands in its first cell holds for each of its rows. */
export interface Merge {
  readonly column: number
  readonly from: number
  readonly to: number
}

/** `B4:C9` → column 1, rows 4 to 9. Areas within one row (titles) fill nothing. */
export function parseMerge(reference: string): Merge | undefined {
  const [, start = '', from = '', to = ''] =
    /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(reference) ?? []
  const merge = { column: columnOf(start), from: Number(from), to: Number(to) }
  return merge.to > merge.from ? merge : undefined
}

const at = (row: Row | undefined, column: number): Cell | undefined =>
  row?.cells.find((cell) => cell.column === column)

/** Place of the first row with this number or a later one; rows stand in order. */
function placeOf(rows: readonly Row[], number: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

/** The rows with each merged area's text in all of its rows, marked. @throws RefusedError beyond `most` visited cells */
export function fillMerged(
  rows: readonly Row[],
  merges: readonly Merge[],
  most: number,
): readonly Row[] {
  const filled = new Map<number, Cell[]>()
  let visited = 0
  for (const { column, from, to } of merges) {
    const first = placeOf(rows, from)
    const origin = rows[first]?.number === from ? at(rows[first], column) : undefined
    if (!origin) continue
    const within = rows.slice(first + 1, placeOf(rows, to + 1))
    visited += within.length
    if (visited > most) throw new RefusedError('register.too_many_cells')
    for (const row of within) {
      if (at(row, column)) continue
      const added = filled.get(row.number)
      if (added) added.push({ ...origin, merged: true })
      else filled.set(row.number, [{ ...origin, merged: true }])
    }
  }
  return filled.size === 0 ? rows : rows.map((row) => withFilled(row, filled.get(row.number)))
}

const withFilled = (row: Row, added: readonly Cell[] = []): Row => ({
  number: row.number,
  cells: [...row.cells, ...added].sort((a, b) => a.column - b.column),
})
