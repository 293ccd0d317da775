import { dayOf } from '#shared/kernel/calendar.ts'
import { cutTo } from './letters.ts'
import type { FieldSource, FieldType, Template } from './templates.ts'

/** What a template is filled from. */
export interface FieldValues {
  readonly title: string
  readonly words: string
  /** ISO instant. */
  readonly at: string
  readonly number: string
  /** The template's own where the event has none. */
  readonly state?: string | undefined
}

/** How WeChat limits a kind of field, by its documents on template parameters. */
interface FieldLimit {
  readonly most: number
  /** What the kind does not hold: taken out. */
  readonly without?: RegExp
  /** Said where nothing is left: an empty field is refused as a whole message. */
  readonly empty: string
}

const NO_LATIN = /[^A-Za-z]/g
const NO_HAN = /[^\p{Script=Han}]/gu
/** Digits, letters and signs; no Chinese. */
const NO_ASCII = /[^\x20-\x7e]/g
const NO_SIGN = /[\p{L}\p{N}\s]/gu

/** 小程序订阅消息 → 订阅消息参数值内容限制说明; a message that breaks one is refused with 47003. */
export const FIELD_LIMITS: Readonly<Record<FieldType, FieldLimit>> = {
  thing: { most: 20, empty: '无' },
  number: { most: 32, without: /[^\d.]/g, empty: '0' },
  letter: { most: 32, without: NO_LATIN, empty: 'N' },
  symbol: { most: 5, without: NO_SIGN, empty: '-' },
  character_string: { most: 32, without: NO_ASCII, empty: '-' },
  time: { most: 32, empty: '-' },
  date: { most: 32, empty: '-' },
  amount: { most: 12, without: /[^\d.¥￥元]/g, empty: '¥0' },
  phone_number: { most: 17, without: /[^\d+\-() ]/g, empty: '0' },
  car_number: { most: 8, empty: '无' },
  name: { most: 10, empty: '无' },
  phrase: { most: 5, without: NO_HAN, empty: '通知' },
}

const TYPE = /^([a-z_]+?)\d+$/

/** `character_string1` → `character_string`. @throws Error for a key that is none of WeChat's */
export function fieldTypeOf(key: string): FieldType {
  const type = TYPE.exec(key)?.[1]
  if (type !== undefined && type in FIELD_LIMITS) return type as FieldType
  throw new Error(`${key} is no key of a template`)
}

/** What WeChat is given for each key of the template, within the limits of its kind. */
export function fieldsFor(
  template: Template,
  values: FieldValues,
): Readonly<Record<string, string>> {
  const filled = Object.entries(template.fields).map(([key, source]) => {
    const type = fieldTypeOf(key)
    return [key, fitted(type, valueOf(type, source, template, values))]
  })
  return Object.fromEntries(filled) as Readonly<Record<string, string>>
}

function valueOf(
  type: FieldType,
  source: FieldSource,
  template: Template,
  values: FieldValues,
): string {
  if (source === 'state') return values.state ?? template.state
  if (source !== 'at') return values[source]
  return type === 'date' ? dayOf(new Date(values.at)) : clockOf(new Date(values.at))
}

/** One line of what the kind can hold, cut to its length and never empty. */
export function fitted(type: FieldType, text: string): string {
  const { most, without, empty } = FIELD_LIMITS[type]
  const line = text.replace(/\s+/g, ' ').trim()
  const held = (without ? line.replace(without, '') : line).trim()
  if (held === '') return empty
  // An ellipsis is no digit, no letter and no Chinese character: such kinds are only cut.
  return without ? held.slice(0, most).trim() : cutTo(held.length > most ? tight(held) : held, most)
}

/** Without the spaces that only set numbers off from Chinese: more of the sentence fits. */
const tight = (text: string): string =>
  text.replace(/(\p{Script=Han}) /gu, '$1').replace(/ (\p{Script=Han})/gu, '$1')

/** `2026年11月24日 18:00` in Shanghai: the form WeChat names for a time with its day. */
function clockOf(time: Date): string {
  const [year = '', month = '', day = ''] = dayOf(time).split('-')
  const local = new Date(time.getTime() + 8 * 3_600_000).toISOString()
  return `${year}年${Number(month)}月${Number(day)}日 ${local.slice(11, 16)}`
}
