import type { Params } from '#shared/kernel/decision.ts'
import { type Figures, figuresOf } from '#shared/register/figures.ts'
import { guessColumns, type LeftOutSheet } from '#shared/register/find-registers.ts'
import type { ColumnGuess, ColumnMapping } from '#shared/register/mapping.ts'
import type { SameName } from '#shared/register/owner-list.ts'
import type { RowDoubt, RowProblem } from '#shared/register/problems.ts'
import type { RegisterRefusal } from '#shared/register/refusals.ts'
import type { Hash } from '#shared/register/same-owner.ts'
import type { TakenSheet } from '#shared/register/take-rows.ts'
import { type Understanding, understand } from '#shared/register/understand.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Table } from '../platform/table/table.ts'
import { READING_LIMITS } from './reading/limits.ts'
import { readSheets } from './reading/read-sheets.ts'
import { type SaveAs, saveRegister } from './saving.ts'

/** How to read a file. */
export interface ReadAs {
  /** Keyed and URL-safe, such as `(text) => keys.digestText('register', communityId, text)`. */
  readonly hash: Hash
  /** Which column is which, where a person has said so; a sheet each. */
  readonly mappings?: readonly ColumnMapping[]
  readonly onProgress?: (progress: ImportProgress) => void
}

/** Where to write what was understood; what is said of the version beside its rows goes along (`SaveAs`). */
export interface SaveInto extends Omit<SaveAs, 'run' | 'at' | 'onWritten'> {
  readonly table: Table
  readonly communityId: string
  readonly now: Date
  readonly newId: () => string
  readonly onProgress?: (progress: ImportProgress) => void
}

export type ImportInto = ReadAs & SaveInto

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

/**
 * What a file says, before anything is written. Where its columns are not clear, `guesses` are what a person is asked
 * about; with the answer as `mappings` the file is read anew.
 */
export type RegisterPreview =
  | {
      readonly understood: true
      /** `understanding.certain` false: a person has to confirm the columns before it may be saved. */
      readonly understanding: Understanding
      readonly figures: Figures
      readonly guesses: readonly ColumnGuess[]
    }
  | {
      readonly understood: false
      readonly code: RegisterRefusal
      readonly params: Params
      readonly guesses: readonly ColumnGuess[]
    }

/** Reads and understands a file; nothing is written. @throws RefusedError where it is no table we can read at all */
export async function previewRegister(
  bytes: Uint8Array,
  { hash, mappings = [], onProgress }: ReadAs,
): Promise<RegisterPreview> {
  onProgress?.({ step: 'reading' })
  const sheets = await readSheets(bytes, READING_LIMITS)
  onProgress?.({ step: 'understanding' })
  const decision = understand(sheets, hash, mappings)
  const guesses = guessColumns(sheets, mappings)
  if (!decision.ok) {
    return { understood: false, code: decision.code, params: decision.params ?? {}, guesses }
  }
  const understanding = decision.value
  const figures = figuresOf(understanding.register.units, understanding.problems)
  return { understood: true, understanding, figures, guesses }
}

/**
 * Makes what was understood the community's register, as one version; the same again changes nothing.
 * @throws RefusedError `register.columns_uncertain` where nobody confirmed the columns, or as `saveRegister` does
 */
export async function saveUnderstood(
  { register, problems, certain, ...about }: Understanding,
  { table, communityId, now, newId, onProgress, ...more }: SaveInto,
): Promise<ImportReport> {
  if (!certain) throw new RefusedError('register.columns_uncertain')
  const { version, changed } = await saveRegister(table, communityId, register, {
    ...more,
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

/**
 * Makes an XLSX or CSV file the community's register, as one version; the same file again changes nothing.
 * Rows that cannot be taken are reported, the others are taken.
 * @throws RefusedError with a `register.*` code; the register before then still holds
 */
export async function importRegister(bytes: Uint8Array, into: ImportInto): Promise<ImportReport> {
  const { hash, mappings, onProgress, ...rest } = into
  const preview = await previewRegister(bytes, {
    hash,
    ...(mappings && { mappings }),
    ...(onProgress && { onProgress }),
  })
  if (!preview.understood) throw new RefusedError(preview.code, preview.params)
  return saveUnderstood(preview.understanding, { ...rest, ...(onProgress && { onProgress }) })
}
