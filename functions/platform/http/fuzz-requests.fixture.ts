import type { Chance } from '#demo/chance.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'
import type { Access } from '#shared/kernel/route.ts'
import {
  hostileString,
  hostileValue,
  likelyObject,
  likelyValue,
  spoiled,
  type InputSchema,
  type Known,
} from './fuzz-values.fixture.ts'

export interface Operation {
  readonly id: string
  readonly method: string
  /** With `{name}` for its parameters. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: InputSchema | undefined
  /** Who may do it, as the contract says. */
  readonly access: Access
}

/** Somebody with the roles they have in the community of the requests. */
export interface Visitor {
  readonly person: string
  readonly roles: readonly Role[]
}

/** What is sent before anything about it is made wrong. */
export interface Sending {
  readonly token: string
  /** Of a request that would be answered with a success, where it is made from one. */
  readonly input: Readonly<Record<string, unknown>>
  /** Values by the names of fields, for the rest. */
  readonly known: Known
}

interface Parameter {
  readonly in: 'path' | 'query' | 'header'
  readonly name: string
  readonly required: boolean
  readonly schema: InputSchema
}

interface Described {
  readonly operationId: string
  readonly 'x-access': Access
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: { 'application/json': { schema: InputSchema } } }
}

/** Every operation of an OpenAPI document. */
export function operationsIn(document: Readonly<Record<string, unknown>>): Operation[] {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Described>>>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      id: described.operationId,
      access: described['x-access'],
      method: method.toUpperCase(),
      path,
      parameters: described.parameters ?? [],
      body: described.requestBody?.content['application/json'].schema,
    })),
  )
}

/** A request as it is to be sent; `body` may be bytes that are no UTF-8. */
export interface HostileRequest {
  readonly operation: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

export function hostileRequest(
  operation: Operation,
  sending: Sending,
  chance: Chance,
): HostileRequest {
  // Most requests have one thing wrong, so that it is met behind everything that is checked before it.
  const wrong = chance.pick([...WRONG])
  const isWrong = (part: string): boolean => wrong === part || wrong === 'all'
  return {
    operation: operation.id,
    method: operation.method,
    url: urlOf(operation, sending, isWrong('path'), isWrong('query'), chance),
    headers: headersOf(sending.token, isWrong('headers'), chance),
    body:
      operation.method === 'GET' ? undefined : bodyOf(operation, sending, isWrong('body'), chance),
  }
}

const WRONG = ['path', 'query', 'body', 'body', 'body', 'headers', 'all', 'none', 'none'] as const

/** Mostly one of those who may: behind a refusal of the edge nothing is met. */
export function whoAsks(
  { access }: Operation,
  visitors: readonly Visitor[],
  chance: Chance,
): string {
  const isOpen = access === 'anyone' || access === 'signed_in'
  const allowed = isOpen ? visitors : visitors.filter(({ roles }) => can(roles, access))
  const some = allowed.length === 0 || chance.below(4) === 0 ? visitors : allowed
  return chance.pick([...some]).person
}

function urlOf(
  { path, parameters }: Operation,
  { input, known }: Sending,
  wrongPath: boolean,
  wrongQuery: boolean,
  chance: Chance,
): string {
  const spoilt = wrongPath ? chance.pick(parameters.filter(inPath).concat(ANY)).name : ''
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === spoilt
      ? chance.pick([encoded(hostileString(chance)), '%', '%zz', '%ED%A0%80', 'a'.repeat(4_000)])
      : encoded(textOf(input[name] ?? likelyValue(name, {}, known, chance))),
  )
  const query = parameters
    .filter(
      (parameter) => parameter.in === 'query' && (parameter.required || chance.below(2) === 0),
    )
    .map(({ name, schema }): [string, string] => [
      name,
      wrongQuery && chance.below(2) === 0
        ? hostileString(chance)
        : textOf(input[name] ?? likelyValue(name, schema, known, chance)),
    ])
  if (wrongQuery) query.push([hostileString(chance), hostileString(chance)])
  const search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
  return `${filled}${search === '' ? '' : `?${search}`}`
}

const inPath = (parameter: Parameter): boolean => parameter.in === 'path'
const ANY: Parameter = { in: 'path', name: 'community', required: true, schema: {} }
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

/** A lone surrogate has no percent form of its own: this is how a broken client would send it. */
const encoded = (text: string): string =>
  Array.from(text, (one) =>
    /^[\ud800-\udfff]$/.test(one) ? '%ED%A0%80' : encodeURIComponent(one),
  ).join('')

function headersOf(token: string, wrong: boolean, chance: Chance): Record<string, string> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    'idempotency-key': `fuzz-key-${chance.below(50_000)}`,
    'content-type': 'application/json',
  }
  if (!wrong) return headers
  const [name, value] = chance.pick<readonly [string, string]>([
    ['authorization', headerOf(hostileString(chance))],
    ['authorization', `Bearer ${headerOf(hostileString(chance))}`],
    ['authorization', `Bearer ${spoiltToken(token, chance)}`],
    ['authorization', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJyZXNpZGVudCJ9.'],
    ['authorization', `Bearer ${'a'.repeat(2_001)}`],
    ['idempotency-key', headerOf(hostileString(chance))],
    ['idempotency-key', 'x'.repeat(65)],
    ['content-type', headerOf(hostileString(chance))],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-length', chance.pick(['0', '1', '999999999', '-1', 'NaN', '1e9'])],
    ['if-none-match', headerOf(hostileString(chance))],
    ['x-forwarded-for', headerOf(hostileString(chance))],
    ['x-http-method-override', 'DELETE'],
    ['x-request-id', headerOf(hostileString(chance))],
  ])
  return { ...headers, [name]: value }
}

/** What a header can carry at all: Latin-1 without control characters. */
const headerOf = (text: string): string => text.replace(/[^\t\u0020-\u007e\u00a0-\u00ff]/g, '?')

function spoiltToken(token: string, chance: Chance): string {
  const at = chance.below(token.length)
  return chance.below(3) === 0
    ? token.slice(0, at)
    : `${token.slice(0, at)}${chance.pick(['A', '.', '-', '%'])}${token.slice(at + 1)}`
}

function bodyOf(
  { body = {}, parameters }: Operation,
  { input, known }: Sending,
  wrong: boolean,
  chance: Chance,
): string | Uint8Array {
  const names = parameters.filter(inPath).map(({ name }) => name)
  const given = Object.entries(input).filter(([name]) => !names.includes(name))
  const likely =
    Object.keys(input).length > 0 ? Object.fromEntries(given) : likelyObject(body, known, chance)
  if (!wrong) return JSON.stringify(likely)
  const json = JSON.stringify(
    chance.below(6) === 0 ? hostileValue(chance) : spoiled(likely, chance),
  )
  return chance.below(2) === 0 ? json : chance.pick(BREAKAGES)(json, chance)
}

const NO_OBJECTS = ['', '[]', 'null', '1', '"x"', 'undefined', '{"a":1}{"b":2}']

/** What may become of JSON on its way, or be sent in its place. */
const BREAKAGES: readonly ((json: string, chance: Chance) => string | Uint8Array)[] = [
  (json, chance) => json.slice(0, chance.below(json.length + 1)),
  (json) => `${json.slice(0, -1)},"__proto__":{"community":"yunxi","roles":["committee"]}}`,
  (json, chance) =>
    json.replace(/:"[^"]*"/, chance.pick([':1e999', ':-0', ':"\\ud800"', ':"a\\u0000"'])),
  (json) => json.replace('{', '{"community":"yunxi","toString":1,'),
  (json) => `\ufeff${json}`,
  (json, chance) =>
    Buffer.from(json).map((byte) => (chance.below(30) === 0 ? chance.below(256) : byte)),
  (_, chance) => chance.pick(NO_OBJECTS),
  (_, chance) => chance.pick(['[[', '{"a":']).repeat(5_000),
  (json, chance) => (chance.below(10) === 0 ? `{"text":"${'字'.repeat(200_000)}"}` : json),
]
