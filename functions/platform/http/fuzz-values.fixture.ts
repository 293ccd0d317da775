import type { Chance } from '#demo/chance.ts'

/** A JSON Schema as the OpenAPI document holds it, as far as inputs are made from it. */
export interface InputSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly InputSchema[]
  readonly oneOf?: readonly InputSchema[]
  readonly properties?: Readonly<Record<string, InputSchema>>
  readonly required?: readonly string[]
  readonly items?: InputSchema | false
  readonly prefixItems?: readonly InputSchema[]
  readonly minimum?: number
  readonly maximum?: number
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
}

/** Values by the name of the field they stand in: ids that exist, ids of elsewhere, places a list ended. */
export type Known = Readonly<Record<string, readonly unknown[]>>

const WORDS = ['电梯有异响，请检修。', '续聘物业', 'ok', 'Ünïcode 文字', '🏠👩‍👩‍👧‍👦 家', '<b>粗体</b>']
/** Of the forms that ids, codes, numbers and hashes have. */
const CODES = [
  ...['no-such-thing', 'KM7XR4PC', 'KM7XR4', 'KM7XR4PCQW', '123456', '13800000000', '1-1-101'],
  ...['a'.repeat(64), '0123', '2026-11'],
]
const INSTANTS = [
  '2026-12-10T16:00:00.000Z',
  '2026-12-20T16:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00Z',
  '2026-02-28T24:00:00Z',
  '2026-11-24T10:00:00.123456789Z',
]
const DAYS = ['2026-12-31', '2026-02-30', '0000-01-01', '9999-12-31', '2026-1-1']

const STRINGS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\ud83d',
  '\ufeff文',
  '\ufffe',
  '\u202egnp.exe',
  '\u2066\u2069',
  'é'.normalize('NFD').repeat(9),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A'.repeat(20),
  '👩‍👩‍👧‍👦'.repeat(600),
  '\r\nSet-Cookie: a=b',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../../etc/passwd',
  '..\\..\\secret',
  '%00',
  '%ED%A0%80',
  '#',
  'a#b',
  '#STATE',
  '\uffff',
  '~',
  "'; DROP TABLE complaints; --",
  '{"$gt":""}',
  '{field}',
  '${7*7}',
  '<script>alert(1)</script>',
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '0x10',
  'null',
  'undefined',
  'true',
  '[object Object]',
  'a'.repeat(64),
  'a'.repeat(65),
  'a'.repeat(1_024),
  '字'.repeat(2_049),
  '_',
  '_____',
  '-',
  '=',
  '..',
  '.',
  '/',
  'A-_-A',
  ...INSTANTS,
  ...DAYS,
]

const NUMBERS = [
  0, -0, 1, -1, 2, 5, 6, 9, 10, 100, 101, 0.5, 1.000_000_1, -2_147_483_649, 4_294_967_296,
  9_007_199_254_740_991, 9_007_199_254_740_993, 1e21, 1e308, 5e-324,
]

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: [nested(depth - 1)] })

export function hostileString(chance: Chance): string {
  if (chance.below(4) > 0) return chance.pick(STRINGS)
  const units = Array.from({ length: chance.below(40) }, () => chance.below(65_536))
  return String.fromCharCode(...units)
}

export function hostileValue(chance: Chance): unknown {
  switch (chance.below(10)) {
    case 0:
      return null
    case 1:
      return chance.below(2) === 0
    case 2:
      return []
    case 3:
      return {}
    case 4:
      return chance.pick(NUMBERS)
    case 5:
      return Array.from({ length: chance.below(400) }, () => hostileString(chance))
    case 6:
      return nested(1 + chance.below(9))
    case 7:
      return { [hostileString(chance)]: hostileString(chance), length: 1e9, then: 'no promise' }
    default:
      return hostileString(chance)
  }
}

/** A value the schema may well accept: what exists by its name, else something of its form. */
export function likelyValue(
  name: string,
  schema: InputSchema,
  known: Known,
  chance: Chance,
): unknown {
  const own = known[name]
  if (own !== undefined && own.length > 0 && chance.below(20) > 0) return chance.pick(own)
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return likelyValue(name, chance.pick(choices), known, chance)
  if ('const' in schema) return schema.const
  if (schema.enum) return chance.pick(schema.enum)
  return valueOfType(name, schema, known, chance)
}

function valueOfType(name: string, schema: InputSchema, known: Known, chance: Chance): unknown {
  switch (schema.type ?? 'string') {
    case 'object':
      return likelyObject(schema, known, chance)
    case 'array':
      return likelyArray(name, schema, known, chance)
    case 'integer':
    case 'number':
      return (schema.minimum ?? 1) + chance.below(Math.min(schema.maximum ?? 5, 100))
    case 'boolean':
      return chance.below(2) === 0
    default:
      return likelyString(schema, chance)
  }
}

function likelyArray(name: string, schema: InputSchema, known: Known, chance: Chance): unknown[] {
  const { items, prefixItems } = schema
  // A tuple says of each place what stands there, and that nothing follows.
  if (prefixItems) return prefixItems.map((item) => likelyValue(name, item, known, chance))
  return Array.from({ length: chance.below(3) + (name === 'photos' ? 0 : 1) }, () =>
    likelyValue(singular(name), items === false ? {} : (items ?? {}), known, chance),
  )
}

function likelyString(schema: InputSchema, chance: Chance): string {
  const { format, pattern, minLength = 0, maxLength = Infinity } = schema
  if (format === 'date-time') return chance.pick(INSTANTS)
  if (format === 'date') return chance.pick(DAYS)
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  const fit = [...WORDS, ...CODES].filter(
    (one) => one.length >= minLength && one.length <= maxLength && (form?.test(one) ?? true),
  )
  return chance.pick(fit.length === 0 ? WORDS : fit)
}

const singular = (name: string): string => name.replace(/s$/, '')

export function likelyObject(
  { properties = {}, required = [] }: InputSchema,
  known: Known,
  chance: Chance,
): Record<string, unknown> {
  const names = Object.keys(properties).filter(
    (name) => required.includes(name) || chance.below(2) === 0,
  )
  return Object.fromEntries(
    names.map((name) => [name, likelyValue(name, properties[name] ?? {}, known, chance)]),
  )
}

/** The value with one thing in it wrong, however deep. */
export function spoiled(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.below(8) === 0) {
    return hostileValue(chance)
  }
  if (Array.isArray(value)) return spoiledArray(value, chance)
  const entries = Object.entries(value)
  const at = chance.below(Math.max(1, entries.length))
  const [name = 'a', old] = entries[at] ?? []
  switch (chance.below(4)) {
    case 0:
      return Object.fromEntries(entries.filter((_, n) => n !== at))
    case 1:
      return Object.fromEntries([...entries, [hostileString(chance), hostileValue(chance)]])
    default:
      return Object.fromEntries([...entries, [name, spoiled(old, chance)]])
  }
}

function spoiledArray(values: readonly unknown[], chance: Chance): unknown[] {
  if (chance.below(3) === 0) return Array.from({ length: 1_000 }, () => values[0] ?? null)
  const [first, ...rest] = values
  return chance.below(2) === 0 ? [...values, ...values] : [spoiled(first, chance), ...rest]
}
