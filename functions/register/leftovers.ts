import { HOUR } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key, Table } from '../platform/table/table.ts'
import { findCurrent, versionNumbered } from './repository.ts'
import { FORMAT, KINDS, pagePrefix, partitionOf } from './stored.ts'

// RUN#<community>#<run> | MARK   written before the pages of a change; looked at an hour later, when the change has
//                                become a version or never will
const RUN_KIND = 'RUN'

const Mark = z.object({
  community: z.string(),
  run: z.string(),
  /** The version the change is to become. */
  number: z.int(),
  /** Given up: whoever was so slow must not use its pages any more. */
  swept: z.boolean().optional(),
})
type Mark = z.infer<typeof Mark>

const markKey = ({ community, run }: Pick<Mark, 'community' | 'run'>): Key => ({
  pk: `${RUN_KIND}#${community}#${run}`,
  sk: 'MARK',
})

export async function markRun(table: Table, mark: Mark, now: Date): Promise<void> {
  const key = markKey(mark)
  const wake = wakeAt(key, new Date(now.getTime() + HOUR))
  await table.put({ version: 1, v: FORMAT, data: mark, wake, ...key })
}

/** Whether the pages of a change are still there to be used. */
export async function isRunKept(table: Table, community: string, run: string): Promise<boolean> {
  const item = await table.get(markKey({ community, run }))
  return item !== undefined && Mark.parse(item.data).swept !== true
}

/**
 * Takes away the rows of a change that never became a version. First the mark says so, then the current version is
 * written anew: whoever still holds its former version fails, looks at the mark, and gives up. Only then rows go.
 */
export const leftoversJob = ({ table }: { readonly table: Table }): Job => ({
  kind: RUN_KIND,
  async visit(item, now) {
    const mark = Mark.parse(item.data)
    const version = await versionNumbered(table, mark.community, mark.number)
    if (version?.run === mark.run) return table.delete(item, item.version)
    const wake = wakeAt(item, new Date(now.getTime() + HOUR))
    const given: Item = {
      ...item,
      version: item.version + 1,
      data: { ...mark, swept: true },
      wake,
    }
    await table.put(given)
    await fence(table, mark.community)
    await removePages(table, mark)
    await table.delete(given, given.version)
  },
})

/** The same once more: every write that waits for the version before now conflicts. */
async function fence(table: Table, community: string): Promise<void> {
  const current = await findCurrent(table, community)
  if (current) await table.put({ ...current, version: current.version + 1 })
}

async function removePages(table: Table, { community, run }: Mark): Promise<void> {
  const pk = partitionOf(community)
  for (const kind of KINDS) {
    let cursor: string | undefined
    do {
      const page = await table.queryKeys(pk, {
        prefix: pagePrefix(kind, run),
        ...(cursor !== undefined && { cursor }),
      })
      for (const key of page.items) await table.delete(key, 1)
      cursor = page.cursor
    } while (cursor !== undefined)
  }
}
