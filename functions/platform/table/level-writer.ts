import { setImmediate as nextTurn } from 'node:timers/promises'
import { Draft } from './level-draft.ts'
import type { Store } from './level-reader.ts'

/** Decides on what is stored, and writes. Throws to refuse, before it has written anything. */
export type Change<T> = (draft: Draft) => T

interface Job {
  readonly durable: boolean
  /** Runs the change and gives what to tell its caller once the batch is safe. */
  readonly run: (draft: Draft) => () => void
  readonly fail: (reason: unknown) => void
}

/** Is told the keys of the items that a batch has changed, before anybody is answered. */
type Wrote = (keys: Iterable<string>) => void

const MOST_AT_ONCE = 500
/** Turns of the event loop that a batch waits for at most. */
const TURNS = 16

const jobOf = <T>(
  change: Change<T>,
  durable: boolean,
  resolve: (value: T) => void,
  fail: (reason: unknown) => void,
): Job => ({
  durable,
  fail,
  run(draft) {
    try {
      const value = change(draft)
      return () => resolve(value)
    } catch (refusal) {
      return () => fail(refusal)
    }
  },
})

/** Nobody is answered before the batch is safe: who is refused will look at what the winner wrote. */
async function commit(db: Store, jobs: readonly Job[], wrote: Wrote): Promise<void> {
  try {
    const draft = new Draft(db)
    const answers = jobs.map((job) => job.run(draft))
    // A batch that failed may yet have been written.
    await draft.write(jobs.some((job) => job.durable)).finally(() => wrote(draft.changed()))
    for (const answer of answers) answer()
  } catch (err) {
    for (const job of jobs) job.fail(err)
  }
}

/** One batch at a time; what arrives while it syncs makes the next one and shares its sync. */
export class GroupWriter {
  readonly #db: Store
  readonly #wrote: Wrote
  #queue: Job[] = []
  #writing = false
  #done: Promise<void> = Promise.resolve()

  constructor(db: Store, wrote: Wrote = () => undefined) {
    this.#db = db
    this.#wrote = wrote
  }

  /** A change that is not `durable` survives a kill, but a power cut may undo it. */
  submit<T>(change: Change<T>, durable = true): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#queue.push(jobOf(change, durable, resolve, reject))
      if (!this.#writing) this.#done = this.#drain()
    })
  }

  /** Settles when everything submitted so far is answered. */
  idle(): Promise<void> {
    return this.#done
  }

  async #drain(): Promise<void> {
    this.#writing = true
    while (this.#queue.length > 0) {
      await this.#gather()
      await commit(this.#db, this.#queue.splice(0, MOST_AT_ONCE), this.#wrote)
    }
    this.#writing = false
  }

  /**
   * A sync costs as much as everything else about a write: those answered a moment ago, and the requests of this turn,
   * get in, as long as each turn brings somebody.
   */
  async #gather(): Promise<void> {
    for (let turn = 0, before = 0; turn < TURNS && this.#queue.length > before; turn += 1) {
      before = this.#queue.length
      await nextTurn()
    }
  }
}
