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
}

export interface OpenDoor {
  readonly routes: Hono
  announce(url: string): void
  shut(): void
}

export function openDoor(file: string, attendant: Attendant): OpenDoor {
  const key = randomBytes(24).toString('base64url')
  const routes = new Hono()
  routes.post('/door/backup', (c) => {
    if (!isSameSecret(c.req.header('authorization') ?? '', `Bearer ${key}`)) {
      return c.text('not for you', 403)
    }
    return c.body(attendant.backup(), 200, { 'content-type': 'application/x-ndjson' })
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
export function readDoor(file: string): Door | undefined {
  try {
    return Door.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
