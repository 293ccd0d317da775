import { Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** 民法典 §280: an owner may ask a court to annul a decision; or there is an objection, or another suit. */
export const DisputeKind = z.enum(['objection', 'annulment', 'lawsuit'])

/** While one is pending, ballots and roll of its vote are kept however old they are. */
export const VoteDispute = z.object({
  dispute: z.string(),
  kind: DisputeKind,
  at: Instant,
  ended: Instant.optional(),
})
export type VoteDispute = z.infer<typeof VoteDispute>
