import type { Context } from 'hono'
import type { Route } from '#shared/kernel/route.ts'
import { parseObject } from './read-body.ts'
import { RefusedError } from './refused-error.ts'

/** Path parameters win over whatever else claims their names: the path is what was admitted. */
export function parseInput(route: Route, c: Context, body: string): Record<string, unknown> {
  const sent = route.method === 'GET' ? c.req.query() : parseObject(body)
  const params = c.req.param() as Record<string, string>
  const claimed = Object.keys(sent).find((name) => name in params)
  if (claimed !== undefined) throw new RefusedError('request.invalid', { field: claimed })
  const parsed = route.input.safeParse({ ...sent, ...params })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  const field = [place, issue?.code === 'unrecognized_keys' ? issue.keys.join('、') : '']
    .filter((part) => part !== '')
    .join('：')
  throw new RefusedError('request.invalid', { field: field.slice(0, 120) })
}
