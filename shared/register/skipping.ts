import { compact, looksLikeFormula } from './characters.ts'
import { knownField } from './columns.ts'
import { isDate } from './dates.ts'
import type { Columns, Header } from './header.ts'
import type { Cell, Row } from './sheet.ts'

/** Rows that are no unit and need no answer. Everything else is either taken or listed as a problem. */
export type Skipped = 'blank' | 'repeated_header' | 'total' | 'note'

const TOTAL =
  /^(?:[^、，,;；/]{0,12}?)(?:小计|合计|总计|共计|累计|总和|汇总|总面积|总建筑面积|总套数|总户数)(?:\([^)]*\))?[:：]?[\d.,㎡²m平方米户套间个元]*$/
const NOTE =
  /^(?:制表|填表|填报|审核|复核|经办|负责|统计|打印|导出|备注|说明|注|日期|时间|单位|盖章|签字|签章|联系)(?:(?:人|日期|时间|单位)?$|[^:：]{0,8}[:：])|^[第共]\d+页/

/** `144户`, `以上共144户` in the column of owners of a total. */
const COUNT = /^(?:以上|全部|全小区)?共?计?\d+[户套人个间]$/

const isTotal = (written: string): boolean => TOTAL.test(written) || COUNT.test(written)

/** What stands beside `合计`: a count or a sum, or nothing. */
const isSum = (written: string): boolean =>
  written === '' || isTotal(written) || /^[\d.,]+$/.test(written)

const text = (row: Row, column: number | undefined): string =>
  column === undefined ? '' : compact(row.cells.find((cell) => cell.column === column)?.text ?? '')

/** A repeated header is one that the printer puts on each page: at least three names in their own columns. */
function repeatsHeader(row: Row, { columns }: Header): boolean {
  const named = row.cells.filter((cell) => {
    const field = knownField(cell.text)
    return field !== undefined && columns[field] === cell.column
  })
  return named.length >= 3
}

/** A page of a print begins with the titles and both lines of the header. */
const repeatsAbove = (own: readonly Cell[], above: readonly Row[]): boolean =>
  above.some((row) =>
    own.every(({ column, text: written }) => {
      const there = row.cells.find((cell) => cell.column === column && !cell.merged)
      return there !== undefined && compact(there.text) === compact(written)
    }),
  )

const isAreaAt = ({ columns }: Header, column: number): boolean =>
  [columns.area, columns.surveyArea, columns.contractArea].includes(column)

export type Joined = 'surely' | 'perhaps'

/** Whether a row names nothing but further owners of the unit above: its room is merged with the one above, or blank. */
export function isOwnersOnly(row: Row, columns: Columns): Joined | undefined {
  const names = text(row, columns.owner)
  const own = row.cells.filter((cell) => !cell.merged && compact(cell.text) !== '')
  const place = [columns.building, columns.unit, columns.room, columns.parking, columns.floor]
  const areas = [columns.area, columns.surveyArea, columns.contractArea]
  const says = own.some(({ column }) => [...place, ...areas].includes(column))
  if (says || !own.some(({ column }) => column === columns.owner) || names === '') return undefined
  const room = row.cells.find(({ column }) => column === (columns.room ?? columns.parking))
  return room?.merged ? 'surely' : 'perhaps'
}

/** `合计` begins the row, or stands where the place of a home would: whatever else the row holds, it is no home. */
export function saysTotal(row: Row, { columns }: Pick<Header, 'columns'>): boolean {
  const named = [columns.owner, columns.coOwner, columns.developer, columns.representative]
  const [first] = row.cells.filter((cell) => !cell.merged && compact(cell.text) !== '')
  const begins = first && !named.includes(first.column) && TOTAL.test(compact(first.text))
  const { building, unit, floor, room, parking } = columns
  const place = [building, unit, floor, room, parking]
  return begins === true || place.some((column) => TOTAL.test(text(row, column)))
}

/**
 * Whether it holds what every row of a unit has: then it is no total and no note. Beside the word of a total the same
 * columns hold sums (`合计 | 144户`), which claim nothing.
 */
function claimsUnit(row: Row, header: Header): boolean {
  const { room, parking, owner, identity, phone } = header.columns
  const claims = [room, parking, owner, identity, phone].map((column) => text(row, column))
  if (saysTotal(row, header) && claims.every(isSum)) return false
  return claims.some((written) => written !== '' && !isTotal(written))
}

/**
 * Why a row below the header can be passed over in silence, or `undefined`: then it must be taken or listed.
 * A total says so (`1栋小计`, `合计`) and names neither room nor owner.
 */
export function skippedAs(
  row: Row,
  header: Header,
  above: readonly Row[] = [],
): Skipped | undefined {
  const own = row.cells.filter((cell) => !cell.merged && compact(cell.text) !== '')
  const [first] = own
  if (first === undefined) return 'blank'
  if (repeatsHeader(row, header) || repeatsAbove(own, above)) return 'repeated_header'
  const hasArea = own.some(({ column }) => isAreaAt(header, column))
  if (isSentence(own, header)) return 'note'
  const note = hasArea ? undefined : noteIn(own)
  if (claimsUnit(row, header)) return note
  return totalIn(own) ?? note ?? preparedIn(own, header)
}

const totalIn = (own: readonly Cell[]) =>
  own.some((cell) => isTotal(compact(cell.text))) ? 'total' : undefined

/** A sentence alone in its row: no home has so long a name. */
const LONG = 10
const isSentence = ([first, ...rest]: readonly Cell[], { columns }: Header): boolean =>
  first?.kind === 'text' &&
  first.column !== columns.owner &&
  rest.length === 0 &&
  compact(first.text).length >= LONG &&
  !looksLikeFormula(first.text) &&
  !/[号室户房幢栋楼]\d|\d[号室户房]?$|-/.test(compact(first.text))

const noteIn = ([first, ...rest]: readonly Cell[]) =>
  first && first.kind !== 'number' && [first, ...rest].every(isNote) ? 'note' : undefined

/** Offices number rows ahead of filling them in. */
const preparedIn = ([first, ...rest]: readonly Cell[], header: Header) =>
  first &&
  rest.length === 0 &&
  /^\d{1,6}$/.test(compact(first.text)) &&
  !isRead(first.column, header)
    ? 'blank'
    : undefined

/** Dates beside `填表日期` are numbers to a spreadsheet. */
const isNote = (cell: Cell): boolean =>
  cell.kind === 'number' || NOTE.test(compact(cell.text)) || isDate(cell.text)

const isRead = (column: number, { columns }: Header): boolean =>
  Object.values(columns).includes(column)
