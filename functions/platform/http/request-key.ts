import { createHash } from 'node:crypto'
import type { Route } from '#shared/kernel/route.ts'
import type { Ports } from '../ports.ts'
import type { RequestKey } from './call.ts'
import { RefusedError } from './refused-error.ts'

/** Of a request that changes nothing. */
export const NO_KEY: RequestKey = { digest: new Uint8Array(32), id: '', request: '' }

const FORM = /^[A-Za-z0-9_-]{8,64}$/

/**
 * The key of a request. Without an Idempotency-Key it is random, so nothing is ever taken for a repetition.
 * @throws RefusedError where the operation requires a key and none, or a malformed one, came
 */
export function requestKey(
  { keys, newId }: Pick<Ports, 'keys' | 'newId'>,
  route: Route,
  person: string,
  given: string | undefined,
  sent: { readonly path: string; readonly body: string },
): RequestKey {
  const missing = given === undefined && route.idempotency === 'required'
  const malformed = given !== undefined && !FORM.test(given)
  if (missing || malformed) throw new RefusedError('request.idempotency_key_required')
  const operation = `${route.method} ${route.path}`
  const digest = keys.digest('request', person, operation, given ?? newId())
  return {
    digest,
    id: Buffer.from(digest.subarray(0, 18)).toString('base64url'),
    request: createHash('sha256').update(`${sent.path}\n${sent.body}`).digest('base64url'),
  }
}

/** What a stored item or event remembers of the request that made it. */
export type MadeBy = Pick<RequestKey, 'id' | 'request'>

/**
 * Is this what the same request made before?
 * @throws RefusedError where the key is the same and the request is another
 */
export function isRepetition(made: MadeBy, key: RequestKey): boolean {
  if (made.id !== key.id) return false
  if (made.request !== key.request) throw new RefusedError('request.idempotency_key_reused')
  return true
}
