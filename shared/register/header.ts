import type { Decision } from '#shared/kernel/decision.ts'
import { accept, refuse } from '#shared/kernel/decision.ts'
import { compact } from './characters.ts'
import { FIELD_NAMES, FIELDS, type Field, isGroup, meaningOf, meaningWithin } from './columns.ts'
import type { RegisterRefusal } from './refusals.ts'
import { parsePlace } from './rooms.ts'
import type { Cell, Row, Sheet } from './sheet.ts'

/** The header may stand below titles and dates, but not further down than this. */
export const HEADER_ROWS = 20

/** Column of each field the sheet has, 0 for A. */
export type Columns = Readonly<Partial<Record<Field, number>>>

export interface Header {
  readonly row: number
  readonly columns: Columns
  /** The rows of the sheet are parking spaces. */
  readonly parking: boolean
}

/** Where two columns claim one of these equally, homes or votes depend on which is right: a person says. */
const DECISIVE: readonly Field[] = [
  'building',
  'unit',
  'room',
  'parking',
  'area',
  'owner',
  'status',
]

/** What the header calls a column, and the group above it. */
interface Name {
  readonly column: number
  readonly text: string
  readonly group?: string
}

export interface FoundHeader {
  readonly row: number
  readonly columns: Columns
  /** A decisive field two columns claim equally. */
  readonly repeated?: Field
  /** All columns that may name the rooms, likeliest first. */
  readonly rooms?: readonly number[]
}

function readNames(names: readonly Name[], row: number): FoundHeader {
  const columns: Partial<Record<Field, number>> = {}
  const ranks = new Map<Field, number>()
  const repeated = new Set<Field>()
  const rooms: { readonly column: number; readonly rank: number }[] = []
  for (const { column, text, group } of names) {
    const meaning = group === undefined ? meaningOf(text) : meaningWithin(group, text)
    if (!meaning) continue
    if (meaning.field === 'room') rooms.push({ column, rank: meaning.rank })
    const best = ranks.get(meaning.field) ?? Infinity
    if (meaning.rank === best) repeated.add(meaning.field)
    if (meaning.rank >= best) continue
    repeated.delete(meaning.field)
    ranks.set(meaning.field, meaning.rank)
    columns[meaning.field] = column
  }
  const first = DECISIVE.find((field) => repeated.has(field))
  return {
    row,
    columns,
    ...(first === undefined ? {} : { repeated: first }),
    ...(rooms.length > 1 && {
      rooms: rooms.sort((a, b) => a.rank - b.rank).map(({ column }) => column),
    }),
  }
}

const SAMPLED = 30

/** Beside `坐落` a `房屋编号` may be a number of the office's own: the first that can be a place is the room. */
function withRoom(found: FoundHeader, { rows }: Sheet): FoundHeader {
  const { row: headerRow, columns, rooms = [] } = found
  const below = rows.filter(({ number }) => number > headerRow).slice(0, SAMPLED)
  const building = columns.building === undefined ? '' : '1'
  const arePlaces = (column: number): boolean => {
    const texts = below.flatMap(
      (row) => row.cells.find((cell) => cell.column === column)?.text ?? [],
    )
    const places = texts.filter((room) => parsePlace({ building, unit: '', room }))
    return texts.length > 0 && places.length * 2 >= texts.length
  }
  const [likeliest] = rooms
  const room = rooms.find(arePlaces)
  if (room === undefined || room === likeliest) return found
  return { ...found, columns: { ...columns, room } }
}

const ownCells = (row: Row): readonly Cell[] =>
  row.cells.filter(({ merged, text }) => !merged && compact(text) !== '')

/** The group a column stands under: that of the nearest text to its left in the line above. */
function groupOver(above: readonly Cell[], named: ReadonlySet<number>, column: number) {
  const [over] = above.filter((cell) => cell.column <= column).slice(-1)
  return over && named.has(over.column) && isGroup(over.text) ? over.text : undefined
}

/** A header of two lines has groups above (`业主信息`) and names below; what the lower leaves open the upper says. */
function withLineAbove(row: Row, above: Row): readonly Name[] {
  const own = ownCells(row)
  const upper = ownCells(above)
  const named = new Set(own.map((cell) => cell.column))
  const kept = upper.filter((cell) => !named.has(cell.column))
  const below = own.map(({ column, text }): Name => {
    const group = groupOver(upper, named, column)
    return { column, text, ...(group !== undefined && { group }) }
  })
  return [...below, ...kept].sort((a, b) => a.column - b.column)
}

const hasGroups = (names: readonly Name[]): boolean =>
  names.some(({ group }) => group !== undefined)

const size = (columns: Columns): number => FIELDS.filter((f) => columns[f] !== undefined).length

/** The best reading of a row as the header's last line. A title above is no group, so it changes nothing. */
function readRow(row: Row, above: Row | undefined): FoundHeader {
  const alone = readNames(ownCells(row), row.number)
  if (above?.number !== row.number - 1) return alone
  const names = withLineAbove(row, above)
  const both = readNames(names, row.number)
  const more = size(both.columns) > size(alone.columns)
  return more || (hasGroups(names) && size(both.columns) > 1) ? both : alone
}

/** The row among the first 20 that names most columns, however few. */
export function likeliestHeader({ rows }: Sheet): FoundHeader | undefined {
  let best: FoundHeader | undefined
  for (const [i, row] of rows.filter(({ number }) => number <= HEADER_ROWS).entries()) {
    const found = readRow(row, rows[i - 1])
    if (size(found.columns) > size(best?.columns ?? {})) best = found
  }
  return best
}

const OF_PARKING = /车位|车库|停车|泊位/

/** A list of homes may name each home's parking space; that alone makes it no list of parking spaces. */
const listsParking = ({ parking, room, building, unit }: Columns, sheet: string): boolean =>
  parking !== undefined &&
  room === undefined &&
  ((building ?? unit) === undefined || OF_PARKING.test(sheet))

export const areaColumnOf = ({ area, surveyArea, contractArea }: Columns): number | undefined =>
  area ?? surveyArea ?? contractArea

export const missingIn = (columns: Columns, sheet: string): readonly Field[] => [
  ...(columns.room === undefined && !listsParking(columns, sheet) ? (['room'] as const) : []),
  ...(areaColumnOf(columns) === undefined ? (['area'] as const) : []),
  ...(columns.owner === undefined ? (['owner'] as const) : []),
]

/**
 * The row that names the columns, among the first 20.
 * `header_not_found` where no row looks like one, `column_missing` where one does but place, area or owner is missing.
 */
export function findHeader(sheet: Sheet): Decision<Header, RegisterRefusal> {
  const found = likeliestHeader(sheet)
  if (!found || size(found.columns) < 2) {
    return refuse('register.header_not_found', { rows: HEADER_ROWS })
  }
  return headerOf(sheet, withRoom(found, sheet))
}

/** On a sheet of parking spaces the place is a space, whatever its column is called. */
const asParking = ({ room, ...columns }: Columns, sheet: string): Columns => {
  const isList = OF_PARKING.test(sheet) && columns.kind === undefined && room !== undefined
  if (isList && columns.parking === undefined) return { ...columns, parking: room }
  return { ...columns, ...(room !== undefined && { room }) }
}

/** A header as found or as a person says; refused where something is missing or claimed twice. */
export function headerOf(
  { name: sheet }: Sheet,
  { row, columns: found, repeated }: FoundHeader,
): Decision<Header, RegisterRefusal> {
  const columns = asParking(found, sheet)
  const missing = missingIn(columns, sheet).map((field) => FIELD_NAMES[field])
  if (missing.length > 0) {
    return refuse('register.column_missing', { sheet, columns: missing.join('、') })
  }
  if (repeated) return refuse('register.column_repeated', { sheet, column: FIELD_NAMES[repeated] })
  return accept({ row, columns, parking: listsParking(columns, sheet) })
}
