import { auditTrail } from '../platform/audit/audit.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Ports } from '../platform/ports.ts'
import { importsIn, type Imports } from './imports.ts'
import { leftoversJob } from './leftovers.ts'
import { LOGGED_KIND, unlogged } from './logged.ts'
import { orderWork } from './orders.ts'
import { fileKey, orderKey } from './places.ts'
import { refused } from './refused-import.ts'
import { REGISTER_KIND, StoredCurrent } from './stored.ts'
import {
  FILE_LIVES,
  type FoundImport,
  foundIn,
  IMPORT_KIND,
  importItem,
  isOver,
  isWorking,
  LOST_AFTER,
} from './stored-import.ts'

type Needs = Pick<Ports, 'table' | 'blobs' | 'now'>

/** What the clock does to registers: audit entries to their chain, lost imports, files and rows that are nobody's. */
export function registerJobs(needs: Needs): readonly Job[] {
  const trail = auditTrail(needs)
  return [
    {
      kind: REGISTER_KIND,
      async visit(item) {
        const { audit, ...data } = StoredCurrent.parse(item.data)
        await trail.append(audit)
        const { pk, sk, v, version } = item
        await needs.table.put({ pk, sk, v, version: version + 1, data })
      },
    },
    {
      kind: LOGGED_KIND,
      async visit(item) {
        const { entries, item: without } = unlogged(item)
        await trail.append(entries)
        await needs.table.put(without)
      },
    },
    leftoversJob(needs),
    {
      kind: IMPORT_KIND,
      visit: (item, now) => lookAfter(foundIn(item), needs, now),
    },
  ]
}

/** Sent for again so often, then given up: the file would be as hard to read once more. */
const TRIES = 2

async function lookAfter(found: FoundImport, needs: Needs, now: Date): Promise<void> {
  const { one } = found
  const imports = importsIn(needs.table, one.community)
  if (isWorking(one) && isPast(one.movedAt, LOST_AFTER, now)) await revive(found, imports, needs)
  else if (isOver(one) || isPast(one.at, FILE_LIVES, now)) await clear(found, imports, needs)
  // The index was behind: written again, the item stands where it belongs.
  else await needs.table.put(importItem(one, found.version + 1))
}

const isPast = (at: string, ms: number, now: Date): boolean => Date.parse(at) + ms <= now.getTime()

async function revive(found: FoundImport, imports: Imports, needs: Needs): Promise<void> {
  const { one } = found
  const movedAt = needs.now().toISOString()
  if (one.tries >= TRIES) {
    await imports.save({ ...refused(one, 'register.import_stopped'), movedAt }, found)
    return
  }
  await imports.save({ ...one, tries: one.tries + 1, movedAt }, found)
  await orderWork(needs.blobs, one)
}

/** The file names everybody: it goes as soon as nothing more can come of it. */
async function clear(found: FoundImport, imports: Imports, { blobs }: Needs): Promise<void> {
  const { one } = found
  const whose = { community: one.community, name: one.id }
  await blobs.delete(fileKey(whose))
  await blobs.delete(orderKey(whose))
  const over = isOver(one) ? one : refused(one, 'register.import_stopped')
  await imports.save({ ...over, cleared: true }, found)
}
