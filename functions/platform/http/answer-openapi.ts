import type { Hono } from 'hono'
import { openapiText } from '../openapi/text.ts'
import { BASE, etagOf } from './mount.ts'

/** The contracts do not change while a process runs: the document is made when it is first asked for. */
export function answerOpenapi(app: Hono): void {
  let known: { readonly text: string; readonly etag: string } | undefined
  app.get(`${BASE}/openapi.json`, (c) => {
    if (!known) {
      const text = openapiText()
      known = { text, etag: etagOf(text) }
    }
    const { text, etag } = known
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache', etag }
    return c.req.header('if-none-match') === etag
      ? c.body(null, 304, headers)
      : c.body(text, 200, headers)
  })
}
