import { auditTrail } from '../platform/audit/audit.ts'
import type { Ports } from '../platform/ports.ts'
import type { Item, Table } from '../platform/table/table.ts'
import {
  cosignPartition,
  evidencePartition,
  helpNote,
  keptUntilOf,
  mergedPartition,
  partitionOf,
  STATE,
} from './items.ts'
import { readEvent, type StoredComplaint, type StoredEvent } from './stored.ts'

export interface RetentionNeeds extends Pick<Ports, 'table' | 'now'> {
  readonly photos: {
    /** For ever, bytes and all, voice notes too. Twice is once. */
    remove(photos: readonly string[], community: string): Promise<void>
  }
}

const AT_ONCE = 50

export const isKeptLongEnough = (stored: StoredComplaint, now: Date): boolean => {
  const until = keptUntilOf(stored)
  return until !== undefined && Date.parse(until) <= now.getTime()
}

/** 个人信息保护法 §47: photos and voice notes, then events, then the complaint itself, so that a crash is taken up again. What went is counted on record. */
export async function removeComplaint(
  { table, now, photos }: RetentionNeeds,
  stored: StoredComplaint,
): Promise<void> {
  const { community, number } = stored
  const items = await wholeOf(table, community, number)
  const ids = [...stored.photos, ...stored.events.flatMap(mediaOf)]
  await photos.remove([...ids, ...movedMedia(items)], community)
  await auditTrail({ table, now }).append([
    {
      id: `retention-${number}`,
      at: now().toISOString(),
      scope: community,
      by: 'command',
      act: 'complaints.expire',
      subject: number,
      detail: { removed: items.length },
    },
  ])
  const last = items.filter(({ sk }) => sk === STATE)
  for (const beside of [evidencePartition, cosignPartition, mergedPartition]) {
    await removeAll(table, beside(community, number))
  }
  for (const item of items.filter(({ sk }) => sk !== STATE)) await table.delete(item, item.version)
  const { assistedBy, filedAt } = stored
  const note =
    assistedBy && (await table.get(helpNote(community, assistedBy.person, filedAt, number)))
  if (note) await table.delete(note, note.version)
  for (const item of last) await table.delete(item, item.version)
}

/** However many homes joined in. */
async function removeAll(table: Table, partition: string): Promise<void> {
  for (;;) {
    const { items } = await table.query(partition, { limit: AT_ONCE })
    if (items.length === 0) return
    await Promise.all(items.map((item) => table.delete(item, item.version)))
  }
}

async function wholeOf(table: Table, community: string, number: string) {
  // The rules keep a complaint below the 1 MB of a page.
  const { items } = await table.query(partitionOf(community, number))
  return items
}

const mediaOf = ({ photos, voice }: StoredEvent): string[] =>
  voice === undefined ? photos : [...photos, voice]

/** Of events that were moved to items of their own. */
const movedMedia = (items: readonly Item[]): string[] =>
  items.filter(({ sk }) => sk !== STATE).flatMap(({ ...item }) => mediaOf(readEvent(item)))
