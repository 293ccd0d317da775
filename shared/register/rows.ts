import { isPlainText } from '#shared/kernel/text.ts'
import { type Area, parseArea } from './areas.ts'
import { compact, looksLikeFormula, tidy } from './characters.ts'
import type { Field } from './columns.ts'
import { listsParking, type Columns } from './header.ts'
import { MOST_OWNERS, type NamedOwner, readOwners, splitNames } from './owners.ts'
import type { Doubt, Problem } from './problems.ts'
import { parseParking, parsePlace, type Place } from './rooms.ts'
import type { Cell, Row } from './sheet.ts'
import { kindOf, statusOf, type UnitKind, type UnitStatus } from './words.ts'

/** A unit as its row says it, before it is known who is who. Area in 0.01 m². */
export interface NamedUnit extends Place {
  /** Its building as the register writes it, `1栋`; empty where the room says it all. */
  readonly written: string
  readonly kind: UnitKind
  readonly areaCenti: number
  readonly status: UnitStatus
  readonly owners: readonly NamedOwner[]
  /** Name of the developer, where the row has one. */
  readonly developer?: string
  readonly representative?: string
  readonly doubts: readonly Doubt[]
}

/** What a sheet says of all its rows. */
export interface RowContext {
  readonly columns: Columns
  /** Building that the sheet's name gives (`3栋`), for sheets without a column of it. */
  readonly building: string
}

/** Names of people and companies stay far below; a long text here is a note in the wrong column. */
const LONGEST_TEXT = 400
const NAMES: readonly Field[] = ['owner', 'developer', 'representative']
const TEXTS: readonly Field[] = [
  ...(['building', 'unit', 'room', 'parking', 'identity', 'phone', 'status', 'kind'] as const),
  ...NAMES,
]
// An area in a merged cell is that of the first row only: repeating it would count it twice.
const NOT_REPEATED: readonly Field[] = ['area']

const AREA_PROBLEMS = {
  not_a_number: 'area_not_a_number',
  not_positive: 'area_not_positive',
  too_large: 'area_too_large',
} as const satisfies Record<Extract<Area, string>, Problem>

/** One row below the header, as a unit or as the reason why it cannot be one. */
export function readUnit(row: Row, context: RowContext): NamedUnit | Problem {
  const written = fieldsOf(row, context.columns)
  const unsafe = textProblem(written)
  if (unsafe) return unsafe
  const parking = listsParking(context.columns)
  const place = parking ? parseParking(written.text('parking')) : placeOf(written, context)
  if (!place) return 'room_not_recognised'
  const area = parseArea(written.text('area'))
  if (typeof area === 'string') return AREA_PROBLEMS[area]
  const kind = meaningOf(written.text('kind'), kindOf, parking ? 'parking' : 'home')
  if (!kind) return 'kind_not_recognised'
  const status = meaningOf(written.text('status'), statusOf, 'delivered')
  if (!status) return 'status_not_recognised'
  const building = compact(written.text('building') || context.building)
  const unit = {
    ...place,
    written: building,
    kind,
    areaCenti: area.centi,
    status,
    ...peopleOf(written),
  }
  return peopleProblem(unit) ?? unit
}

interface Written {
  cell(field: Field): Cell | undefined
  /** Tidied; empty where the column or its content is missing. */
  text(field: Field): string
}

function fieldsOf(row: Row, columns: Columns): Written {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
  const cellOf = (field: Field): Cell | undefined => {
    const column = columns[field]
    const cell = column === undefined ? undefined : cells.get(column)
    return cell?.merged && NOT_REPEATED.includes(field) ? undefined : cell
  }
  return { cell: cellOf, text: (field) => tidy(cellOf(field)?.text ?? '') }
}

function textProblem({ cell }: Written): Problem | undefined {
  const cells = TEXTS.flatMap((field) => cell(field) ?? [])
  if (cells.some(({ text }) => looksLikeFormula(text)) || NAMES.some((f) => cell(f)?.formula)) {
    return 'text_starts_like_a_formula'
  }
  if (cells.some(({ kind }) => kind === 'error')) return 'formula_without_result'
  const plain = cells.every(({ text }) => text.length <= LONGEST_TEXT && isPlainText(text))
  return plain ? undefined : 'text_not_plain'
}

const placeOf = ({ text }: Written, context: RowContext): Place | undefined =>
  parsePlace({
    building: text('building') || context.building,
    unit: text('unit'),
    room: text('room'),
  })

const meaningOf = <T>(written: string, look: (word: string) => T | undefined, unless: T) =>
  written === '' ? unless : look(written)

function peopleOf({ cell, text }: Written) {
  const developer = text('developer')
  const [representative] = splitNames(text('representative'))
  return {
    ...readOwners({
      owner: text('owner'),
      identity: text('identity'),
      identityIsNumber: cell('identity')?.kind === 'number',
      phone: text('phone'),
    }),
    ...(developer && { developer }),
    ...(representative && { representative }),
  }
}

function peopleProblem({ status, owners, representative }: NamedUnit): Problem | undefined {
  if (status === 'delivered' && owners.length === 0) return 'delivered_without_owner'
  if (owners.length > MOST_OWNERS) return 'too_many_owners'
  const named = representative === undefined || owners.some(({ name }) => name === representative)
  return named ? undefined : 'representative_not_an_owner'
}
