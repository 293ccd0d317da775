import { compact, tidy } from './characters.ts'

// No lookbehind in these: engines of iOS before 16.4 cannot parse it.
const DASHES = /[‐‑‒–—―−﹣~〜_/\\·、.。,]/g
const WORDS = '号楼|#楼|号院|号门|组团|单元|楼栋|栋|幢|座|楼|层|期|区|弄|门|梯|号|#'
const DIGITS = '〇零一二三四五六七八九十百'
const NUMERAL = `[0-9A-Z${DIGITS}]`
const SUFFIX = new RegExp(`(${NUMERAL})(?:${WORDS})-?(?=.)`, 'g')
const LAST_SUFFIX = new RegExp(`(${NUMERAL})(?:${WORDS}|室|房|户)$`)
/** `自流井区锦绣花园` before `3幢2单元1201室`. */
const ADDRESS = new RegExp(`^.{2,}?[^0-9A-Z${DIGITS}](?=${NUMERAL}+(?:号楼|栋|幢|座|#))`)
/** `12层1201`, `12楼1201`: the room says its floor already. */
const FLOOR = /(单元|门|栋|幢|座|号楼|-)(\d{1,2})(?:层|楼)-?(?=\2\d\d(?!\d))/
/** `1201（复式）` is 1201; `1201（东）` and `101(1)` are homes of their own. */
const REMARK = /\([^()0-9A-Z东西南北左右上下前后中内外甲乙丙丁]*\)$/
/** `3 2 1201`: spaces part a place of three as dashes do. */
const SPACED = /^[0-9A-Z]{1,3} +[0-9A-Z]{1,3} +[0-9A-Z]{2,6}$/
const PART = /^[0-9A-Z\u4e00-\u9fff]{1,12}$/
const CHINESE_NUMBER =
  /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/
const CHINESE_DIGITS = /^[〇零一二三四五六七八九]{2,}$/
const NUMERALS = '零一二三四五六七八九'
const MOST_PARTS = 5

const digit = (numeral: string): number =>
  numeral === '' ? 0 : NUMERALS.indexOf(numeral === '〇' ? '零' : numeral)

/** `十二` → `12`, `一百零一` → `101`, `一二〇一` → `1201`; whatever is not a Chinese number stays. */
function fromChinese(part: string): string {
  if (CHINESE_DIGITS.test(part)) return Array.from(part, digit).join('')
  const match = part === '' ? null : CHINESE_NUMBER.exec(part)
  if (!match) return part
  const [, hundreds, tens, ones = ''] = match
  // `十二` has no digit before its ten; `一百零二` has no ten at all.
  const ten = tens === '' ? 1 : digit(tens ?? '')
  return String(digit(hundreds ?? '') * 100 + ten * 10 + digit(ones))
}

/**
 * `3幢2单元1201室`, `３＃-2-1201` → `['3', '2', '1201']`; nothing where it cannot be a place.
 * A floor below ground, `-1-003`, is `B1`, so that a dash only ever parts.
 */
function partsOf(text: string): readonly string[] | undefined {
  const parts = dashed(text)
    .toUpperCase()
    .replace(REMARK, '')
    .replace(DASHES, '-')
    .replace(ADDRESS, '')
    .replace(FLOOR, '$1')
    .replace(LAST_SUFFIX, '$1')
    .replace(SUFFIX, '$1-')
    .replace(/(^|-)[-负](?=\d)/g, '$1B')
    .split('-')
    .filter((part) => part !== '')
    .map(fromChinese)
  return parts.length <= MOST_PARTS && parts.every((part) => PART.test(part)) ? parts : undefined
}

function dashed(text: string): string {
  const plain = tidy(text)
  return SPACED.test(plain.toUpperCase()) ? plain.replace(/ +/g, '-') : compact(plain)
}

const withoutZeros = (part: string): string => part.replace(/^0+(?=\d)/, '')

const startsWith = (parts: readonly string[], start: readonly string[]): boolean =>
  start.every((part, i) => withoutZeros(parts[i] ?? '') === withoutZeros(part))

/**
 * Some offices repeat building or unit in the room: building `3`, unit `2`, room `3-2-1201` or `2-1201`.
 * Beside a building alone `3-1201` is unit 3: read otherwise, it would be so in building 3 only.
 */
function joined(place: readonly string[], room: readonly string[]): readonly string[] {
  const telling = place.length > 1 || room.length > 2
  const repeated = place.findIndex((_, from) => {
    const end = place.slice(from)
    return telling && room.length > end.length && startsWith(room, end)
  })
  return [...(repeated === -1 ? place : place.slice(0, repeated)), ...room]
}

/** Shops are numbered `003`; a room of four digits has a padded floor, `0801`. */
const canonicalRoom = (part: string): string => (/^0\d{3,}$/.test(part) ? withoutZeros(part) : part)

export interface Place {
  /** Canonical, `1-2-801`: the same room has the same label however it was typed. */
  readonly label: string
  /** Canonical building, `1` or `A`; with its phase or court before it, `1-3`. */
  readonly building: string
}

/** What a row says of its place; an absent column is an empty text. */
export interface WrittenPlace {
  readonly building: string
  readonly unit: string
  readonly room: string
}

/** The place of a home or shop; nothing where building or room cannot be told. */
export function parsePlace(written: WrittenPlace): Place | undefined {
  const building = partsOf(written.building)
  const unit = partsOf(written.unit)
  const room = partsOf(written.room)
  if (!building || !unit || !room || room.length === 0) return undefined
  const parts = joined([...building, ...unit], room)
  const last = parts.at(-1)
  if (parts.length < 2 || last === undefined) return undefined
  const before = parts.slice(0, -1).map(withoutZeros)
  // `3栋2单元` in the column of buildings is building 3.
  const told = building.length - (building.length > 1 && /单元/.test(written.building) ? 1 : 0)
  const ofBuilding = told > 0 ? told : Math.max(1, before.length - 1)
  return {
    label: [...before, canonicalRoom(last)].join('-'),
    building: before.slice(0, ofBuilding).join('-'),
  }
}

/** On floor 12 room `01` is `1201`: some registers number the rooms of each floor from one. */
export const roomOnFloor = (room: string, floor: string): string => {
  const [, storey = ''] = /^(-?\d{1,3})(?:层|楼|F)?$/i.exec(compact(floor)) ?? []
  const bare = compact(room).replace(/[室号房]$/, '')
  return storey !== '' && /^\d{1,2}$/.test(bare) ? storey + bare.padStart(2, '0') : room
}

/** `B1-001`, ` b1—001 ` → `车位B1-001`; never the label of a home. */
export function parseParking(text: string): Place | undefined {
  const plain = compact(text).toUpperCase().replace(/^车位/, '').replace(DASHES, '-')
  if (!/^[0-9A-Z\u4e00-\u9fff#-]{1,24}$/.test(plain) || !/[0-9A-Z]/.test(plain)) return undefined
  return { label: `车位${plain}`, building: '' }
}
