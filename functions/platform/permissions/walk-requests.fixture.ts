import type { Sent } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { publicNumber } from '#shared/kernel/public-number.ts'
import { named } from '../../people/people.fixture.ts'
import type { Place } from '#shared/people/scopes.ts'
import type { Operation } from './walk-expectation.fixture.ts'

interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minimum?: number
  readonly minItems?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
}

export type Objects = Readonly<Record<string, unknown>>

/** A whole sentence is long enough for any text; then what may be an id, a short code. */
const STRINGS = ['电梯有异响，请检修。', 'no-such-thing', 'KM7XR4PC']

/** What paths name, where the walk's world has none of them: the edge decides before it is looked for. */
const MADE_UP: Objects = {
  number: publicNumber('JX', new Uint8Array(32), 0),
  into: publicNumber('JX', new Uint8Array(32), 0),
  invitation: 'no-such-invitation',
  person: 'colleague',
  grant: 'no-such-grant',
  photo: 'no-such-photo',
  voice: 'no-such-voice',
  notice: 'no-such-notice',
  emergency: 'no-such-emergency',
  message: 'no-such-message',
  vote: 'no-such-vote',
  mandate: 'no-such-mandate',
  petition: 'no-such-petition',
  objection: 'no-such-objection',
  head: 'no-such-head',
  dispute: 'no-such-dispute',
  bill: 'no-such-bill',
  device: 'no-such-device',
  code: 'no-such-code',
  binding: 'no-such-binding',
  unit: '1-1-101',
  import: 'no-such-import',
  version: 1,
  sha256: 'a'.repeat(64),
  transfer: 'no-such-transfer',
  correction: 'no-such-correction',
  closure: 'no-such-closure',
  export: 'no-such-export',
}

/** Where what the schema says does not do: the rest of a request, by operation. */
const SPECIAL: Readonly<Record<string, Objects>> = {
  'register.confirm': { sha256: 'a'.repeat(64) },
  'sessions.pollWebLogin': { code: 'KM7XR4' },
  'sessions.webLogin': { code: 'KM7XR4' },
  'sessions.answerWebLogin': { code: 'KM7XR4' },
  'votes.confirmCount': { ballotsSha256: 'a'.repeat(64) },
  // Elsewhere it is what an officer saw of a document.
  'votes.strikeServing': { evidence: 'no-such-evidence' },
  'votes.recordServing': {
    proof: { way: 'post', carrier: '中国邮政', tracking: 'XA12345678901' },
  },
  'votes.giveNotice': {
    opensAt: '2026-12-19T16:00:00.000Z',
    closesAt: '2026-12-24T16:00:00.000Z',
  },
}

/**
 * A request that the operation takes: path and required fields, from what is known by name, else by the schema.
 * @throws Error where the path names something the walk has never heard of
 */
export function requestFor(
  { id, route }: Operation,
  place: Place | undefined,
  known: Objects,
): Sent<typeof route> {
  const schema = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }) as Schema
  const given: Objects = { ...MADE_UP, ...known, ...(place ? named(place) : {}), ...SPECIAL[id] }
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  const unknown = inPath.filter((name) => !(name in given) && name !== 'community')
  if (unknown.length > 0) {
    throw new Error(`${id}: the walk knows no :${unknown.join(', :')}; name one in MADE_UP`)
  }
  return objectOf(schema, { community: 'jinxiu', ...given }, [...inPath])
}

function objectOf(
  { properties = {}, required = [] }: Schema,
  given: Objects,
  besides: readonly string[] = [],
): Record<string, unknown> {
  const names = new Set([...required, ...besides])
  return Object.fromEntries(
    [...names].map((name) => [name, valueOf(name, properties[name] ?? {}, given)]),
  )
}

function valueOf(name: string, schema: Schema, given: Objects): unknown {
  const first = (schema.oneOf ?? schema.anyOf)?.[0]
  if (first) return valueOf(name, first, given)
  if (name in given && takes(schema, given[name])) return given[name]
  if ('const' in schema) return schema.const
  return schema.enum ? schema.enum[0] : madeUp(name, schema, given)
}

function madeUp(name: string, schema: Schema, given: Objects): unknown {
  switch (schema.type ?? 'string') {
    case 'object':
      return objectOf(schema, given)
    case 'array':
      return Array.from({ length: schema.minItems ?? 1 }, () =>
        valueOf(name.replace(/s$/, ''), schema.items ?? {}, given),
      )
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return false
    default:
      return stringOf(schema)
  }
}

function stringOf(schema: Schema): string {
  if (schema.format === 'date-time') return '2026-12-10T16:00:00.000Z'
  if (schema.format === 'date') return '2026-12-31'
  const cut = STRINGS.map((one) => one.slice(0, schema.maxLength))
  return cut.find((one) => takes(schema, one)) ?? ''
}

function takes({ pattern, enum: allowed }: Schema, value: unknown): boolean {
  if (allowed) return allowed.includes(value)
  return (
    pattern === undefined || (typeof value === 'string' && new RegExp(pattern, 'u').test(value))
  )
}
