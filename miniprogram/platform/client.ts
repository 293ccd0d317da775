import type { Contract, Output, Route, Sent } from '#shared/kernel/route.ts'
import { ApiError } from './api-error.ts'

export interface Sending {
  readonly method: Route['method']
  /** Under the API's base, query included. */
  readonly path: string
  /** JSON, where there is a body. */
  readonly body?: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>
  /** Whether it needs a session. */
  readonly signed: boolean
}
export interface Reply {
  readonly status: number
  /** Parsed JSON, or whatever text came instead. */
  readonly data: unknown
}
/** Throws `network.unreachable` where no answer came. */
export type Transport = (sending: Sending) => Promise<Reply>

interface Keyed {
  /** The same key and the same content make the same thing once, however often it is sent. */
  readonly key: string
}
type Call<R extends Route> = R extends { readonly idempotency: 'required' }
  ? (input: Sent<R>, options: Keyed) => Promise<Output<R>>
  : (input: Sent<R>, options?: Keyed) => Promise<Output<R>>
export type Client<C extends Contract> = { readonly [K in keyof C]: Call<C[K]> }

export interface Ways {
  readonly send: Transport
  /** Waits so many milliseconds before the next attempt. */
  readonly wait: (ms: number) => Promise<void>
}

type Values = Readonly<Record<string, unknown>>

const PAUSES = [300, 1_200] as const
const TEMPORARY = [502, 503, 504]

/** A typed client is the contract plus one way to send a request: nothing is generated. */
export function createClient<C extends Contract>(contract: C, ways: Ways): Client<C> {
  const operations = Object.entries(contract).map(([name, route]) => [
    name,
    async (input: Values, options?: Keyed) =>
      readAnswer(route, await sendPatiently(ways, prepare(route, input, options?.key))),
  ])
  return Object.fromEntries(operations) as Client<C>
}

function prepare(route: Route, input: Values, key: string | undefined): Sending {
  const named = new Set<string>()
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    named.add(name)
    return encodeURIComponent(String(input[name]))
  })
  const rest = Object.entries(input).filter(
    ([name, value]) => !named.has(name) && value !== undefined,
  )
  const headers: Sending['headers'] = key === undefined ? {} : { 'idempotency-key': key }
  const signed = route.access !== 'anyone'
  if (route.method === 'GET') return { method: 'GET', path: path + queryOf(rest), headers, signed }
  return { method: route.method, path, body: Object.fromEntries(rest), headers, signed }
}

const queryOf = (entries: readonly (readonly [string, unknown])[]): string =>
  entries
    .map(([name, value], i) => `${i === 0 ? '?' : '&'}${name}=${encodeURIComponent(String(value))}`)
    .join('')

/** Only what cannot happen twice is sent again: reads, and what carries a key. */
const isSafe = ({ method, headers }: Sending): boolean =>
  method === 'GET' || 'idempotency-key' in headers

export async function sendPatiently(
  { send, wait }: Ways,
  sending: Sending,
  safe = isSafe(sending),
): Promise<Reply> {
  for (const pause of safe ? PAUSES : []) {
    try {
      const reply = await send(sending)
      if (!isTemporary(reply)) return reply
    } catch (err) {
      if (!(err instanceof ApiError) || err.code !== 'network.unreachable') throw err
    }
    await wait(pause)
  }
  return send(sending)
}

/** A gateway's failure; a coded refusal of ours is an answer, and stays one. */
const isTemporary = ({ status, data }: Reply): boolean =>
  TEMPORARY.includes(status) && codeOf(data) === undefined

export const field = (data: unknown, name: string): string | undefined => {
  const value = (data as Values | null | undefined)?.[name]
  return typeof value === 'string' ? value : undefined
}
export const codeOf = (data: unknown): string | undefined => field(data, 'code')

function readAnswer(route: Route, { status, data }: Reply): unknown {
  if (status >= 400) {
    throw new ApiError(
      codeOf(data) ?? 'server.unavailable',
      field(data, 'detail') ?? '服务暂时没有回应，请过一会儿再试。已填写的内容还在。',
      status,
      field(data, 'request'),
    )
  }
  const parsed = route.output.safeParse(data)
  if (parsed.success) return parsed.data
  throw new ApiError(
    'client.outdated',
    '小程序的版本太旧，看不懂新的内容。请从微信里关掉小程序，再打开一次。',
    status,
  )
}
