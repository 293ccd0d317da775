import { accept, type Decision } from '#shared/kernel/decision.ts'
import {
  bareSheetName,
  developerAbove,
  placeAbove,
  placeInTitleRow,
  placeOfSheet,
  type TitlePlace,
} from './building-titles.ts'
import { type Carried, carryDown } from './carrying.ts'
import { findRegisters, type LeftOutSheet, type RegisterSheet } from './find-registers.ts'
import type { Columns, Header } from './header.ts'
import type { ColumnMapping } from './mapping.ts'
import type { RowDoubt, RowProblem } from './problems.ts'
import type { RegisterRefusal } from './refusals.ts'
import { type NamedUnit, readUnit } from './rows.ts'
import { parsePlace } from './rooms.ts'
import type { Row, Sheet } from './sheet.ts'
import { isOwnersOnly, type Joined, saysTotal, skippedAs } from './skipping.ts'

interface Where {
  readonly sheet: string
  readonly row: number
}
export type TakenUnit = NamedUnit & { readonly at: Where }

export interface TakenSheet {
  readonly name: string
  readonly taken: number
  /** Blank rows, totals, notes, repeated headers, titles, and rows of co-owners joined to the one above. */
  readonly skipped: number
}

export interface TakenRows {
  readonly units: readonly TakenUnit[]
  readonly problems: readonly RowProblem[]
  readonly doubts: readonly RowDoubt[]
  readonly sheets: readonly TakenSheet[]
  readonly leftOut: readonly LeftOutSheet[]
  /** Every column that matters was recognised by name, or a person said it. */
  readonly certain: boolean
}

/** Every row of every sheet with a header: a unit, a problem, or skipped by a rule. The first of duplicates stays. */
export function takeRows(
  sheets: readonly Sheet[],
  mappings: readonly ColumnMapping[] = [],
): Decision<TakenRows, RegisterRefusal> {
  const registers = findRegisters(sheets, mappings)
  if (!registers.ok) return registers
  const into: Taking = { units: new Map(), problems: [], doubts: [] }
  const taken = registers.value.sheets.map((register) => takeSheet(register, into))
  return accept({
    units: [...into.units.values()],
    problems: into.problems,
    doubts: into.doubts,
    sheets: taken,
    leftOut: registers.value.leftOut,
    certain: registers.value.sheets.every(({ certain }) => certain),
  })
}

interface Taking {
  readonly units: Map<string, TakenUnit>
  readonly problems: RowProblem[]
  readonly doubts: RowDoubt[]
}

/** A row of a unit with the rows of its further co-owners below. */
interface Entry {
  readonly row: Row
  readonly joined: Row[]
  readonly building: string
  readonly unit: string
  /** A joined row had no merged room to say so. */
  guessed: boolean
}

function takeSheet({ sheet, header }: RegisterSheet, into: Taking): TakenSheet {
  const { entries, skipped } = entriesOf(sheet, header)
  const developer = developerAbove(sheet.rows, header.row)
  let taken = 0
  for (const entry of entries) {
    const at = { sheet: sheet.name, row: entry.row.number }
    const context = { parking: header.parking, building: entry.building, unit: entry.unit }
    const unit = readUnit(entry.row, header.columns, context, entry.joined)
    if (typeof unit === 'string') into.problems.push({ ...at, problem: unit })
    else if (into.units.has(unit.label)) {
      into.problems.push({ ...at, problem: 'duplicate_unit', unit: unit.label })
    } else {
      into.units.set(unit.label, { ...heldBy(unit, developer), at })
      into.doubts.push(...unit.doubts.map((doubt) => ({ ...at, doubt })))
      if (entry.guessed) into.doubts.push({ ...at, doubt: 'owner_joined_to_row_above' })
      taken += 1
    }
  }
  return { name: sheet.name, taken, skipped }
}

/** The developer named above the header holds what its row leaves open. */
const heldBy = (unit: NamedUnit, developer: string | undefined): NamedUnit => {
  const isOpen = unit.status !== 'delivered' && unit.developer === undefined
  const isToldByOwner = unit.status === 'unsold' && unit.owners.length > 0
  return developer !== undefined && isOpen && !isToldByOwner ? { ...unit, developer } : unit
}

const isWholePlace = (room: string): boolean =>
  (parsePlace({ building: '', unit: '', room })?.label.split('-').length ?? 0) > 2

function whereIs({ name, rows }: Sheet, { row: headerRow, columns }: Header): TitlePlace {
  const named = placeOfSheet(name)
  const place = named.building === '' ? placeAbove(rows, headerRow) : named
  if (place.building !== '' || columns.building !== undefined) return place
  const room = ({ cells }: Row) => cells.find(({ column }) => column === columns.room)?.text ?? ''
  const building = rows.some((row) => isWholePlace(room(row))) ? '' : bareSheetName(name)
  return { building, unit: '' }
}

/** The building of rows that have none: of the title above them, else of the sheet. */
function titles(sheet: Sheet, header: Header) {
  let current = whereIs(sheet, header)
  return {
    current: () => current,
    /** Whether the row is such a title. In a column of buildings a building alone is an unfinished row. */
    takes(row: Row, carried: boolean): boolean {
      const inColumn = row.cells.some(({ column }) => column === header.columns.building)
      if (inColumn && !carried) return false
      const place = placeInTitleRow(row)
      if (place.building === '') return false
      current = place
      return true
    },
  }
}

const joins = (row: Row, last: Entry | undefined, columns: Columns): Joined | undefined => {
  const above = last && (last.joined.at(-1) ?? last.row)
  return above?.number === row.number - 1 ? isOwnersOnly(row, columns) : undefined
}

function entriesOf(sheet: Sheet, header: Header) {
  const below = sheet.rows.filter(({ number }) => number > header.row)
  const above = sheet.rows.filter(({ number }) => number <= header.row)
  // A total names no building of its own: counted among the homes it would hide that buildings are written once.
  const homes = below.filter((row) => !saysTotal(row, header))
  const carried: Carried = carryDown(homes, header.columns)
  const title = titles(sheet, header)
  const entries: Entry[] = []
  let skipped = 0
  for (const row of below) {
    if (title.takes(row, carried.carriesBuilding) || skippedAs(row, header, above)) {
      skipped += 1
      continue
    }
    const last = entries.at(-1)
    const joined = joins(row, last, header.columns)
    if (last && joined) {
      last.joined.push(row)
      if (joined === 'perhaps') last.guessed = true
      skipped += 1
      continue
    }
    const { building, unit } = title.current()
    entries.push({
      row,
      joined: [],
      building: carried.building(row) || building,
      unit: carried.unit(row) || unit,
      guessed: false,
    })
  }
  return { entries, skipped }
}
