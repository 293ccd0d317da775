import type { Written } from './cells.ts'
import { compact } from './characters.ts'
import { isDate } from './dates.ts'
import type { Problem } from './problems.ts'
import { parseParking, parsePlace, type Place, roomOnFloor } from './rooms.ts'
import { isStoreroom, kindOf, type UnitKind } from './words.ts'

/** What a sheet, and the rows above, say of a row. */
export interface RowContext {
  /** Every row is a parking space. */
  readonly parking: boolean
  /** Building and unit where the row leaves them blank: of the rows above, a title, or the sheet's name. */
  readonly building: string
  readonly unit: string
}

export interface NamedPlace extends Place {
  readonly kind: UnitKind
  /** Its building as the register writes it, `1栋`; empty where the room says it all. */
  readonly written: string
}

/** A room that is called what it is: `商铺3`, `车位12`, `储藏室5`. */
const IN_ROOM = /商铺|门面|铺位|车位|车库|储藏|储物|杂物/

const kindIn = (kind: string, room: string, parking: boolean): UnitKind | undefined => {
  if (kind !== '') return kindOf(kind)
  if (parking) return 'parking'
  return IN_ROOM.test(room) ? kindOf(room) : 'home'
}

/**
 * A space or storeroom may be numbered as the homes above it are: what it is called keeps them apart.
 */
function placeBeside(name: string, building: string, room: string, whole: Place | undefined) {
  const place = whole ?? parseParking(building === '' ? room : `${building}-${room}`)
  if (!place) return undefined
  const bare = place.label.replace(/^车位/, '')
  return { label: bare.includes(name) ? bare : name + bare, building: '' }
}

const PLACE = ['building', 'unit', 'room', 'parking'] as const

/** A spreadsheet makes `3-12` a day in March; eight digits without a mark are a number of the office's own. */
const isTakenForDay = ({ text }: Written): boolean =>
  PLACE.map(text).some((written) => isDate(written) && /[^0-9]/.test(written))

function placeOf(
  { text }: Written,
  { parking, building: around, unit }: RowContext,
  kind: UnitKind | undefined,
) {
  const building = text('building') || around
  const room = text('room')
  const space = text('parking')
  if (parking && text('parking') !== '') {
    return parseParking(
      text('building') === '' ? text('parking') : `${building}-${text('parking')}`,
    )
  }
  const whole = parsePlace({
    building,
    unit: text('unit') || unit,
    room: roomOnFloor(room, text('floor')),
  })
  if (kind !== 'parking') return whole
  // A space named in its own column says where it is: the buildings of the rows above are not its.
  if (room === '')
    return placeBeside(nameOf(text('kind') + space), text('building'), space, undefined)
  return placeBeside(nameOf(text('kind') + room), building, room, whole)
}

/** Where a row's unit is and what kind it is, or why neither can be told. */
export function readPlace(written: Written, context: RowContext): NamedPlace | Problem {
  const { text } = written
  if (isTakenForDay(written)) return 'room_is_a_date'
  const kind = kindIn(text('kind'), text('room'), context.parking)
  const place = placeOf(written, context, kind)
  if (!place) return 'room_not_recognised'
  if (!kind) return 'kind_not_recognised'
  return { ...place, kind, written: compact(text('building') || context.building) }
}

const nameOf = (words: string): string => (isStoreroom(words) ? '储藏室' : '车位')
