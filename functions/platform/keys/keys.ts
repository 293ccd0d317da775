import { createHmac, timingSafeEqual } from 'node:crypto'
import { decodeHeader, sign, verify as verifyJwt } from 'hono/utils/jwt/jwt'
import { derive, openRing, ringOf, ROOT_KEY, type Ring, type RingKey } from './ring.ts'

/** Keyed digests, by the ring's root, which stays; session tokens, by its keys, which are replaced. */
export interface Keys {
  /** HMAC-SHA-256 over the parts, each with its length before it, under the purpose's key. 32 bytes. */
  digest(purpose: string, ...parts: readonly string[]): Uint8Array
  /** As `digest`, base64url. */
  digestText(purpose: string, ...parts: readonly string[]): string
  signToken(claims: TokenClaims): Promise<string>
  /** `undefined` where the token is not ours, was changed or has expired. */
  verifyToken(token: string, now: Date): Promise<TokenClaims | undefined>
}

export interface TokenClaims {
  readonly person: string
  readonly session: string
  /** Epoch seconds. */
  readonly expiresAt: number
}

const VERIFIED_AT_MOST = 4_000

/** @throws Error where the secret is shorter than 32 bytes */
export function secretKeys(from: Uint8Array | Ring): Keys {
  const ring =
    from instanceof Uint8Array ? openRing(ringOf(from), { now: () => new Date(0) }) : from
  const derived = new Map<string, Uint8Array>()
  // A signature checked once need not be checked again; expiry and key are, each time.
  const verified = new Map<string, Verified>()

  const keyOf = (name: string, secret: Uint8Array, purpose: string): Uint8Array => {
    const known = derived.get(name)
    if (known) return known
    const key = derive(secret, purpose)
    derived.set(name, key)
    return key
  }
  const digest = (purpose: string, ...parts: readonly string[]): Buffer => {
    let text = ''
    for (const part of parts) text += `${Buffer.byteLength(part)}:${part}`
    return createHmac('sha256', keyOf(purpose, ring.root, purpose))
      .update(text)
      .digest()
  }
  const signingKey = ({ id, secret }: RingKey): Uint8Array =>
    keyOf(`#${id}`, secret, 'session token')

  return {
    digest,
    digestText: (purpose, ...parts) => digest(purpose, ...parts).toString('base64url'),
    signToken({ person, session, expiresAt }) {
      const key = ring.current()
      return sign({ sid: session, sub: person, exp: expiresAt }, jwkOf(signingKey(key), key.id))
    },
    async verifyToken(token, now) {
      let known = verified.get(token)
      const kid = known?.kid ?? kidOf(token)
      if (kid === undefined) return undefined
      await ring.freshen(kid)
      const key = ring.verifying(kid)
      if (!key) return undefined
      if (!known) {
        const claims = await verify(token, signingKey(key))
        if (!claims) return undefined
        known = { kid, claims }
        if (verified.size >= VERIFIED_AT_MOST) verified.clear()
        verified.set(token, known)
      }
      return known.claims.expiresAt * 1_000 > now.getTime() ? known.claims : undefined
    },
  }
}

interface Verified {
  readonly kid: string
  readonly claims: TokenClaims
}

const ALGORITHM = 'HS256'
const jwkOf = (key: Uint8Array, kid: string) => ({
  kty: 'oct',
  k: Buffer.from(key).toString('base64url'),
  alg: ALGORITHM,
  kid,
})

/** The key a token names; those of the first release name none and were signed by the root. */
function kidOf(token: string): string | undefined {
  try {
    const { kid = ROOT_KEY } = decodeHeader(token)
    return typeof kid === 'string' ? kid : undefined
  } catch {
    // Not of the form of a token.
    return undefined
  }
}

/** Its signature only: time is the caller's, not the machine's. */
const SIGNATURE_ONLY = { alg: ALGORITHM, exp: false, nbf: false, iat: false } as const

async function verify(token: string, key: Uint8Array): Promise<TokenClaims | undefined> {
  try {
    const { sub, sid, exp } = await verifyJwt(token, jwkOf(key, ''), SIGNATURE_ONLY)
    if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') {
      return undefined
    }
    return { person: sub, session: sid, expiresAt: exp }
  } catch (err) {
    if (err instanceof Error && err.name.startsWith('Jwt')) return undefined
    throw err
  }
}

/** Compares without telling by its duration where the difference is. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
