import type { Log } from '../log/log.ts'
import { ConflictError, type Item, type Key, type Table } from '../table/table.ts'
import { dueBy, isDue, wakePartitions } from './wake.ts'

/** What a feature does with an item of its own whose time has come. It must move or drop `wake`. */
export interface Job {
  /** Start of the `pk` of the items it visits, up to the first `#`. */
  readonly kind: string
  visit(item: Item, now: Date): Promise<void>
}

export interface Sweep {
  /**
   * Visits everything that was due when it began, each once: what a visit leaves due is visited by the next. Running it
   * late, twice or in two processes at once moves each item once.
   */
  run(): Promise<Swept>
  /** Visits these items, where they are due. */
  visit(keys: readonly Key[]): Promise<Swept>
}

export interface Swept {
  readonly visited: number
  readonly failed: number
}

/** How hard a sweep works. */
export interface Pace {
  /** Visits at once. */
  readonly page: number
  /** Waited for after each page; after `false` no page follows: what is left is due at the next sweep. */
  readonly rest: () => Promise<boolean>
}

const FULL_SPEED: Pace = { page: 50, rest: () => Promise.resolve(true) }
/** A sweep ends after this many pages of a partition: what is left is due at the next. */
const PAGES_AT_MOST = 200

interface Needs {
  readonly table: Table
  readonly log: Log
  readonly now: () => Date
}

export function createSweep(
  { table, log, now }: Needs,
  jobs: readonly Job[],
  pace: Pace = FULL_SPEED,
): Sweep {
  const byKind = new Map(jobs.map((job) => [job.kind, job]))

  const visitOne = async (item: Item): Promise<boolean> => {
    const job = byKind.get(item.pk.slice(0, item.pk.indexOf('#')))
    if (!job) return failed(item, new Error('no job for this kind'))
    try {
      await job.visit(item, now())
      return true
    } catch (err) {
      // Somebody else moved it meanwhile: theirs counts, and what they left due is visited next time.
      if (err instanceof ConflictError) return true
      return failed(item, err)
    }
  }
  const failed = (item: Item, err: unknown): false => {
    const { name, message } = err instanceof Error ? err : new Error(String(err))
    log.error('job failed', { kind: item.pk.split('#')[0], name, message })
    return false
  }
  const visit = async (keys: readonly Key[], by = now()): Promise<Swept> => {
    const items = await table.batchGet(keys)
    const due = items.filter((item) => item !== undefined && isDue(item.wake, by))
    const done = await Promise.all(due.map((item) => visitOne(item as Item)))
    const visited = done.filter((ok) => ok).length
    return { visited, failed: done.length - visited }
  }
  return {
    visit: (keys) => visit(keys),
    async run() {
      const by = now()
      const parts = []
      for (const partition of wakePartitions()) parts.push(await sweepPartition(partition, by))
      return parts.reduce(add)
    },
  }

  async function sweepPartition(partition: string, by: Date): Promise<Swept> {
    let swept: Swept = { visited: 0, failed: 0 }
    let cursor: string | undefined
    for (let pages = 0; pages < PAGES_AT_MOST; pages += 1) {
      const page = await table.queryIndex('wake', partition, {
        to: dueBy(by),
        limit: pace.page,
        ...(cursor === undefined ? {} : { cursor }),
      })
      if (page.items.length > 0) {
        swept = add(swept, await visit(page.items, by))
        if (!(await pace.rest())) return swept
      }
      cursor = page.cursor
      if (cursor === undefined) break
    }
    return swept
  }
}

const add = (a: Swept, b: Swept): Swept => ({
  visited: a.visited + b.visited,
  failed: a.failed + b.failed,
})
