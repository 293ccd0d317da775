import { readItem, type Entries, type Head } from './level-entries.ts'
import { sideKeys } from './level-keys.ts'
import type { Store } from './level-reader.ts'

interface Touched {
  /** Keys beside the item's own that are in the store now. */
  readonly before: readonly string[]
  head: Head | undefined
  /** What to store; `null` removes the item, `undefined` leaves it as it is. */
  after: Entries | null | undefined
}

/** The store as it will be after a batch: what is committed, and over it what the batch changes. */
export class Draft {
  readonly #db: Store
  readonly #touched = new Map<string, Touched>()

  constructor(db: Store) {
    this.#db = db
  }

  read(key: string): Head | undefined {
    return this.#touch(key).head
  }

  save(entries: Entries): void {
    const touched = this.#touch(entries.key)
    touched.head = entries.head
    touched.after = entries
  }

  remove(key: string): void {
    const touched = this.#touch(key)
    touched.head = undefined
    touched.after = null
  }

  /** Keys of the items that the batch changes. */
  *changed(): Iterable<string> {
    for (const [key, { after }] of this.#touched) if (after !== undefined) yield key
  }

  /** Item and index rows change in one atomic batch, so a row without its item cannot be stored. */
  async write(sync: boolean): Promise<void> {
    const batch = this.#db.batch()
    for (const [key, { before, after }] of this.#touched) {
      if (after === undefined) continue
      const kept = new Set(after?.sides.map(([side]) => side))
      for (const side of before) if (!kept.has(side)) batch.del(side)
      if (after === null) {
        batch.del(key)
        continue
      }
      batch.put(key, after.text)
      for (const [side, text] of after.sides) batch.put(side, text)
    }
    await (batch.length === 0 ? batch.close() : batch.write({ sync }))
  }

  #touch(key: string): Touched {
    const known = this.#touched.get(key)
    if (known) return known
    // Synchronous: a tenth of what a trip through the thread pool costs.
    const text = this.#db.getSync(key)
    const item = text === undefined ? undefined : readItem(text)
    const touched = { before: item ? sideKeys(item) : [], head: item, after: undefined }
    this.#touched.set(key, touched)
    return touched
  }
}
