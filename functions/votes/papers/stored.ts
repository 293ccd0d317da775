import * as z from '#shared/kernel/zod.ts'
import { SheetWay, StruckAs } from '#shared/votes/papers/terms.ts'
import { Actor, MadeBy } from '../stored.ts'

const Done = z.object({ at: z.string(), by: Actor, madeBy: MadeBy })

export const StoredSheet = Done.extend({
  edition: z.int(),
  /** `noticedAt` of the vote when it was printed. */
  notice: z.string(),
  /** Why it was printed anew. */
  reason: z.string().optional(),
  issued: Done.extend({ way: SheetWay, to: z.string().optional() }).optional(),
  returned: Done.extend({ late: z.boolean() }).optional(),
  /** Taken when it was handed in: which photos, and the hash of each as it was then. */
  photographed: Done.extend({
    pictures: z.array(z.object({ photo: z.string(), sha256: z.string() })),
  }).optional(),
  struck: Done.extend({ as: StruckAs, reason: z.string() }).optional(),
})
export type StoredSheet = z.infer<typeof StoredSheet>

/** Who entered it when, and a keyed digest of what: no choice is stored before two people agree. */
const StoredEntry = Done.extend({ edition: z.int(), round: z.int(), digest: z.string() })
export type StoredEntry = z.infer<typeof StoredEntry>

/** Everything on paper of one head: one item, so that no two people write past each other. */
export const StoredPaper = z.object({
  head: z.string(),
  place: z.int(),
  sheets: z.array(StoredSheet),
  entries: z.array(StoredEntry),
  /** The ballot lies in the box. */
  settled: z.object({ at: z.string(), edition: z.int() }).optional(),
})
export type StoredPaper = z.infer<typeof StoredPaper>

export interface FoundPaper extends StoredPaper {
  /** 0 while nothing is stored. */
  readonly version: number
}
