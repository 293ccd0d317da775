import * as z from '#shared/kernel/zod.ts'
import { currentOf, keysOf, KNOWN_AFTER_MS, ringOf, ROOT_KEY, type KeyRing } from './ring.ts'

/*
 * The keys as an operator keeps them: a secret document on AWS, a variable or a file on one machine.
 *   {"root": "…", "keys": [{"id": "1", "secret": "<64 hex digits>", "from": "2026-11-24T02:00:00.000Z"}]}
 * Plain text is a root without further keys, as it was before keys could be replaced.
 */
const KeyDocument = z.strictObject({
  /** At least 32 bytes as they stand. Never changed. */
  root: z.string().optional(),
  keys: z.array(
    z.strictObject({
      id: z.string().regex(/^[\w-]{1,32}$/),
      secret: z.string().regex(/^[0-9a-f]{64}$/),
      from: z.iso.datetime(),
      endsAt: z.iso.datetime().optional(),
    }),
  ),
})
export type KeyDocument = z.infer<typeof KeyDocument>

/** Where only the order of the keys matters. */
export const NO_ROOT = new Uint8Array(32)
export const EMPTY_DOCUMENT: KeyDocument = { keys: [] }
const FORM = '{"root": …, "keys": [{"id", "secret" of 64 hex digits, "from"}]}'

/** @throws Error that quotes nothing of it, where it is neither plain text nor of the form */
export function readKeyDocument(text: string): KeyDocument {
  const trimmed = text.trim()
  if (!trimmed.startsWith('{')) return { root: trimmed, keys: [] }
  try {
    const document = KeyDocument.parse(JSON.parse(trimmed))
    const ids = [ROOT_KEY, ...document.keys.map(({ id }) => id)]
    if (new Set(ids).size === ids.length) return document
  } catch {
    // The cause would quote a key.
  }
  throw new Error(`the keys are not of the form ${FORM}`)
}

/** @param root where it is kept apart from the document */
export function ringFrom({ root, keys }: KeyDocument, apart?: Uint8Array): KeyRing {
  const bytes = apart ?? Buffer.from(root ?? '')
  return {
    ...ringOf(bytes),
    keys: keys.map(({ id, secret, from, endsAt }) => ({
      id,
      secret: Buffer.from(secret, 'hex'),
      from: new Date(from),
      ...(endsAt !== undefined && { endsAt: new Date(endsAt) }),
    })),
  }
}

/** With a key more, which signs once every process has had time to learn it. */
export function rotated(document: KeyDocument, secret: Uint8Array, now: Date): KeyDocument {
  const numbers = document.keys.map(({ id }) => Number(id)).filter(Number.isInteger)
  const id = String(Math.max(Number(ROOT_KEY), ...numbers) + 1)
  const from = new Date(now.getTime() + KNOWN_AFTER_MS).toISOString()
  const made = { id, secret: Buffer.from(secret).toString('hex'), from }
  return { ...document, keys: [...document.keys, made] }
}

/** Tokens of that key are refused from now on: their phones get new ones by their refresh tokens. */
export function ended(document: KeyDocument, id: string, now: Date): KeyDocument | undefined {
  const current = currentOf(keysOf(ringFrom(document, NO_ROOT)), now)
  const isKnown = document.keys.some((key) => key.id === id)
  // What signs now cannot be ended: a key has to follow it first.
  if (!isKnown || current.id === id) return undefined
  const endsAt = now.toISOString()
  return {
    ...document,
    keys: document.keys.map((key) => (key.id === id ? { ...key, endsAt } : key)),
  }
}
