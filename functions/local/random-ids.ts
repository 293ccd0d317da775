import { randomBytes } from 'node:crypto'

const BYTES = 16
const AT_ONCE = 256 * BYTES

/** Ids of 128 random bits, URL-safe. Drawn for many at once: asking the system costs more than making the id. */
export function randomIds(): () => string {
  let pool = Buffer.alloc(0)
  let at = 0
  return () => {
    if (at === pool.length) [pool, at] = [randomBytes(AT_ONCE), 0]
    at += BYTES
    return pool.toString('base64url', at - BYTES, at)
  }
}
