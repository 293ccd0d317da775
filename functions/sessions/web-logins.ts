import { symbolsOf } from '#shared/kernel/public-number.ts'
import { SESSION_RULES } from '#shared/sessions/rules.ts'
import { webLoginScene } from '#shared/sessions/web-link.ts'
import * as z from '#shared/kernel/zod.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { isSameSecret } from '../platform/keys/keys.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError, type Key } from '../platform/table/table.ts'

// WEBLOGIN#<digest of the code> | ASKED   a browser that waits to be let in; gone after two minutes
const FORMAT = 1
const SYMBOLS = 6
const DRAWS = 5
/** A browser whose person answered at the last moment still gets to hear it. */
const HEARD_SECONDS = 60

const Asked = z.object({
  state: z.enum(['waiting', 'refused', 'confirmed']),
  /** Digest of what only the browser that asked knows. */
  secret: z.string(),
  browser: z.string(),
  askedAt: z.string(),
  person: z.string().optional(),
})
export type Asked = z.infer<typeof Asked>
interface Kept {
  readonly asked: Asked
  readonly version: number
}

/** What a browser is told once: the code is read by people, the secret stays. */
interface Offered {
  readonly code: string
  readonly secret: string
  readonly scene: string
  readonly expiresAt: string
}

export interface WebLogins {
  ask(browser: string, now: Date): Promise<Offered>
  /** `undefined` where there is none of that code, or its time is over. */
  find(code: string, now: Date): Promise<Asked | undefined>
  /** For the browser that asked. @throws RefusedError to every other */
  poll(code: string, secret: string): Promise<Asked>
  /** The first answer counts. @throws RefusedError where another was first; `undefined` as `find` */
  answer(code: string, person: string, confirm: boolean, now: Date): Promise<true | undefined>
}

const until = (askedAt: string): number =>
  Date.parse(askedAt) + SESSION_RULES.webLoginSeconds * 1_000
export const expiryOf = ({ askedAt }: Pick<Asked, 'askedAt'>): string =>
  new Date(until(askedAt)).toISOString()

export function webLogins({ table, keys, newId }: Pick<Ports, 'table' | 'keys' | 'newId'>) {
  const keyOf = (code: string): Key => ({
    pk: `WEBLOGIN#${keys.digestText('web login', code)}`,
    sk: 'ASKED',
  })
  const secretDigest = (code: string, secret: string): string =>
    keys.digestText('web login secret', code, secret)
  const load = async (code: string): Promise<Kept | undefined> => {
    const item = await table.get(keyOf(code))
    return item && { asked: Asked.parse(item.data), version: item.version }
  }
  const save = (code: string, asked: Asked, version: number): Promise<void> => {
    const expiresAt = Math.ceil(until(asked.askedAt) / 1_000) + HEARD_SECONDS
    return table.put({ version, v: FORMAT, data: asked, expiresAt, ...keyOf(code) })
  }
  const loadInTime = async (code: string, now: Date): Promise<Kept | undefined> => {
    const kept = await load(code)
    return kept && now.getTime() < until(kept.asked.askedAt) ? kept : undefined
  }

  const logins: WebLogins = {
    async ask(browser, now) {
      const secret = newId()
      for (let draw = 0; draw < DRAWS; draw += 1) {
        const code = symbolsOf(keys.digest('draw web login', newId()), SYMBOLS)
        const asked: Asked = {
          state: 'waiting',
          secret: secretDigest(code, secret),
          browser,
          askedAt: now.toISOString(),
        }
        try {
          await save(code, asked, 1)
          return { code, secret, scene: webLoginScene(code), expiresAt: expiryOf(asked) }
        } catch (err) {
          // Of 148 million codes, one that is waiting just now.
          if (!(err instanceof ConflictError)) throw err
        }
      }
      throw new RefusedError('request.conflict')
    },
    find: async (code, now) => (await loadInTime(code, now))?.asked,
    async poll(code, secret) {
      const asked = (await load(code))?.asked
      if (!asked || !isSameSecret(asked.secret, secretDigest(code, secret))) {
        throw new RefusedError('sessions.web_login_unknown')
      }
      return asked
    },
    async answer(code, person, confirm, now) {
      const kept = await loadInTime(code, now)
      if (!kept) return undefined
      const state = confirm ? ('confirmed' as const) : ('refused' as const)
      const { asked, version } = kept
      // Sent again because its answer got lost: it has been given.
      if (asked.state === state && asked.person === person) return true
      if (asked.state !== 'waiting') throw new RefusedError('sessions.web_login_over')
      await save(code, { ...asked, state, person }, version + 1)
      return true
    },
  }
  return logins
}
