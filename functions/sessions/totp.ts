import { createHmac } from 'node:crypto'
import { isSameSecret } from '../platform/keys/keys.ts'

// RFC 6238 over RFC 4226, as every authenticator assumes: SHA-1, 30 seconds, six digits.
const STEP_SECONDS = 30
const DIGITS = 6
// RFC 6238 §5.2: one step for the way here; phones' clocks run fast and slow, so one to each side.
const SLACK = 1
export const SECRET_BYTES = 20 // RFC 4226 §4, R6

const stepOf = (now: Date): number => Math.floor(now.getTime() / 1_000 / STEP_SECONDS)

/** The code of a step of 30 seconds since 1970. */
export function codeAt(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const offset = (hash[hash.length - 1] ?? 0) & 0xf
  const number = hash.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/**
 * The step a code is of, if it is good now.
 * @param after the step of the last code taken: none is taken twice, nor an older one (RFC 6238 §5.2)
 */
export function stepShown(
  secret: Uint8Array,
  code: string,
  now: Date,
  after: number,
): number | undefined {
  const shown = code.replace(/\s/g, '')
  const current = stepOf(now)
  for (let step = current + SLACK; step >= current - SLACK && step > after; step -= 1) {
    if (isSameSecret(codeAt(secret, step), shown)) return step
  }
  return undefined
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, without padding, as authenticators take a secret that is typed in. */
export function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => BASE32.charAt(parseInt(group.padEnd(5, '0'), 2))).join('')
}

/** What an authenticator reads from a QR code. */
export const totpUri = (secret: Uint8Array, account: string): string => {
  const issuer = encodeURIComponent('家园')
  return `otpauth://totp/${issuer}:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=${issuer}`
}
