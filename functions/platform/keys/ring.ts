import { hkdfSync } from 'node:crypto'

/** One key of the ring. It signs and seals from `from` until a later one does; it opens what it sealed for ever. */
export interface RingKey {
  readonly id: string
  readonly secret: Uint8Array
  readonly from: Date
  /** Where its tokens are to be refused earlier than they would be: it was seen by others. */
  readonly endsAt?: Date
}

/** What is kept of the keys: a file on one machine, a secret document on AWS. */
export interface KeyRing {
  /** Never rotated: what is stored under a digest could not be found under another. At least 32 bytes. */
  readonly root: Uint8Array
  /** In the order they were made. */
  readonly keys: readonly RingKey[]
}

export interface Ring {
  readonly root: Uint8Array
  /** By which is signed and sealed now. */
  current(): RingKey
  find(id: string): RingKey | undefined
  /** Those that still verify tokens: the current one, those to come, and those replaced a short while ago. */
  verifying(id: string): RingKey | undefined
  /** Reads the ring again where that is due, or at once (but not each time) for a key it does not know. */
  freshen(id?: string): Promise<void> | undefined
}

/** The root stands on the ring as its first key: what it signed before the first rotation keeps its value. */
export const ROOT_KEY = '0'
const BIRTH = new Date(0)

/** No token lives longer; those of the first release lived seven days. */
const TOKENS_LIVE_MS = 8 * 86_400_000
/** A new key is known everywhere this long before it signs. */
export const KNOWN_AFTER_MS = 10 * 60_000
const READ_AGAIN_MS = KNOWN_AFTER_MS / 2
const ASK_AGAIN_MS = 30_000

interface Source {
  readonly now: () => Date
  /** Where another process may have added a key since. */
  readonly read?: () => Promise<KeyRing>
}

export const ringOf = (root: Uint8Array): KeyRing => ({ root, keys: [] })

/** @throws Error where a key is shorter than 32 bytes */
export function openRing(first: KeyRing, { now, read }: Source): Ring {
  let keys = keysOf(first)
  let readAt = now().getTime()
  const find = (id: string): RingKey | undefined => keys.find((key) => key.id === id)
  const current = (): RingKey => currentOf(keys, now())

  return {
    root: first.root,
    current,
    find,
    verifying(id) {
      const key = find(id)
      if (!key) return undefined
      const next = keys[keys.indexOf(key) + 1]
      const end = Math.min(key.endsAt?.getTime() ?? Infinity, endAfter(next))
      return now().getTime() < end ? key : undefined
    },
    freshen(id) {
      if (!read) return undefined
      const isKnown = id === undefined || find(id) !== undefined
      const age = now().getTime() - readAt
      if (age < (isKnown ? READ_AGAIN_MS : ASK_AGAIN_MS)) return undefined
      readAt = now().getTime()
      const found = read().then((again) => void (keys = keysOf(again)))
      // What cannot be read now is asked again later; the keys at hand stay good.
      return found.catch(() => undefined)
    },
  }
}

const endAfter = (next: RingKey | undefined): number =>
  next === undefined ? Infinity : next.from.getTime() + TOKENS_LIVE_MS

/** Every key in the order they were made, the root first. @throws Error where one is too short */
export const keysOf = ({ root, keys }: KeyRing): readonly RingKey[] => {
  const all = [{ id: ROOT_KEY, secret: root, from: BIRTH }, ...keys]
  if (all.some(({ secret }) => secret.length < 32)) {
    throw new Error('the secret must have at least 32 bytes')
  }
  return all
}

/** Of keys in their order, the last whose time has come. */
export function currentOf(keys: readonly RingKey[], now: Date): RingKey {
  const live = keys.filter(({ from }) => from.getTime() <= now.getTime())
  const last = live[live.length - 1]
  if (!last) throw new Error('a ring has a key that began at the beginning')
  return last
}

/** A key of its own for each purpose, so that nothing made for one fits another. */
export const derive = (secret: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `jiayuan ${purpose}`, 32))
