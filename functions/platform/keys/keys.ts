import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'

/** Keyed digests and session tokens. One secret; a key of its own for each purpose. */
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

const VERIFIED_AT_MOST = 10_000

export function secretKeys(secret: Uint8Array): Keys {
  if (secret.length < 32) throw new Error('the secret must have at least 32 bytes')
  const derived = new Map<string, Uint8Array>()
  // A signature checked once need not be checked again; expiry is, each time.
  const verified = new Map<string, TokenClaims>()

  const keyOf = (purpose: string): Uint8Array => {
    const known = derived.get(purpose)
    if (known) return known
    const key = new Uint8Array(hkdfSync('sha256', secret, '', `jiayuan ${purpose}`, 32))
    derived.set(purpose, key)
    return key
  }
  const digest = (purpose: string, ...parts: readonly string[]): Buffer => {
    const hmac = createHmac('sha256', keyOf(purpose))
    for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part)
    return hmac.digest()
  }

  return {
    digest,
    digestText: (purpose, ...parts) => digest(purpose, ...parts).toString('base64url'),
    signToken: ({ person, session, expiresAt }) =>
      new SignJWT({ sid: session })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(person)
        .setExpirationTime(expiresAt)
        .sign(keyOf('session token')),
    async verifyToken(token, now) {
      let claims = verified.get(token)
      if (!claims) {
        claims = await verify(token, keyOf('session token'), now)
        if (!claims) return undefined
        if (verified.size >= VERIFIED_AT_MOST) verified.clear()
        verified.set(token, claims)
      }
      return claims.expiresAt * 1_000 > now.getTime() ? claims : undefined
    },
  }
}

async function verify(token: string, key: Uint8Array, now: Date): Promise<TokenClaims | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: now })
    const { sub, sid, exp } = payload
    if (sub === undefined || typeof sid !== 'string' || exp === undefined) return undefined
    return { person: sub, session: sid, expiresAt: exp }
  } catch (err) {
    if (err instanceof errors.JOSEError) return undefined
    throw err
  }
}

/** Compares without telling by its duration where the difference is. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
