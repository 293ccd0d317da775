import { FIELD_NAMES, FIELDS, type Field } from '#shared/register/column-names.ts'
import type { ImportSheet, SheetColumns } from '#shared/register/terms.ts'

/** What a person says of one sheet; columns from 0. */
export interface Mapping {
  readonly headerRow: number
  readonly columns: Readonly<Partial<Record<Field, number>>>
}

/** Without these there is no home: asked first. The others follow for whoever has them. */
export const FIRST_FIELDS = ['building', 'unit', 'room', 'area', 'owner'] as const
export const OTHER_FIELDS = FIELDS.filter(
  (field) => !(FIRST_FIELDS as readonly Field[]).includes(field),
)
const NEEDED: readonly Field[] = ['room', 'area', 'owner']

export const isNeeded = (field: Field): boolean => NEEDED.includes(field)

export const fieldLabel = (field: Field): string =>
  isNeeded(field) ? `${FIELD_NAMES[field]}（必须有）` : FIELD_NAMES[field]

export function mappingOf({ columns }: ImportSheet): Mapping {
  const known = (columns?.columns ?? []).map(({ field, column }) => [field, column] as const)
  return { headerRow: columns?.headerRow ?? 0, columns: Object.fromEntries(known) }
}

/** `column` of a field, or none. A column says one thing: it is taken from the field that had it. */
export function withColumn(mapping: Mapping, field: Field, column: number | undefined): Mapping {
  const others = Object.entries(mapping.columns).filter(
    ([name, at]) => name !== field && at !== column,
  )
  const now = column === undefined ? others : [...others, [field, column]]
  return { ...mapping, columns: Object.fromEntries(now) as Mapping['columns'] }
}

export function missingIn({ columns }: Mapping): string | undefined {
  const has = (...fields: readonly Field[]): boolean =>
    fields.some((field) => columns[field] !== undefined)
  if (!has('room', 'parking')) return '请选出房号是哪一列'
  if (!has('area', 'surveyArea', 'contractArea')) return '请选出建筑面积是哪一列'
  return has('owner') ? undefined : '请选出业主姓名是哪一列'
}

export const asSent = (sheet: string, { headerRow, columns }: Mapping): SheetColumns => ({
  sheet,
  headerRow,
  columns: FIELDS.flatMap((field) => {
    const column = columns[field]
    return column === undefined ? [] : [{ field, column }]
  }),
})

/** 0 → `A`, 27 → `AB`, as spreadsheets call their columns. */
export const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)

const NAME_AT_MOST = 8
const SAMPLES = 3

/** Every column of the sheet's first rows, by its letter and what the header calls it. */
export function columnsOf({ rows }: ImportSheet, headerRow: number): readonly string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const names = rows.find(({ row }) => row === headerRow)?.cells ?? []
  return Array.from({ length: width }, (_, column) => {
    const name = (names[column] ?? '').trim()
    return name === ''
      ? `${letterOf(column)} 列`
      : `${letterOf(column)} 列 ${Array.from(name).slice(0, NAME_AT_MOST).join('')}`
  })
}

/** What stands in the column below the header. */
export const samplesOf = ({ rows }: ImportSheet, headerRow: number, column: number): string =>
  rows
    .filter(({ row }) => row > headerRow)
    .map(({ cells }) => (cells[column] ?? '').trim())
    .filter((text) => text !== '')
    .slice(0, SAMPLES)
    .join('；')

/** `第 3 行：楼栋、房号、面积`. */
export const rowWords = ({ rows }: ImportSheet, row: number): string =>
  (rows.find((one) => one.row === row)?.cells ?? [])
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .slice(0, 6)
    .join('、')
