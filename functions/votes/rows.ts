import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import { PUT_NEW } from '../platform/table/limits.ts'
import type { Item, Json, Key, Table } from '../platform/table/table.ts'
import { FORMAT, foundVote, voteKey } from './items.ts'
import type { FoundVote } from './stored.ts'

// Rows are written under a fresh id before the one write of the vote that names it, and never change.
// ROWS#<id> | OWNER    whose they are; its wake takes away what no vote came to name
// ROWS#<id> | R#<n>
const KIND = 'ROWS'

const Owner = z.object({ community: z.string(), vote: z.string() })
type Owner = z.infer<typeof Owner>

const partitionOf = (id: string): string => `${KIND}#${id}`
const ownerKey = (id: string): Key => ({ pk: partitionOf(id), sk: 'OWNER' })
const after = (key: Key, now: Date, ms: number): Key => wakeAt(key, new Date(now.getTime() + ms))

/** @param id fresh: nobody else writes under it */
export async function writeRows(
  table: Table,
  id: string,
  owner: Owner,
  rows: readonly Json[],
  now: Date,
): Promise<void> {
  const key = ownerKey(id)
  const wake = after(key, now, HOUR)
  await table.put({ version: 1, v: FORMAT, data: owner, wake, ...key })
  const items = rows.map((data, n): Item => ({
    pk: partitionOf(id),
    sk: `R#${String(n).padStart(6, '0')}`,
    version: 1,
    v: FORMAT,
    data,
  }))
  for (let n = 0; n < items.length; n += PUT_NEW) await table.putNew(items.slice(n, n + PUT_NEW))
}

/** In the order they were written. */
export async function readRows(table: Table, id: string): Promise<readonly Json[]> {
  return (await itemsOf(table, id)).map((item) => item.data)
}

async function itemsOf(table: Table, id: string): Promise<readonly Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const page = await table.query(partitionOf(id), {
      prefix: 'R#',
      ...(cursor !== undefined && { cursor }),
    })
    items.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return items
}

/** Marker last: as long as it is there, somebody may still come back for the rows. */
export async function removeRows(table: Table, id: string): Promise<void> {
  for (const row of await itemsOf(table, id)) await table.delete(row, row.version)
  const marker = await table.get(ownerKey(id))
  if (marker) await table.delete(marker, marker.version)
}

/** Takes away rows of a change that was never finished, and texts that a later draft replaced. */
export const rowsJob = ({ table }: { readonly table: Table }): Job => ({
  kind: KIND,
  async visit(marker, now) {
    const id = marker.pk.slice(KIND.length + 1)
    const { community, vote } = Owner.parse(marker.data)
    const item = await table.get(voteKey(community, vote))
    const found = item && foundVote(item)
    if (!found || !isNamedBy(found, id)) {
      await removeRows(table, id)
      return
    }
    const { pk, sk, v, data, version } = marker
    const next = { pk, sk, v, data, version: version + 1 }
    // A draft may still exchange its text.
    const mayChange = found.state === 'draft'
    await table.put(mayChange ? { ...next, wake: after(marker, now, DAY) } : next)
  },
})

const isNamedBy = ({ wording, roll }: FoundVote, id: string): boolean =>
  wording === id || roll?.rows === id
