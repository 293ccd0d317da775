import { accept, type Decision, refuse } from '#shared/kernel/decision.ts'
import { compact } from './characters.ts'
import { findHeader, type Header, HEADER_ROWS } from './header.ts'
import type { RowDoubt, RowProblem } from './problems.ts'
import type { RegisterRefusal } from './refusals.ts'
import { type NamedUnit, readUnit } from './rows.ts'
import type { Sheet } from './sheet.ts'
import { skippedAs } from './skipping.ts'

interface Where {
  readonly sheet: string
  readonly row: number
}
export type TakenUnit = NamedUnit & { readonly at: Where }

export interface TakenSheet {
  readonly name: string
  readonly taken: number
  /** Blank rows, totals, notes and repeated headers. */
  readonly skipped: number
}
/** A sheet left out whole, and why: `hidden`, or the refusal its header met. */
export interface LeftOutSheet {
  readonly name: string
  readonly reason: 'hidden' | RegisterRefusal
}

export interface TakenRows {
  readonly units: readonly TakenUnit[]
  readonly problems: readonly RowProblem[]
  readonly doubts: readonly RowDoubt[]
  readonly sheets: readonly TakenSheet[]
  readonly leftOut: readonly LeftOutSheet[]
}

const OF_BUILDING = /^.{1,8}(?:栋|幢|座|号楼|#楼)$/

/** `3栋` as the name of a sheet says where its rows are. */
const buildingOf = (sheet: Sheet): string => {
  const name = compact(sheet.name)
  return OF_BUILDING.test(name) ? name : ''
}

type Refused = Extract<Decision<Header, RegisterRefusal>, { ok: false }>

interface Headed {
  readonly sheets: readonly { readonly sheet: Sheet; readonly header: Header }[]
  readonly leftOut: readonly LeftOutSheet[]
}

/** Of several refusals the one that helps most: a sheet that is nearly a register tells what it lacks. */
function mostTelling(refused: readonly Refused[]): Refused {
  const nearly = refused.find(({ code }) => code === 'register.column_missing')
  return nearly ?? refused[0] ?? refuse('register.header_not_found', { rows: HEADER_ROWS })
}

/** The sheets that are registers. A sheet of something else is left out, unless there is no other. */
function findRegisters(sheets: readonly Sheet[]): Decision<Headed, RegisterRefusal> {
  const visible = sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => ({ sheet, header: findHeader(sheet) }))
  const refused = visible.map(({ header }) => header).filter((header) => !header.ok)
  // A sheet with every column and one of them twice is a register: leaving it out would lose its homes.
  const unclear = refused.find(({ code }) => code === 'register.column_repeated')
  if (unclear) return unclear
  const found = visible.flatMap(({ sheet, header }) =>
    header.ok ? [{ sheet, header: header.value }] : [],
  )
  if (found.length === 0) return mostTelling(refused)
  const leftOut = visible.flatMap(({ sheet, header }) =>
    header.ok ? [] : [{ name: sheet.name, reason: header.code }],
  )
  const hidden = sheets.filter((sheet) => sheet.hidden)
  return accept({
    sheets: found,
    leftOut: [...leftOut, ...hidden.map(({ name }) => ({ name, reason: 'hidden' as const }))],
  })
}

/** Every row of every sheet with a header: a unit, a problem, or skipped by a rule. The first of duplicates stays. */
export function takeRows(sheets: readonly Sheet[]): Decision<TakenRows, RegisterRefusal> {
  const registers = findRegisters(sheets)
  if (!registers.ok) return registers
  const units = new Map<string, TakenUnit>()
  const rows = { problems: [] as RowProblem[], doubts: [] as RowDoubt[] }
  const taken = registers.value.sheets.map(({ sheet, header }) =>
    takeSheet(sheet, header, units, rows),
  )
  const { leftOut } = registers.value
  return accept({ units: [...units.values()], ...rows, sheets: taken, leftOut })
}

function takeSheet(
  sheet: Sheet,
  { row: headerRow, columns }: Header,
  units: Map<string, TakenUnit>,
  { problems, doubts }: { readonly problems: RowProblem[]; readonly doubts: RowDoubt[] },
): TakenSheet {
  const context = { columns, building: buildingOf(sheet) }
  let taken = 0
  let skipped = 0
  for (const row of sheet.rows) {
    if (row.number <= headerRow) continue
    if (skippedAs(row, { row: headerRow, columns })) {
      skipped += 1
      continue
    }
    const at = { sheet: sheet.name, row: row.number }
    const unit = readUnit(row, context)
    if (typeof unit === 'string') problems.push({ ...at, problem: unit })
    else if (units.has(unit.label)) {
      problems.push({ ...at, problem: 'duplicate_unit', unit: unit.label })
    } else {
      units.set(unit.label, { ...unit, at })
      doubts.push(...unit.doubts.map((doubt) => ({ ...at, doubt })))
      taken += 1
    }
  }
  return { name: sheet.name, taken, skipped }
}
