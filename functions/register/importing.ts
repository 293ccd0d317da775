import { type Figures, figuresOf } from '#shared/register/figures.ts'
import type { SameName } from '#shared/register/owner-list.ts'
import type { RowDoubt, RowProblem } from '#shared/register/problems.ts'
import type { Hash } from '#shared/register/same-owner.ts'
import type { LeftOutSheet, TakenSheet } from '#shared/register/take-rows.ts'
import { type Understanding, understand } from '#shared/register/understand.ts'
import { accepted } from '../platform/http/refused-error.ts'
import type { Table } from '../platform/table/table.ts'
import { READING_LIMITS } from './reading/limits.ts'
import { readSheets } from './reading/read-sheets.ts'
import { saveRegister } from './saving.ts'

export interface ImportInto {
  readonly table: Table
  readonly communityId: string
  readonly now: Date
  readonly newId: () => string
  /** Keyed and URL-safe, such as `(text) => keys.digestText('register', communityId, text)`. */
  readonly hash: Hash
  readonly onProgress?: (progress: ImportProgress) => void
}

/** `done` of `total` pages once writing; a register is read and understood in one go. */
export type ImportProgress =
  | { readonly step: 'reading' | 'understanding' }
  | { readonly step: 'writing'; readonly done: number; readonly total: number }

export interface ImportReport {
  /** False where the register was the same already: nothing was written. */
  readonly changed: boolean
  readonly version: number
  readonly summary: Figures
  /** Rows that were not taken, with sheet, row and reason. */
  readonly problems: readonly RowProblem[]
  readonly doubts: readonly RowDoubt[]
  readonly sameNames: readonly SameName[]
  readonly sheets: readonly TakenSheet[]
  readonly leftOut: readonly LeftOutSheet[]
}

/** What a file says, nothing written. @throws RefusedError with a `register.*` code */
async function readRegister(
  bytes: Uint8Array,
  { hash, onProgress }: Pick<ImportInto, 'hash' | 'onProgress'>,
): Promise<Understanding> {
  onProgress?.({ step: 'reading' })
  const sheets = await readSheets(bytes, READING_LIMITS)
  onProgress?.({ step: 'understanding' })
  return accepted(understand(sheets, hash))
}

/**
 * Makes an XLSX or CSV file the community's register, as one version; the same file again changes nothing.
 * Rows that cannot be taken are reported, the others are taken.
 * @throws RefusedError with a `register.*` code; the register before then still holds
 */
export async function importRegister(bytes: Uint8Array, into: ImportInto): Promise<ImportReport> {
  const { table, communityId, now, newId, onProgress } = into
  const { register, problems, ...about } = await readRegister(bytes, into)
  const { version, changed } = await saveRegister(table, communityId, register, {
    run: newId(),
    at: now,
    onWritten: (done, total) => onProgress?.({ step: 'writing', done, total }),
  })
  return {
    changed,
    version: version.number,
    summary: figuresOf(register.units, problems),
    problems,
    ...about,
  }
}
