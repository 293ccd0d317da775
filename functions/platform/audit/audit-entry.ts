import type { Act } from '#shared/audit/acts.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Key } from '../table/table.ts'
import { wakeAt } from '../jobs/wake.ts'

/** One act that changed who may do what, who is whose, or a register. No names and no numbers of persons. */
export const AuditEntry = z.object({
  /** Unique: a repeated append of it adds nothing. */
  id: z.string().min(1).max(64),
  /** ISO instant of the act. */
  at: z.string(),
  /** Whose chain it belongs to: a community's id, `street:<id>`, `district:<id>`, `company:<id>` or `platform`. */
  scope: z.string().min(1).max(128),
  /** A person's id, or `command`. */
  by: z.string().min(1).max(64),
  /** Feature and verb: `bindings.confirm`. Of another release it may be one this release has no name for. */
  act: z.custom<Act>((act) => typeof act === 'string' && /^[a-z_]+\.[a-z_]+$/.test(act)),
  /** What was changed: a person's id, a unit's label, a version. */
  subject: z.string().min(1).max(200),
  detail: z.record(z.string(), z.union([z.string().max(200), z.number()])).optional(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** Entries kept in the changed item until the sweep has put them on their chain. */
export const PendingAudit = z.array(AuditEntry).default([])

/** Where the item stands in the index of what is due: at once while it holds entries, else when the feature wants. */
export function auditWake(
  key: Key,
  pending: readonly AuditEntry[],
  now: Date,
  otherwise?: Date,
): Key | undefined {
  if (pending.length > 0) return wakeAt(key, now)
  return otherwise && wakeAt(key, otherwise)
}
