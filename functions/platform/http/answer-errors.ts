import type { Hono } from 'hono'
import { routePath } from 'hono/route'
import type { Ports } from '../ports.ts'
import { ConflictError } from '../table/table.ts'
import { fault, problem } from './problem.ts'
import { RefusedError } from './refused-error.ts'

/** Gives every request an id and a line in the log, and every refusal and fault its answer: the one error path. */
export function answerErrors(app: Hono, { log, newId, now }: Pick<Ports, 'log' | 'newId' | 'now'>) {
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
