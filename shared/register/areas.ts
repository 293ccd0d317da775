import { compact, tidy } from './characters.ts'
import type { AreaSource } from './register.ts'

const UNIT = / *(?:㎡|m ?²|m\^?2|sqm|平方米|平米|平方|平)$/i
/** `89.57㎡（实测）`, `89.57（㎡）`: a remark without other digits changes no number. */
const REMARK = / *\((?:[^()\d]*|m2)\)$/i
const NAMED = /^(?:建筑|产权|登记|实测)?面积 *[:：]? */
const DECIMAL = /^([+-]?)(\d{1,15})(?:\.(\d*))?(?:e([+-]?\d{1,2}))?$/i
/** `1,089.57`, `1 089.57`, `1,234,567`: thousands are parted, and something shows that it is thousands. */
const GROUPED = /^[+-]?\d{1,3}([, '])\d{3}(?:(?:\1\d{3})*\.\d+|(?:\1\d{3})+)$/
/** `1.089,57`: as some programs write thousands and decimals. */
const GROUPED_BY_DOTS = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/
/** `89,57`: three digits behind the comma of a number this short might be thousands, any other count is decimals. */
const COMMA = /^[+-]?\d+,\d+$/
/** `1,234` is one thousand and more, or one and a bit: nothing in the cell tells which. */
const EITHER = /^[+-]?\d{1,3}[, ']\d{3}$/
/** What a spreadsheet shows and keeps: beyond this many significant digits is binary noise. */
const SIGNIFICANT = 15

/** No single unit of a residential community comes near 100,000 m². */
const LARGEST_AREA_CENTI = 10_000_000

export type Area =
  { readonly centi: number } | 'not_a_number' | 'ambiguous' | 'not_positive' | 'too_large'

/** `digits` without its last `drop` digits, half up. Integers up to 16 digits only, no float. */
function dropDigits(digits: string, drop: number): string {
  if (drop <= 0) return digits + '0'.repeat(-drop)
  const kept = digits.slice(0, -drop) || '0'
  const first = digits.length >= drop ? digits.charAt(digits.length - drop) : '0'
  return first >= '5' ? String(Number(kept) + 1) : kept
}

/** Decimal text to hundredths, half up: GB/T 17986.1-2000, 8.1.3 takes areas to 0.01 m². */
function toCenti(whole: string, fraction: string, exponent: number): number {
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '')
  const noise = Math.max(0, digits.length - SIGNIFICANT)
  const clean = dropDigits(digits, noise)
  const places = fraction.length - exponent - noise
  if (clean.length + 2 - places > SIGNIFICANT) return Infinity
  return Number(dropDigits(clean, places - 2))
}

/** The number with a dot before its decimals and nothing between its thousands. */
function plainNumber(written: string): string {
  if (GROUPED.test(written)) return written.replace(/[, ']/g, '')
  if (GROUPED_BY_DOTS.test(written)) return written.replace(/\./g, '').replace(',', '.')
  return COMMA.test(written) ? written.replace(',', '.') : written
}

/** An area as people write it (`89.57`, `89,57㎡`, `1,089.57 平方米`) in whole 0.01 m². */
export function parseArea(text: string): Area {
  const written = tidy(text)
    .replace(NAMED, '')
    .replace(REMARK, '')
    .replace(UNIT, '')
    .replace(/。(?=\d)/, '.')
  if (EITHER.test(written)) return 'ambiguous'
  const match = DECIMAL.exec(plainNumber(written))
  if (!match) return 'not_a_number'
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const centi = toCenti(whole, fraction, Number(exponent))
  if (sign === '-' || centi === 0) return 'not_positive'
  return centi > LARGEST_AREA_CENTI ? 'too_large' : { centi }
}

const SOURCES: readonly (readonly [RegExp, AreaSource])[] = [
  [/合同|预测|预售|网签|买卖/, 'contract'],
  [/实测|测绘|竣工|测量/, 'survey'],
  [/登记|产权|不动产|房产证|证载|权证/, 'register'],
]

/** What a word says of where an area comes from; nothing where it says nothing. */
export const areaSourceOf = (text: string): AreaSource | undefined =>
  SOURCES.find(([pattern]) => pattern.test(compact(text)))?.[1]
