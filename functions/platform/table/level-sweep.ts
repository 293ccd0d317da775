import { isExpired, secondsOf } from './expiry.ts'
import { expiredBy, itemKeyOfExpiry } from './level-keys.ts'
import type { Store } from './level-reader.ts'
import type { GroupWriter } from './level-writer.ts'

/** Removes at most `limit` expired items; tells how many. */
export async function sweepExpired(
  db: Store,
  writer: GroupWriter,
  now: Date,
  limit: number,
): Promise<number> {
  const seconds = secondsOf(now)
  const marks = await db.keys({ ...expiredBy(seconds), limit }).all()
  if (marks.length === 0) return 0
  // Reads hide what has expired, so it does no harm when a power cut brings it back.
  return writer.submit((draft) => {
    const expired = marks.map(itemKeyOfExpiry).filter((key) => {
      const head = draft.read(key)
      return head !== undefined && isExpired(head, seconds)
    })
    expired.forEach((key) => draft.remove(key))
    return expired.length
  }, false)
}

const EVERY_MS = 60_000
const AT_ONCE = 200

/** Sweeps on the heels of a write, at most once a minute: no timer that keeps a process alive. */
export class OccasionalSweep {
  readonly #db: Store
  readonly #writer: GroupWriter
  #next = -Infinity
  #done: Promise<void> = Promise.resolve()

  constructor(db: Store, writer: GroupWriter) {
    this.#db = db
    this.#writer = writer
  }

  wrote(now: Date): void {
    if (now.getTime() < this.#next) return
    this.#next = now.getTime() + EVERY_MS
    this.#done = sweepExpired(this.#db, this.#writer, now, AT_ONCE).then(
      (removed) => {
        if (removed === AT_ONCE) this.#next = -Infinity
      },
      // What stays is hidden by every read, and the next sweep tries again.
      () => undefined,
    )
  }

  idle(): Promise<void> {
    return this.#done
  }
}
