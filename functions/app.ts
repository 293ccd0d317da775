import { Hono } from 'hono'
import { routePath } from 'hono/route'
import { communityFeature } from './communities/handlers.ts'
import { communityDirectory } from './communities/offers.ts'
import { peopleFeature } from './people/handlers.ts'
import { personDirectory } from './people/offers.ts'
import type { Directory } from './platform/http/access.ts'
import { answerHealth } from './platform/http/health.ts'
import { BASE, mount } from './platform/http/mount.ts'
import { fault, problem } from './platform/http/problem.ts'
import { RefusedError } from './platform/http/refused-error.ts'
import { openapiDocument } from './platform/openapi/document.ts'
import type { Ports } from './platform/ports.ts'
import { ConflictError } from './platform/table/table.ts'
import { sessionFeature } from './sessions/handlers.ts'

/** The whole API over the ports: the same under Lambda, in one Node process and in tests. */
export function createApp(ports: Ports): Hono {
  const app = new Hono()
  const persons = personDirectory(ports)
  const places = communityDirectory(ports)
  const directory: Directory = { identify: persons.identify, community: places.scope }

  logRequests(app, ports)
  answerHealth(app, ports)
  app.get(`${BASE}/openapi.json`, (c) => c.json(openapiDocument()))
  mount(app, ports, directory, sessionFeature({ persons }))
  mount(app, ports, directory, peopleFeature({ places }))
  mount(app, ports, directory, communityFeature)
  return app
}

function logRequests(app: Hono, ports: Ports): void {
  const { log, newId, now } = ports
  app.use(async (c, next) => {
    const request = newId()
    const start = now().getTime()
    c.header('x-request-id', request)
    await next()
    log.info('request', {
      request,
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms: now().getTime() - start,
    })
  })
  const requestOf = (headers: Headers): string => headers.get('x-request-id') ?? ''
  app.notFound((c) => problem('request.unknown_operation', {}, requestOf(c.res.headers)))
  app.onError((err, c) => {
    const request = requestOf(c.res.headers)
    if (err instanceof RefusedError) return problem(err.code, err.params, request)
    if (err instanceof ConflictError) return problem('request.conflict', {}, request)
    log.error('fault', { request, name: err.name, message: err.message, stack: err.stack })
    return fault(request)
  })
}
