import type { Hono } from 'hono'
import type { Output, Route, Sent } from '#shared/kernel/route.ts'
import { BASE } from './http/mount.ts'

/** What came back. `body` is the operation's output where `status` is its success; else look at `code`. */
export interface Answer<T> {
  readonly status: number
  readonly body: T
  /** Code and Chinese sentence of a refusal. */
  readonly code: string | undefined
  readonly detail: string | undefined
  readonly headers: Headers
}

export interface Sending {
  /** Idempotency-Key; one is made up where the operation requires it. */
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Client {
  readonly token: string
  /** Sends what the mini-program would send for this operation. */
  send<R extends Route>(route: R, input: Sent<R>, sending?: Sending): Promise<Answer<Output<R>>>
}

/** Keys made up so far for each app: the same test makes the same ones whatever ran before it. */
const made = new WeakMap<Hono, number>()
function madeUpKey(app: Hono): string {
  const count = (made.get(app) ?? 0) + 1
  made.set(app, count)
  return `made-up-${count}`
}

export const clientOf = (app: Hono, token: string): Client => ({
  token,
  async send(route, input, { key, headers = {} } = {}) {
    const { path, rest } = placeInPath(route.path, input)
    const hasBody = route.method !== 'GET'
    const ownKey = key ?? (route.idempotency === 'required' ? madeUpKey(app) : undefined)
    const response = await app.request(BASE + path + (hasBody ? '' : queryOf(rest)), {
      method: route.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(ownKey === undefined ? {} : { 'idempotency-key': ownKey }),
        ...headers,
      },
      ...(hasBody ? { body: JSON.stringify(rest) } : {}),
    })
    const text = await response.text()
    const body = (text === '' ? {} : JSON.parse(text)) as never
    const { code, detail } = body as { code?: string; detail?: string }
    return { status: response.status, body, code, detail, headers: response.headers }
  },
})

function placeInPath(path: string, input: object) {
  const rest: Record<string, unknown> = { ...input }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    Reflect.deleteProperty(rest, name)
    return encodeURIComponent(value)
  })
  return { path: filled, rest }
}

function queryOf(rest: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
