import { Correction } from '#shared/privacy/correction-contract.ts'
import { keptUntil } from '#shared/privacy/retention.ts'
import * as z from '#shared/kernel/zod.ts'
import type { CommunityScope } from '../platform/http/call.ts'
import { auditWake, PendingAudit } from '../platform/audit/audit.ts'
import type { Item, Key, Page, Range, Table } from '../platform/table/table.ts'

// CORRECTION#<community>#<correction> | STATE
//   by1 CORRECTIONS#<community>#open | <askedAt>#<correction>     waits for the register office, oldest first
//   by2 CORRECTIONS#<community>#<person> | <askedAt>#<correction>
//   wake                                                          entries for the audit; kept long enough since it was answered
const FORMAT = 1
export const CORRECTION_KIND = 'CORRECTION'

export const StoredCorrection = Correction.extend({
  community: z.string(),
  person: z.string(),
  name: z.string(),
  units: z.array(z.string()),
  answeredBy: z.string().optional(),
  madeBy: z.object({ id: z.string(), request: z.string() }),
  audit: PendingAudit,
})
export type StoredCorrection = z.infer<typeof StoredCorrection>

export interface FoundCorrection {
  readonly stored: StoredCorrection
  readonly version: number
}

const keyOf = (community: string, correction: string): Key => ({
  pk: `${CORRECTION_KIND}#${community}#${correction}`,
  sk: 'STATE',
})
const listOf = (community: string, list: string): string => `CORRECTIONS#${community}#${list}`

/** None while it waits for an answer. */
export const correctionKeptUntil = ({ answeredAt }: StoredCorrection): Date | undefined =>
  answeredAt === undefined ? undefined : keptUntil('corrections', new Date(answeredAt))

export function correctionItem(stored: StoredCorrection, version: number, now: Date): Item {
  const { community, correction, person, askedAt, state } = stored
  const key = keyOf(community, correction)
  const place = `${askedAt}#${correction}`
  const wake = auditWake(key, stored.audit, now, correctionKeptUntil(stored))
  return {
    version,
    v: FORMAT,
    data: stored,
    ...(state === 'open' && { by1: { pk: listOf(community, 'open'), sk: place } }),
    by2: { pk: listOf(community, person), sk: place },
    ...(wake && { wake }),
    ...key,
  }
}

type Listing = Pick<Range, 'limit' | 'cursor'>
export type Corrections = ReturnType<typeof correctionsIn>

export const correctionsIn = (table: Table, { community }: Pick<CommunityScope, 'community'>) => ({
  community,
  async find(correction: string): Promise<FoundCorrection | undefined> {
    const item = await table.get(keyOf(community, correction))
    return item && { stored: StoredCorrection.parse(item.data), version: item.version }
  },
  /** @throws ConflictError where it exists, or somebody else wrote since it was found */
  save: (stored: StoredCorrection, version: number, now: Date): Promise<void> =>
    table.put(correctionItem(stored, version, now)),
  remove: ({ stored, version }: FoundCorrection): Promise<void> =>
    table.delete(keyOf(community, stored.correction), version),
  /** One index query and one batch, latest first. */
  mine: (person: string, listing: Listing) =>
    listed(table, 'by2', listOf(community, person), { ...listing, reverse: true }),
  /** One index query and one batch, oldest first. */
  open: (listing: Listing) => listed(table, 'by1', listOf(community, 'open'), listing),
  /** One index query; reads nobody's request. */
  async waiting(limit: number): Promise<{ readonly count: number; readonly more: boolean }> {
    const page = await table.queryIndex('by1', listOf(community, 'open'), { limit })
    return { count: page.items.length, more: page.cursor !== undefined }
  },
})

async function listed(
  table: Table,
  index: 'by1' | 'by2',
  pk: string,
  range: Range,
): Promise<Page<FoundCorrection>> {
  const page = await table.queryIndex(index, pk, range)
  const items = page.items.length === 0 ? [] : await table.batchGet(page.items)
  const found = items.flatMap((item) =>
    item ? [{ stored: StoredCorrection.parse(item.data), version: item.version }] : [],
  )
  return { ...page, items: found }
}
