import { compact } from './characters.ts'
import type { AreaSource } from './register.ts'

const UNIT = /(?:㎡|m²|m2|平方米|平米|平方|平)$/i
/** `89.57㎡（实测）`: a remark without digits changes no number. */
const REMARK = /\([^()\d]*\)$/
const DECIMAL = /^([+-]?)(\d{1,15})(?:\.(\d*))?(?:e([+-]?\d{1,2}))?$/i
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
/** What a spreadsheet shows and keeps: beyond this many significant digits is binary noise. */
const SIGNIFICANT = 15

/** No single unit of a residential community comes near 100,000 m². */
const LARGEST_AREA_CENTI = 10_000_000

export type Area = { readonly centi: number } | 'not_a_number' | 'not_positive' | 'too_large'

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

/** An area as people write it (`89.57`, `89.57㎡`, `1,089.57 平方米`) in whole 0.01 m². */
export function parseArea(text: string): Area {
  const bare = compact(text).replace(REMARK, '').replace(UNIT, '')
  const plain = GROUPED.test(bare) ? bare.replace(/,/g, '') : bare
  const match = DECIMAL.exec(plain)
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
