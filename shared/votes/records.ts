import { Day, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** Whose name stands under the count. */
export const CountConfirmation = z.object({
  office: z.enum(['committee', 'community']),
  by: z.string(),
  at: Instant,
})

/** A piece of a filing with the street: 物业管理条例 art. 16, 建房〔2009〕274号 art. 33. */
export const FilingDocument = z.enum([
  'application',
  'minutes',
  'result_announcement',
  'roll',
  'rules_of_procedure',
  'management_convention',
  'committee_list',
])
export type FilingDocument = z.infer<typeof FilingDocument>

/** Until when a decision is to be filed (the day included), with what, and what of it was not handed in. */
export const FilingDue = z.object({
  by: Day,
  /** Below 0 once the day has passed. */
  daysLeft: z.int(),
  /** The day has passed and nothing is filed. */
  overdue: z.boolean(),
  documents: z.array(FilingDocument),
  missing: z.array(FilingDocument),
})
export type FilingDue = z.infer<typeof FilingDue>

/** What a vote's end leaves on record. */
export const Filing = z.object({
  at: Instant,
  documents: z.array(FilingDocument),
  receipt: z.string(),
})
