import * as z from '#shared/kernel/zod.ts'
import { keptUntil } from '#shared/privacy/retention.ts'
import { auditWake, PendingAudit, type AuditEntry } from '../platform/audit/audit.ts'
import type { Item, Key, Table } from '../platform/table/table.ts'

// CLOSURE#<person> | STATE    an account being closed, or what was done when it was
//   wake                        entries for the audit; the end of the seven days
//   gone                        once done, as long after as the consents
const FORMAT = 1
export const CLOSURE_KIND = 'CLOSURE'

export const StoredClosure = z.object({
  state: z.enum(['cancelled', 'closing', 'closed']),
  requestedAt: z.string(),
  dueAt: z.string(),
  /** Features whose part is done: what a crash left is taken up there. */
  done: z.array(z.string()),
  frozen: z.array(z.object({ what: z.string(), until: z.string(), ground: z.string() })),
  audit: PendingAudit,
})
export type StoredClosure = z.infer<typeof StoredClosure>

export interface FoundClosure {
  readonly stored: StoredClosure | undefined
  readonly version: number
}

const keyOf = (person: string): Key => ({ pk: `${CLOSURE_KIND}#${person}`, sk: 'STATE' })
export const personOf = ({ pk }: Key): string => pk.slice(CLOSURE_KIND.length + 1)

export const closingsIn = (table: Table) => ({
  async find(person: string): Promise<FoundClosure> {
    const item = await table.get(keyOf(person))
    return { stored: item && StoredClosure.parse(item.data), version: item?.version ?? 0 }
  },
  /** @throws ConflictError where somebody else wrote since it was found */
  save: (person: string, stored: StoredClosure, found: FoundClosure, now: Date): Promise<void> =>
    table.put(closureItem(person, stored, found.version + 1, now)),
})

function closureItem(person: string, stored: StoredClosure, version: number, now: Date): Item {
  const key = keyOf(person)
  const due = stored.state === 'closing' ? new Date(stored.dueAt) : undefined
  const wake = auditWake(key, stored.audit, now, due)
  const over = stored.state === 'closed' ? keptUntil('consents', new Date(stored.dueAt)) : undefined
  const expiresAt = over && Math.floor(over.getTime() / 1_000)
  return {
    ...{ version, v: FORMAT, data: stored, ...key },
    ...(wake && { wake }),
    ...(expiresAt !== undefined && { expiresAt }),
  }
}

export const closureEntry = (
  id: string,
  person: string,
  act: AuditEntry['act'],
  now: Date,
  detail?: AuditEntry['detail'],
): AuditEntry => ({
  ...{ id, at: now.toISOString(), scope: 'platform', by: person, act, subject: person },
  ...(detail && { detail }),
})
