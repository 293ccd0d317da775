import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { Contract, Route } from '#shared/kernel/route.ts'
import type { Ports } from '../ports.ts'
import { admit, type Admitted, type Directory } from './access.ts'
import { addressOf } from './address.ts'
import type { Call, Feature, RequestKey } from './call.ts'
import { demandFresh } from './freshness.ts'
import { openCursor, signCursor } from './cursor.ts'
import { parseInput } from './parse-input.ts'
import { readBody } from './read-body.ts'
import { RefusedError } from './refused-error.ts'
import { NO_KEY, requestKey } from './request-key.ts'

export const BASE = '/api/v1'

type AnyHandler = (input: unknown, call: Call<unknown>) => Promise<unknown>
type AnyFeature = Feature<Contract, unknown>

/** Binds a feature to its paths: admit, count, parse, run, check the answer. */
export function mount<C extends Contract, R>(
  app: Hono,
  ports: Ports,
  directory: Directory,
  feature: Feature<C, R>,
): void {
  for (const [name, route] of Object.entries(feature.contract)) {
    const handler = feature.handlers[name as keyof C] as unknown as AnyHandler
    app.on(route.method, BASE + route.path, (c) =>
      answer(c, ports, directory, feature as unknown as AnyFeature, route, handler),
    )
  }
}

async function answer(
  c: Context,
  ports: Ports,
  directory: Directory,
  feature: AnyFeature,
  route: Route,
  handler: AnyHandler,
): Promise<Response> {
  const now = ports.now()
  const named = c.req.param() as Record<string, string>
  const admitted = await admit(directory, route, c.req.header('authorization'), named, now)
  demandFresh(route, admitted.identity, now)
  await count(c, ports, route, admitted, now)

  const body = route.method === 'GET' ? '' : await readBody(c.req.raw)
  const person = admitted.identity?.person ?? ''
  const list = `${route.path}#${c.req.path}#${person}`
  const input = parseInput(route, c, body)
  const { cursor } = input as { cursor?: string }
  const opened =
    cursor === undefined ? input : { ...input, cursor: openCursor(ports.keys, list, cursor) }

  const output = await handler(opened, {
    person,
    name: admitted.identity?.name ?? '',
    session: admitted.identity?.session ?? '',
    confirmedAt: admitted.identity?.confirmedAt,
    address: addressOf(c),
    roles: admitted.roles,
    homes: admitted.homes,
    helps: admitted.helps,
    repository: feature.open(ports, admitted.scope, admitted.place),
    now,
    newId: ports.newId,
    key: keyOf(c, ports, route, person, body),
  })
  return reply(c, route, signed(ports, list, route.output.parse(output)))
}

/** Reading twice makes nothing twice: only what changes something is given a key. */
function keyOf(c: Context, ports: Ports, route: Route, person: string, body: string): RequestKey {
  if (route.method === 'GET') return NO_KEY
  const given = c.req.header('idempotency-key')
  return requestKey(ports, route, person, given, { path: c.req.path, body })
}

async function count(
  c: Context,
  { limits }: Ports,
  route: Route,
  { identity }: Admitted,
  now: Date,
): Promise<void> {
  const rule =
    route.counted ??
    (route.access === 'anyone' && route.method === 'POST'
      ? 'login'
      : route.method === 'GET'
        ? 'read'
        : 'write')
  const who = rule === 'login' ? addressOf(c) : (identity?.person ?? addressOf(c))
  const seconds = await limits.use(rule, who, now)
  if (seconds > 0) throw new RefusedError('request.too_many', { seconds })
}

function signed({ keys }: Ports, list: string, output: unknown): unknown {
  const { cursor } = output as { cursor?: string }
  return cursor === undefined
    ? output
    : { ...(output as object), cursor: signCursor(keys, list, cursor) }
}

export const etagOf = (body: string): string =>
  `"${createHash('sha1').update(body).digest('base64url')}"`

function reply(c: Context, route: Route, output: unknown): Response {
  const body = JSON.stringify(output)
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-cache',
  }
  if (route.method === 'GET') {
    const etag = etagOf(body)
    headers['etag'] = etag
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  }
  return c.body(body, route.success ?? 200, headers)
}
