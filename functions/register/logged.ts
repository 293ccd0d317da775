import * as z from '#shared/kernel/zod.ts'
import { auditWake, type AuditEntry, PendingAudit } from '../platform/audit/audit.ts'
import type { Item, Key, Table } from '../platform/table/table.ts'

// EXPORT#<community>#<id> | LOG    that the register left as a file; who, when and why
export const LOGGED_KIND = 'EXPORT'
const FORMAT = 1

export const StoredExport = z.object({
  id: z.string(),
  community: z.string(),
  by: z.string(),
  at: z.string(),
  format: z.enum(['xlsx', 'csv']),
  reason: z.string(),
  version: z.int(),
  units: z.int(),
  name: z.string(),
  madeBy: z.object({ id: z.string(), request: z.string() }),
  audit: PendingAudit,
})
export type StoredExport = z.infer<typeof StoredExport>

const exportItemKey = (community: string, id: string): Key => ({
  pk: `${LOGGED_KIND}#${community}#${id}`,
  sk: 'LOG',
})

export async function findExport(
  table: Table,
  community: string,
  id: string,
): Promise<StoredExport | undefined> {
  const item = await table.get(exportItemKey(community, id))
  return item && StoredExport.parse(item.data)
}

/** @throws ConflictError where it is logged already */
export async function logExport(table: Table, one: Omit<StoredExport, 'audit'>): Promise<void> {
  const { community, id, by, at, format, version, units } = one
  const key = exportItemKey(community, id)
  const entry: AuditEntry = {
    id,
    at,
    scope: community,
    by,
    act: 'register.export',
    subject: String(version),
    // The reason is somebody's words, which may name persons: it stays in the item, off the chain.
    detail: { format, units },
  }
  const data: StoredExport = { ...one, audit: [entry] }
  const wake = auditWake(key, data.audit, new Date(at))
  await table.put({ version: 1, v: FORMAT, data, wake, ...key })
}

/** The entries not yet on their chain, and the item without them. */
export function unlogged(item: Item): { entries: readonly AuditEntry[]; item: Item } {
  const { audit, ...data } = StoredExport.parse(item.data)
  const { pk, sk, v, version } = item
  return { entries: audit, item: { pk, sk, v, version: version + 1, data } }
}
