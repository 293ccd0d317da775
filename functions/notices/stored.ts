import { ROLES } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import { Edition, NoticeCard, NoticeCategory } from '#shared/notices/contract.ts'

const StoredEdition = Edition.extend({
  /** Who published it; the name others see is in `publishedBy`. */
  by: z.object({ person: z.string(), role: z.enum(ROLES) }),
  madeBy: z.object({ id: z.string(), request: z.string() }),
})
export type StoredEdition = z.infer<typeof StoredEdition>

/** Editions in the order in which they were published; the first always stands. */
export const StoredNotice = z.object({
  notice: z.string(),
  community: z.string(),
  side: z.enum(['committee', 'property']),
  category: NoticeCategory,
  pinned: z.boolean(),
  validUntil: z.string().optional(),
  editions: z.tuple([StoredEdition], StoredEdition),
})
export type StoredNotice = z.infer<typeof StoredNotice>

/** What a list shows of a notice, whoever looks and whenever. */
export const StoredCard = NoticeCard.omit({ expired: true, read: true })
export type StoredCard = z.infer<typeof StoredCard>

export interface FoundNotice {
  readonly stored: StoredNotice
  readonly version: number
  /** Persons who have read it, as last counted. */
  readonly reads: number
}

const latestOf = ({ editions }: StoredNotice): StoredEdition =>
  editions[editions.length - 1] ?? editions[0]

export const cardOf = (stored: StoredNotice): StoredCard => {
  const { notice, category, pinned, validUntil, editions } = stored
  const { title, edition } = latestOf(stored)
  const { publishedAt, publishedBy } = editions[0]
  return { notice, title, category, pinned, publishedAt, publishedBy, validUntil, edition }
}
