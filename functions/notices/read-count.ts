import * as z from '#shared/kernel/zod.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import { ConflictError, type Item, type Key, type Table } from '../platform/table/table.ts'
import { partitionOf, readPartition, READS } from './items.ts'

const FORMAT = 1
/** A number shown is at most this old. */
const FRESH_MS = 10_000
/** A count that broke off is made again. */
const BROKEN_OFF_MS = 60_000
const TRIES = 10

/**
 * A read that is put before its reader looks here is counted by whoever is about to count. While somebody is counting
 * (`counting`) that is not sure, so the next reader asks again, and the one who counts leaves that wish standing.
 */
const Count = z.object({ reads: z.int(), countedAt: z.string(), counting: z.boolean() })
type Count = z.infer<typeof Count>

const NEVER: Count = { reads: 0, countedAt: new Date(0).toISOString(), counting: false }

export const readsOf = (item: Item | undefined): number =>
  item === undefined ? 0 : Count.parse(item.data).reads

/** Has the reads of a notice counted soon: at once, or 10 s after they were counted last. */
export async function askForCount(
  table: Table,
  community: string,
  notice: string,
  now: Date,
): Promise<void> {
  const key = { pk: partitionOf(community, notice), sk: READS }
  await untilWritten(async () => {
    const item = await table.get(key)
    const held = item ? Count.parse(item.data) : NEVER
    if (item?.wake && !held.counting) return
    const soonest = Math.max(now.getTime(), Date.parse(held.countedAt) + FRESH_MS)
    await put(table, key, item, { ...held, counting: false }, new Date(soonest))
  })
}

/** @throws ConflictError where somebody else is counting */
export async function countReads(table: Table, item: Item, now: Date): Promise<void> {
  const [, community = '', notice = ''] = item.pk.split('#')
  const again = new Date(now.getTime() + BROKEN_OFF_MS)
  await put(table, item, item, { ...Count.parse(item.data), counting: true }, again)
  const reads = await table.count(readPartition(community, notice))
  await untilWritten(async () => {
    const current = await table.get(item)
    const held = current ? Count.parse(current.data) : NEVER
    const counted: Count = {
      // Reads are never taken back: of two who count, the higher number is the later.
      reads: Math.max(reads, held.reads),
      countedAt: now.toISOString(),
      counting: false,
    }
    await put(table, item, current, counted, held.counting ? undefined : current?.wake)
  })
}

async function put(
  table: Table,
  { pk, sk }: Key,
  before: Item | undefined,
  data: Count,
  wake: Date | Key | undefined,
): Promise<void> {
  const key = { pk, sk }
  const version = (before?.version ?? 0) + 1
  await table.put({
    version,
    v: FORMAT,
    data,
    wake: wake instanceof Date ? wakeAt(key, wake) : wake,
    ...key,
  })
}

/** Each conflict is somebody else's step forward, so a few tries are enough. */
async function untilWritten(write: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write()
      return
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === TRIES) throw err
    }
  }
}
