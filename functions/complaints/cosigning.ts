import type { Table } from '../platform/table/table.ts'
import { cosignPartition } from './items.ts'
import type { StoredComplaint } from './stored.ts'

/** The number shown is at most this old, however many join in meanwhile. */
const COUNTED_WITHIN = 10_000

/** A home has joined in: the complaint is to be counted, unless it is already going to be. */
export const countSoon = (stored: StoredComplaint, now: Date): StoredComplaint | undefined =>
  stored.cosigns.countAt === undefined
    ? {
        ...stored,
        cosigns: {
          ...stored.cosigns,
          countAt: new Date(now.getTime() + COUNTED_WITHIN).toISOString(),
        },
      }
    : undefined

/** With the homes counted anew, where that is due. */
export async function recounted(
  table: Table,
  stored: StoredComplaint,
  now: Date,
): Promise<StoredComplaint> {
  const { community, number, cosigns } = stored
  if (cosigns.countAt === undefined || Date.parse(cosigns.countAt) > now.getTime()) return stored
  const count = await table.count(cosignPartition(community, number))
  return { ...stored, cosigns: { count } }
}
