import type { Decision } from '#shared/kernel/decision.ts'
import { accept, refuse } from '#shared/kernel/decision.ts'
import { FIELD_NAMES, FIELDS, type Field, meaningOf } from './columns.ts'
import type { RegisterRefusal } from './refusals.ts'
import type { Cell, Row, Sheet } from './sheet.ts'

/** The header may stand below titles and dates, but not further down than this. */
export const HEADER_ROWS = 20

/** Column of each field the sheet has, 0 for A. */
export type Columns = Readonly<Partial<Record<Field, number>>>

export interface Header {
  readonly row: number
  readonly columns: Columns
}

interface Found {
  readonly columns: Columns
  /** A field two columns claim equally. */
  readonly repeated?: Field
}

function readNames(cells: readonly Cell[]): Found {
  const columns: Partial<Record<Field, number>> = {}
  const ranks = new Map<Field, number>()
  const repeated = new Set<Field>()
  for (const { column, text, merged } of cells) {
    const meaning = meaningOf(text)
    if (!meaning || merged) continue
    const best = ranks.get(meaning.field) ?? Infinity
    if (meaning.rank === best) repeated.add(meaning.field)
    if (meaning.rank >= best) continue
    repeated.delete(meaning.field)
    ranks.set(meaning.field, meaning.rank)
    columns[meaning.field] = column
  }
  const [first] = repeated
  return { columns, ...(first === undefined ? {} : { repeated: first }) }
}

/** A header of two lines has groups above (`业主信息`) and names below; what the lower leaves open the upper says. */
function withLineAbove(row: Row, above: Row | undefined): readonly Cell[] {
  if (above?.number !== row.number - 1) return row.cells
  const named = new Set(row.cells.filter((cell) => !cell.merged).map((cell) => cell.column))
  const kept = above.cells.filter((cell) => !named.has(cell.column))
  return [...row.cells.filter((cell) => named.has(cell.column)), ...kept]
}

/** A list of homes may name each home's parking space; that alone makes it no list of parking spaces. */
export const listsParking = ({ parking, room, building, unit }: Columns): boolean =>
  parking !== undefined && (room ?? building ?? unit) === undefined

const missingIn = (columns: Columns): readonly Field[] => [
  ...(columns.room === undefined && !listsParking(columns) ? (['room'] as const) : []),
  ...(columns.area === undefined ? (['area'] as const) : []),
  ...(columns.owner === undefined ? (['owner'] as const) : []),
]

const size = (columns: Columns): number => FIELDS.filter((f) => columns[f] !== undefined).length

/**
 * The row that names the columns, among the first 20.
 * `header_not_found` where no row looks like one, `column_missing` where one does but place, area or owner is missing.
 */
export function findHeader(sheet: Sheet): Decision<Header, RegisterRefusal> {
  const rows = sheet.rows.filter((row) => row.number <= HEADER_ROWS)
  let best: (Found & { readonly row: number }) | undefined
  for (const [i, row] of rows.entries()) {
    for (const cells of [row.cells, withLineAbove(row, rows[i - 1])]) {
      const found = readNames(cells)
      if (size(found.columns) > size(best?.columns ?? {})) best = { ...found, row: row.number }
    }
  }
  if (!best || size(best.columns) < 2) {
    return refuse('register.header_not_found', { rows: HEADER_ROWS })
  }
  const missing = missingIn(best.columns).map((field) => FIELD_NAMES[field])
  if (missing.length > 0) {
    return refuse('register.column_missing', { sheet: sheet.name, columns: missing.join('、') })
  }
  if (best.repeated) {
    const column = FIELD_NAMES[best.repeated]
    return refuse('register.column_repeated', { sheet: sheet.name, column })
  }
  return accept({ row: best.row, columns: best.columns })
}
