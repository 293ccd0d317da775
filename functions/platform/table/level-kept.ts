import type { Item } from './table.ts'

/** Together, in UTF-16 units. */
const MOST_TEXT = 1024 * 1024
const MOST_KEYS = 1_000
/** Longer ones are read once in a while, and would put the many short ones out. */
const LONGEST = 16 * 1024

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}

/**
 * Items that are read again and again (a session, what a person may do, a running vote), parsed once. Exact, because
 * one process alone has the store open: whoever writes an item says so here once it is written. Items are frozen, for
 * all readers have the same one.
 */
export class KeptItems {
  /** Read once; what is read a second time is kept. */
  readonly #met = new Set<string>()
  readonly #items = new Map<string, Item>()
  #text = 0

  get(key: string): Item | undefined {
    return this.#items.get(key)
  }

  /** @param text as it is stored, of which `item` was parsed */
  met(key: string, text: string, item: Item): Item {
    if (text.length > LONGEST) return item
    if (!this.#met.has(key)) {
      if (this.#met.size >= MOST_KEYS) this.#met.clear()
      this.#met.add(key)
      return item
    }
    if (this.#items.size >= MOST_KEYS || this.#text + text.length > MOST_TEXT) this.clear()
    this.#text += text.length
    this.#items.set(key, frozen(item))
    return item
  }

  /** Somebody has written them, or may have. */
  forget(keys: Iterable<string>): void {
    for (const key of keys) this.#items.delete(key)
  }

  clear(): void {
    this.#items.clear()
    this.#text = 0
  }
}
