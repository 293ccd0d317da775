import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { derive, type Ring, type RingKey } from './ring.ts'

/** Keeps short personal texts so that whoever has only the store cannot read them. */
export interface Vault {
  /** AES-256-GCM under the current key; two sealings of one text differ. URL-safe. */
  seal(purpose: string, text: string): string
  /** `undefined` where it was changed, was sealed for another purpose or under a key that is lost. */
  open(purpose: string, sealed: string): string | undefined
}

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
const FORM = /^v1\.([\w-]{1,32})\.([\w-]{38,})$/

export function ringVault(ring: Ring): Vault {
  const derived = new Map<string, Uint8Array>()
  const keyFor = ({ id, secret }: RingKey, purpose: string): Uint8Array => {
    const name = `${id} ${purpose}`
    const key = derived.get(name) ?? derive(secret, `vault ${purpose}`)
    derived.set(name, key)
    return key
  }
  return {
    seal(purpose, text) {
      const key = ring.current()
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv(CIPHER, keyFor(key, purpose), nonce)
      const body = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return `v1.${key.id}.${Buffer.concat(body).toString('base64url')}`
    },
    open(purpose, sealed) {
      const [, id = '', text = ''] = FORM.exec(sealed) ?? []
      const key = ring.find(id)
      return key && opened(keyFor(key, purpose), Buffer.from(text, 'base64url'))
    },
  }
}

function opened(key: Uint8Array, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAuthTag(bytes.subarray(-TAG))
  try {
    const body = bytes.subarray(NONCE, -TAG)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch {
    // The tag does not fit: not sealed by us for this, or changed since.
    return undefined
  }
}
