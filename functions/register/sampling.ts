import type { ColumnGuess, ColumnMapping } from '#shared/register/mapping.ts'
import type { ImportSheet, SheetColumns } from '#shared/register/terms.ts'

const SHEETS_SHOWN = 30
const LONGEST = 40

/** A screen shows which column holds numbers of persons without showing the numbers. */
const masked = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/[0-9Xx]{7,}/g, (digits) => `${digits.slice(0, 3)}****${digits.slice(-4)}`)

/** The first rows of each sheet, as a person needs them to say which column is what. */
export const sampled = (guesses: readonly ColumnGuess[]): readonly ImportSheet[] =>
  guesses.slice(0, SHEETS_SHOWN).map(({ sheet, hidden, headerRow, columns, certain, rows }) => {
    const found = Object.entries(columns) as [SheetColumns['columns'][number]['field'], number][]
    return {
      sheet,
      hidden,
      certain,
      rows: rows.map(({ row, cells }) => ({ row, cells: cells.map(masked) })),
      ...(found.length > 0 && {
        columns: {
          sheet,
          headerRow,
          columns: found.map(([field, column]) => ({ field, column })),
        },
      }),
    }
  })

export const mappingOf = ({ sheet, headerRow, columns }: SheetColumns): ColumnMapping => ({
  sheet,
  headerRow,
  columns: Object.fromEntries(columns.map(({ field, column }) => [field, column])),
})
