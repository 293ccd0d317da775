import type { Hono } from 'hono'
import { openapiText } from '../openapi/text.ts'
import { answerTagged, tagged } from './answer-tagged.ts'
import { BASE } from './mount.ts'

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-cache' }

/** The contracts do not change while a process runs: the document is made when it is first asked for. */
export function answerOpenapi(app: Hono): void {
  let known: ReturnType<typeof tagged> | undefined
  app.get(`${BASE}/openapi.json`, (c) =>
    answerTagged(c, (known ??= tagged(openapiText())), HEADERS),
  )
}
