import { createHash } from 'node:crypto'
import type { Key } from '../table/table.ts'

/** Spreads what is due over the partitions of an index; a sweep visits all of them. */
const WAKE_PARTITIONS = 16

const partition = (n: number): string => `W#${n}`
export const wakePartitions = (): readonly string[] =>
  Array.from({ length: WAKE_PARTITIONS }, (_, n) => partition(n))

/** The index key by which the sweep finds the item once `at` has come. */
export function wakeAt({ pk, sk }: Key, at: Date): Key {
  const digest = createHash('sha256').update(`${pk}\n${sk}`).digest()
  return {
    pk: partition(digest.readUInt16BE(0) % WAKE_PARTITIONS),
    sk: `${at.toISOString()}#${digest.toString('base64url').slice(0, 22)}`,
  }
}

/** Everything due by then sorts at or before this. */
export const dueBy = (now: Date): string => `${now.toISOString()}#~`

export const isDue = (wake: Key | undefined, now: Date): boolean =>
  wake !== undefined && wake.sk <= dueBy(now)
