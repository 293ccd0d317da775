import * as z from '#shared/kernel/zod.ts'
import { FIELDS } from './columns.ts'

const Columns = z.partialRecord(z.enum(FIELDS), z.int().min(0).max(255))

/**
 * Which column is which, as a person says it: columns from 0 (A); `headerRow` as the spreadsheet numbers it (of a
 * header of two lines the lower), 0 where the data begins in row 1. It holds for the named sheet, and for every other
 * whose header reads the same. Without the columns a register needs, the sheet is left out.
 */
export const ColumnMapping = z.strictObject({
  sheet: z.string().min(1).max(200),
  headerRow: z.int().min(0).max(1_048_576),
  columns: Columns,
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** What the reader takes the columns of one sheet for; what a screen needs to ask a person for a `ColumnMapping`. */
export interface ColumnGuess {
  readonly sheet: string
  readonly hidden: boolean
  /** The row that names the columns; 0 where none does. */
  readonly headerRow: number
  /** As far as is known; may lack columns that a register needs. */
  readonly columns: ColumnMapping['columns']
  /** Recognised by their names without doubt, or said by a person. */
  readonly certain: boolean
  /** The first rows of the sheet, the header among them; `cells` from column A on, empty where nothing stands. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}
