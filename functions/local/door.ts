import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Hono } from 'hono'
import * as z from '#shared/kernel/zod.ts'
import { isSameSecret } from '../platform/keys/keys.ts'

const Door = z.object({ url: z.string(), key: z.string() })
export type Door = z.infer<typeof Door>

/** What the machine's owner asks of the running server: only who can read the data folder holds the key. */
export interface Attendant {
  backup(): ReadableStream<Uint8Array>
  /** `undefined` where there is no such errand. */
  errand(name: string, request: Request): Promise<Response | undefined>
}

export interface OpenDoor {
  readonly routes: Hono
  announce(url: string): void
  shut(): void
}

export function openDoor(file: string, attendant: Attendant): OpenDoor {
  const key = randomBytes(24).toString('base64url')
  const routes = new Hono()
  routes.use('/door/*', async (c, next) => {
    if (!isSameSecret(c.req.header('authorization') ?? '', `Bearer ${key}`)) {
      return c.text('not for you', 403)
    }
    await next()
    return undefined
  })
  routes.post('/door/backup', (c) =>
    c.body(attendant.backup(), 200, { 'content-type': 'application/x-ndjson' }),
  )
  routes.post('/door/:errand', async (c) => {
    const answer = await attendant.errand(c.req.param('errand'), c.req.raw)
    return answer ?? c.text('no such errand', 404)
  })
  return {
    routes,
    announce(url) {
      rmSync(file, { force: true })
      writeFileSync(file, JSON.stringify({ url, key } satisfies Door), { mode: 0o600 })
    },
    shut: () => rmSync(file, { force: true }),
  }
}

/** Where a server that has this data open says it can be reached; one that was killed may still stand there. */
function readDoor(file: string): Door | undefined {
  try {
    return Door.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** What the running server answers at its door; `undefined` where no server has this data open. */
export async function knock(
  file: string,
  errand: string,
  init: { readonly query?: URLSearchParams; readonly body?: Uint8Array } = {},
): Promise<Response | undefined> {
  const door = readDoor(file)
  if (!door) return undefined
  const { query = new URLSearchParams(), body } = init
  const headers = { authorization: `Bearer ${door.key}` }
  // A server that was killed leaves its door standing: nobody answers, and the folder is free.
  return fetch(`${door.url}/door/${errand}?${query}`, {
    method: 'POST',
    headers,
    ...(body && { body: body as Uint8Array<ArrayBuffer> }),
  }).catch(() => undefined)
}
