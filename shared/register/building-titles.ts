import { compact } from './characters.ts'
import type { Row } from './sheet.ts'

const NUMBER = '[0-9A-Z〇零一二三四五六七八九十百]{1,4}'
const WORD = '(?:号楼|#楼|栋楼|栋|幢|座|#)'
/** `锦绣花园3号楼业主名册` → `3号楼`; with its phase before it, `一期3栋`. */
const NAMED = new RegExp(`(?:${NUMBER}(?:期|区|组团|号院)-?)?${NUMBER}${WORD}`, 'g')
/** `1-5号楼`, `1号楼至5号楼`, `1、2栋`: a title of several buildings is that of none. */
const SEVERAL =
  /[0-9A-Z一二三四五六七八九十](?:号楼|栋|幢|座|#)?[-~—至到、,，/和及](?=[0-9A-Z一二三四五六七八九十]+(?:号楼|栋|幢|座|#))/
const WHOLE = /^.{1,8}(?:栋|幢|座|号楼|#楼)$/
/** Sheets called `3` or `A`, not `Sheet3`. */
const BARE = /^(?:\d{1,3}|[A-Z])#?$/

/** The one building a title names; empty where it names none, or several. */
export function buildingInTitle(text: string): string {
  const title = compact(text)
    .toUpperCase()
    .replace(/\([^()]*\)/g, '')
  if (SEVERAL.test(title)) return ''
  const named = new Set(title.match(NAMED) ?? [])
  const [first = ''] = named
  return named.size === 1 ? first : ''
}

/** `3号楼`, `A座`, `3栋业主名册` as the name of a sheet say where its rows are. */
export function buildingInSheetName(name: string): string {
  const plain = compact(name).toUpperCase()
  if (SEVERAL.test(plain)) return ''
  return buildingInTitle(plain) || (WHOLE.test(plain) ? plain : '')
}

/** A sheet called `3` is building 3 where neither a column nor the rooms say another. */
export const bareSheetName = (name: string): string =>
  BARE.test(compact(name).toUpperCase()) ? compact(name) : ''

const ownTexts = (row: Row): readonly string[] =>
  row.cells.filter(({ merged, text }) => !merged && compact(text) !== '').map(({ text }) => text)

/** A row of nothing but a title that names a building: `2号楼`, `2号楼（共 144 户）`. */
export function buildingInTitleRow(row: Row): string {
  const [only, ...others] = ownTexts(row)
  return only === undefined || others.length > 0 ? '' : buildingInTitle(only)
}

/** The building that the titles above a header name; the lowest of them counts. */
export const buildingAbove = (rows: readonly Row[], headerRow: number): string =>
  rows
    .filter(({ number }) => number < headerRow)
    .flatMap((row) => ownTexts(row).map(buildingInTitle))
    .filter((building) => building !== '')
    .at(-1) ?? ''
