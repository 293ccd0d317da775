import { toHalfWidth } from './characters.ts'
import { type Field, FIELDS, GROUPS, NAMES, NOT_OURS, PATTERNS } from './column-names.ts'

export { type Field, FIELD_NAMES, FIELDS } from './column-names.ts'

const UNIT_OF_MEASURE = /(?:㎡|m²|m2|平方米|平米|平方)/gi
const NOTE = /\([^()]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕|<[^>]*>|《[^》]*》/g
/** A note whose bracket is never closed ends the name. */
const OPEN_NOTE = /^(.+)[([【〔].*$/
const MARKS = /[\s*:/\\★☆※●○◆■▲△·•、,，。.;;|"'“”#_–—-]/g

/** `* 建筑面积（㎡）：` → `建筑面积`. */
export const columnName = (text: string): string =>
  toHalfWidth(text)
    .replace(NOTE, '')
    .replace(OPEN_NOTE, '$1')
    .replace(UNIT_OF_MEASURE, '')
    .replace(MARKS, '')
    .replace(/面积单位$/, '面积')
    .toLowerCase()

const meanings = () =>
  new Map(
    FIELDS.flatMap((field) =>
      NAMES[field].split(' ').map((name, rank) => [name, { field, rank }] as const),
    ),
  )
// Marked, so that a bundle which reads no table does without the names of its columns.
const MEANINGS = /* @__PURE__ */ meanings()

export interface Meaning {
  readonly field: Field
  /** Smaller is surer. */
  readonly rank: number
}

/** All names that are only recognised by what they contain come after all that are known. */
const BY_PATTERN = 1_000

/** `1栋`, `二单元`, `已交付` stand in rows; no column is called so. */
const IN_ROWS = /\d|^[a-z一二三四五六七八九十]+(?:单元|栋|幢|座|号楼|楼|层)$|^[已未待无]/

function byPattern(name: string): Meaning | undefined {
  if (name.length > 16 || NOT_OURS.test(name) || IN_ROWS.test(name)) return undefined
  const at = PATTERNS.findIndex(([pattern]) => pattern.test(name))
  const field = PATTERNS[at]?.[1]
  return field && { field, rank: BY_PATTERN + at }
}

const known = (name: string): Meaning | undefined => MEANINGS.get(name)

export const meaningOf = (text: string): Meaning | undefined => {
  const name = columnName(text)
  return known(name) ?? byPattern(name)
}

/** Whether a text is one of the names we know, and of which field. */
export const knownField = (text: string): Field | undefined => known(columnName(text))?.field

const OF_CO_OWNER: Partial<Record<Field, Field>> = {
  owner: 'coOwner',
  identity: 'coIdentity',
  phone: 'coPhone',
}

const groupOf = (name: string) => GROUPS.find(([pattern]) => pattern.test(name))?.[1]

/** Whether a text names a group of columns, as the first line of a header of two does. */
export const isGroup = (text: string): boolean => groupOf(columnName(text)) !== undefined

const ofOthers = (name: string): Meaning | undefined => {
  const meaning = known(name)
  return meaning?.field === 'parking' ? meaning : undefined
}

const ofCoOwner = (name: string): Meaning | undefined => {
  const meaning = known(name) ?? byPattern(name)
  return meaning && { ...meaning, field: OF_CO_OWNER[meaning.field] ?? meaning.field }
}

/** `建筑` below `面积` and `姓名` below `业主信息` are one name in two cells, whichever comes first. */
function ofOurs(about: string, name: string): Meaning | undefined {
  const bare = about.replace(/(?:基本)?(?:信息|情况|资料|内容|状况|明细)$/, '')
  const joined = [bare + name, name + bare]
  if (joined.some((one) => NOT_OURS.test(one))) return undefined
  return [...joined, name].map(known).find((meaning) => meaning !== undefined) ?? byPattern(name)
}

/** What a column is called below a group: `姓名` of `业主信息` is an owner's, of `租户信息` nobody's here. */
export function meaningWithin(group: string, text: string): Meaning | undefined {
  const about = columnName(group)
  const name = columnName(text)
  const kind = groupOf(about)
  if (kind === 'other') return ofOthers(name)
  return kind === 'coOwner' ? ofCoOwner(name) : ofOurs(about, name)
}
