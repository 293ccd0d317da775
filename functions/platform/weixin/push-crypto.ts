import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

/** The three values of the query, and in safe mode the sealed body too: sorted, joined, SHA-1. WeChat fixed the hash. */
export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

const BLOCK = 32
const RANDOM = 16
const HEAD = RANDOM + 4

/** 43 characters as WeChat's console shows them → 32 bytes. */
export function aesKeyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  if (encodingAesKey.length !== 43 || key.length !== 32) {
    throw new Error('EncodingAESKey must have 43 characters')
  }
  return key
}

/** random(16) + length(4, big-endian) + message + appid, padded to 32, AES-256-CBC with the key's first half as IV. */
export function seal(key: Buffer, message: string, appid: string, random: Uint8Array): string {
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const full = Buffer.concat([random, length, body, Buffer.from(appid)])
  const pad = BLOCK - (full.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const sealed = [cipher.update(Buffer.concat([full, Buffer.alloc(pad, pad)])), cipher.final()]
  return Buffer.concat(sealed).toString('base64')
}

/** `undefined` where it was not sealed with this key. */
export function unseal(
  key: Buffer,
  sealed: string,
): { message: string; appid: string } | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return undefined
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()])
  const pad = padded.at(-1) ?? 0
  if (pad < 1 || pad > BLOCK) return undefined
  const full = padded.subarray(0, padded.length - pad)
  if (full.length < HEAD) return undefined
  const end = HEAD + full.readUInt32BE(RANDOM)
  if (end > full.length) return undefined
  return {
    message: full.subarray(HEAD, end).toString(),
    appid: full.subarray(end).toString(),
  }
}
