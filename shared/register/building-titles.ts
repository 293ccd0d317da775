import { compact } from './characters.ts'
import type { Row } from './sheet.ts'

/** Where the rows below a title, or of a sheet, are; empty where it does not say. */
export interface TitlePlace {
  readonly building: string
  readonly unit: string
}

const NOWHERE: TitlePlace = { building: '', unit: '' }

const NUMBER = '[0-9A-Z〇零一二三四五六七八九十百]{1,4}'
const WORD = '(?:号楼|#楼|栋楼|栋|幢|座|#)'
/** `锦绣花园3号楼业主名册` → `3号楼`; with its phase before it, `一期3栋`; with a unit after it. */
const NAMED = new RegExp(
  `((?:${NUMBER}(?:期|区|组团|号院)-?)?${NUMBER}${WORD})(?:-?(${NUMBER}单元))?`,
  'g',
)
/** `1-5号楼`, `1号楼至5号楼`, `1、2栋`: a title of several buildings is that of none. */
const SEVERAL =
  /[0-9A-Z一二三四五六七八九十](?:号楼|栋|幢|座|#)?[-~—至到、,，/和及](?=[0-9A-Z一二三四五六七八九十]+(?:号楼|栋|幢|座|#))/
const WHOLE = /^.{1,8}(?:栋|幢|座|号楼|#楼)$/
/** Sheets called `3` or `A`, not `Sheet3`. */
const BARE = /^(?:\d{1,3}|[A-Z])#?$/
/** `3幢1201室` is a home, not the title of one. */
const ROOM_FOLLOWS = /^-?[0-9]|室|\d{3,}(?!\d|年)/

/** The one building a title names, and its unit; nowhere where it names none, or several, or a home. */
function placeInTitle(text: string): TitlePlace {
  const title = compact(text)
    .toUpperCase()
    .replace(/\([^()]*\)/g, '')
  if (SEVERAL.test(title)) return NOWHERE
  const found = [...title.matchAll(NAMED)]
  const [first, ...others] = found
  if (!first || others.some(([all]) => all !== first[0])) return NOWHERE
  const [all, building = '', unit = ''] = first
  const rest = title.slice(first.index + all.length)
  return ROOM_FOLLOWS.test(rest) ? NOWHERE : { building, unit }
}

/** `3号楼`, `A座`, `3栋2单元`, `3栋业主名册` as the name of a sheet say where its rows are. */
export function placeOfSheet(name: string): TitlePlace {
  const plain = compact(name).toUpperCase()
  if (SEVERAL.test(plain)) return NOWHERE
  const place = placeInTitle(plain)
  return place.building === '' && WHOLE.test(plain) ? { building: plain, unit: '' } : place
}

/** A sheet called `3` is building 3 where neither a column nor the rooms say another. */
export const bareSheetName = (name: string): string =>
  BARE.test(compact(name).toUpperCase()) ? compact(name) : ''

const ownTexts = (row: Row): readonly string[] =>
  row.cells.filter(({ merged, text }) => !merged && compact(text) !== '').map(({ text }) => text)

/** `24户`, `2,100.50㎡`, `共24户`: beside a title, how much it stands for. */
const AMOUNT = /^(?:共|合计|小计|总计)?[:：]?[\d.,]+(?:户|套|间|㎡|m²|平方米|平米)$/i

/** A row of nothing but a title that names a building: `2号楼`, `2号楼（共 144 户）`. */
export function placeInTitleRow(row: Row): TitlePlace {
  const [title, ...others] = ownTexts(row)
  const isTitle = title !== undefined && others.every((text) => AMOUNT.test(compact(text)))
  return isTitle ? placeInTitle(title) : NOWHERE
}

/** The building that the titles above a header name; the lowest of them counts. */
export const placeAbove = (rows: readonly Row[], headerRow: number): TitlePlace =>
  rows
    .filter(({ number }) => number < headerRow)
    .flatMap((row) => ownTexts(row).map(placeInTitle))
    .filter(({ building }) => building !== '')
    .at(-1) ?? NOWHERE

const NAMES_DEVELOPER =
  /(?:开发商|建设单位|开发单位|开发企业|开发公司)(?:名称)?[:：]\s*([^\s:：,，;；、]{4,40})/

/** `建设单位：自贡华辰置业有限公司` above the header: who holds what nobody has bought. */
export const developerAbove = (rows: readonly Row[], headerRow: number): string | undefined =>
  rows
    .filter(({ number }) => number <= headerRow)
    .flatMap((row) => ownTexts(row))
    .map((text) => NAMES_DEVELOPER.exec(text)?.[1])
    .find((name) => name !== undefined)
