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

const at = (cells: readonly Cell[] | undefined, column: number): Cell | undefined =>
  cells?.find((cell) => cell.column === column)

/** The rows with each merged area's text in all of its rows, marked. @throws RefusedError beyond `most` visited cells */
export function fillMerged(
  rows: readonly Row[],
  merges: readonly Merge[],
  most: number,
): readonly Row[] {
  const byNumber = new Map(rows.map((row) => [row.number, row.cells]))
  const filled = new Map<number, Cell[]>()
  let visited = 0
  for (const merge of merges) {
    const origin = at(byNumber.get(merge.from), merge.column)
    if (!origin) continue
    visited += merge.to - merge.from
    if (visited > most) throw new RefusedError('register.too_many_cells')
    for (let number = merge.from + 1; number <= merge.to; number += 1) {
      if (at(byNumber.get(number), merge.column)) continue
      filled.set(number, [...(filled.get(number) ?? []), { ...origin, merged: true }])
    }
  }
  return filled.size === 0 ? rows : rows.map((row) => withFilled(row, filled.get(row.number)))
}

const withFilled = (row: Row, added: readonly Cell[] = []): Row => ({
  number: row.number,
  cells: [...row.cells, ...added].sort((a, b) => a.column - b.column),
})
