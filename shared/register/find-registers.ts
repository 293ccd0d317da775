import { accept, type Decision, refuse } from '#shared/kernel/decision.ts'
import { compact } from './characters.ts'
import { completeByContent } from './content.ts'
import {
  findHeader,
  type FoundHeader,
  type Header,
  HEADER_ROWS,
  headerOf,
  likeliestHeader,
} from './header.ts'
import type { ColumnGuess, ColumnMapping } from './mapping.ts'
import type { RegisterRefusal } from './refusals.ts'
import type { Row, Sheet } from './sheet.ts'

/** A sheet left out whole, and why: `hidden`, or the refusal its header met. */
export interface LeftOutSheet {
  readonly name: string
  readonly reason: 'hidden' | RegisterRefusal
}

export interface RegisterSheet {
  readonly sheet: Sheet
  readonly header: Header
  /** Its columns were recognised by name, or a person said them. */
  readonly certain: boolean
}

export interface FoundRegisters {
  readonly sheets: readonly RegisterSheet[]
  readonly leftOut: readonly LeftOutSheet[]
}

type Headed = Decision<Header, RegisterRefusal>
type Refused = Extract<Headed, { ok: false }>

/** What a row says, to know the same header on another sheet again. */
const wording = (row: Row | undefined): string =>
  (row?.cells ?? []).map(({ column, text }) => `${column}:${compact(text)}`).join('|')
const rowOf = (sheet: Sheet, number: number): Row | undefined =>
  sheet.rows.find((row) => row.number === number)

/** What a person said of a sheet, or of another with the same header. */
function mappingFor(
  sheet: Sheet,
  sheets: readonly Sheet[],
  mappings: readonly ColumnMapping[],
): FoundHeader | undefined {
  const own = mappings.find((mapping) => mapping.sheet === sheet.name)
  if (own) return { row: own.headerRow, columns: own.columns }
  const same = mappings.find(({ sheet: name, headerRow }) => {
    const other = sheets.find((one) => one.name === name)
    const said = other && wording(rowOf(other, headerRow))
    return said !== undefined && said !== '' && said === wording(rowOf(sheet, headerRow))
  })
  return same && { row: same.headerRow, columns: same.columns }
}

/** Of several refusals the one that helps most: a sheet that is nearly a register tells what it lacks. */
function mostTelling(refused: readonly Refused[]): Refused {
  const nearly = refused.find(({ code }) => code === 'register.column_missing')
  return nearly ?? refused[0] ?? refuse('register.header_not_found', { rows: HEADER_ROWS })
}

interface Visible {
  readonly sheet: Sheet
  readonly header: Headed
  readonly certain: boolean
}

const byContent = (sheet: Sheet): readonly Visible[] => {
  const completed = completeByContent(sheet, likeliestHeader(sheet))
  return completed ? [{ sheet, header: headerOf(sheet, completed), certain: false }] : []
}

/**
 * The sheets that are registers. A sheet of something else is left out, unless there is no other: then what stands
 * in its columns may tell, which is for a person to confirm.
 */
export function findRegisters(
  sheets: readonly Sheet[],
  mappings: readonly ColumnMapping[] = [],
): Decision<FoundRegisters, RegisterRefusal> {
  const visible = sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet): Visible => {
      const said = mappingFor(sheet, sheets, mappings)
      return { sheet, header: said ? headerOf(sheet, said) : findHeader(sheet), certain: true }
    })
  const refused = visible.map(({ header }) => header).filter((header) => !header.ok)
  // A sheet with every column and one of them twice is a register: leaving it out would lose its homes.
  const unclear = refused.find(({ code }) => code === 'register.column_repeated')
  if (unclear) return unclear
  const named = visible.flatMap(asRegister)
  const guessed = named.length === 0 && mappings.length === 0
  const found = guessed
    ? visible.flatMap(({ sheet }) => byContent(sheet).flatMap(asRegister))
    : named
  if (found.length === 0) return mostTelling(refused)
  const isTaken = new Set(found.map(({ sheet }) => sheet))
  const leftOut = visible.flatMap(({ sheet, header }) =>
    header.ok || isTaken.has(sheet) ? [] : [{ name: sheet.name, reason: header.code }],
  )
  const hidden = sheets.filter((sheet) => sheet.hidden)
  return accept({
    sheets: found,
    leftOut: [...leftOut, ...hidden.map(({ name }) => ({ name, reason: 'hidden' as const }))],
  })
}

const asRegister = ({ sheet, header, certain }: Visible): readonly RegisterSheet[] =>
  header.ok ? [{ sheet, header: header.value, certain }] : []

/** Enough to find the header among, and see what stands below it. */
const ROWS_SHOWN = HEADER_ROWS + 5
const COLUMNS_SHOWN = 60

function shown({ number, cells }: Row) {
  const texts: string[] = []
  for (const { column, text } of cells) if (column < COLUMNS_SHOWN) texts[column] = text
  return { row: number, cells: Array.from(texts, (text: string | undefined) => text ?? '') }
}

/** For every sheet what is known of its columns, whether or not the file can be taken so. */
export function guessColumns(
  sheets: readonly Sheet[],
  mappings: readonly ColumnMapping[] = [],
): readonly ColumnGuess[] {
  const found = findRegisters(sheets, mappings)
  const taken = found.ok ? found.value.sheets : []
  return sheets.map((sheet) => {
    const register = taken.find((one) => one.sheet === sheet)
    const header =
      register?.header ?? completeByContent(sheet, likeliestHeader(sheet)) ?? likeliestHeader(sheet)
    return {
      sheet: sheet.name,
      hidden: sheet.hidden ?? false,
      headerRow: header?.row ?? 0,
      columns: { ...header?.columns },
      certain: register?.certain ?? false,
      rows: sheet.rows.slice(0, ROWS_SHOWN).map(shown),
    }
  })
}
