import { createHash } from 'node:crypto'
import type { Context } from 'hono'

interface Tagged {
  readonly text: string
  readonly etag: string
}

export const tagged = (text: string): Tagged => ({
  text,
  etag: `"${createHash('sha1').update(text).digest('base64url')}"`,
})

/** The text, or 304 to whoever has it already. */
export function answerTagged(
  c: Context,
  { text, etag }: Tagged,
  headers: Readonly<Record<string, string>>,
): Response {
  const all = { ...headers, etag }
  return c.req.header('if-none-match') === etag ? c.body(null, 304, all) : c.body(text, 200, all)
}
