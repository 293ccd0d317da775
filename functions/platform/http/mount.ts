import type { Context, Hono } from 'hono'
import type { Contract, Route } from '#shared/kernel/route.ts'
import type { Ports } from '../ports.ts'
import { remembered } from '../remembered.ts'
import { admit, type Admitted, type Directory } from './access.ts'
import { addressOf } from './address.ts'
import { answerTagged, tagged } from './answer-tagged.ts'
import type { Call, Feature, RequestKey } from './call.ts'
import { demandFresh } from './freshness.ts'
import { openCursor, signCursor } from './cursor.ts'
import { parseInput } from './parse-input.ts'
import { readBody } from './read-body.ts'
import { RefusedError } from './refused-error.ts'
import { NO_KEY, requestKey } from './request-key.ts'

export const BASE = '/api/v1'

interface Edge {
  readonly app: Hono
  readonly ports: Ports
  readonly directory: Directory
}

type AnyFeature = Feature<Contract, unknown>
type AnyHandler = (input: unknown, call: Call<unknown>) => Promise<unknown>

/**
 * Binds a contract to its paths: admit, count, parse, run, check the answer. What answers it is loaded with the first
 * request that is let in, once; where that fails, the next one tries again.
 */
export function mount<C extends Contract, R>(
  { app, ...edge }: Edge,
  contract: C,
  load: () => Feature<NoInfer<C>, R> | Promise<Feature<NoInfer<C>, R>>,
): void {
  const loaded = remembered(async () => (await load()) as unknown as AnyFeature)
  for (const [name, route] of Object.entries(contract)) {
    app.on(route.method, BASE + route.path, (c) => answer(c, edge, loaded, name, route))
  }
}

async function answer(
  c: Context,
  { ports, directory }: Omit<Edge, 'app'>,
  loaded: () => Promise<AnyFeature>,
  name: string,
  route: Route,
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

  const feature = await loaded()
  const handler = feature.handlers[name] as AnyHandler
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

function reply(c: Context, route: Route, output: unknown): Response {
  const body = JSON.stringify(output)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-cache',
  }
  return route.method === 'GET'
    ? answerTagged(c, tagged(body), headers)
    : c.body(body, route.success ?? 200, headers)
}
