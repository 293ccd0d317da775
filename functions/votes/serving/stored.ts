import * as z from '#shared/kernel/zod.ts'
import { HandedTo, ServingWay, Witness } from '#shared/votes/serving/serving.ts'

const MadeBy = z.object({ id: z.string(), request: z.string() })
/** Names masked; the witnesses' are not: a proof that names nobody proves nothing. */
const Actor = z.object({ person: z.string(), name: z.string() })

export const StoredEvidence = z.object({
  evidence: z.string(),
  unit: z.string(),
  way: ServingWay,
  on: z.string(),
  at: z.string(),
  by: Actor.optional(),
  handedTo: HandedTo.optional(),
  witnesses: z.array(Witness).optional(),
  photos: z.array(z.string()).optional(),
  carrier: z.string().optional(),
  tracking: z.string().optional(),
  madeBy: MadeBy.optional(),
})
export type StoredEvidence = z.infer<typeof StoredEvidence>

export const StoredStrike = z.object({
  at: z.string(),
  by: Actor,
  reason: z.string(),
  madeBy: MadeBy,
})
export type StoredStrike = z.infer<typeof StoredStrike>
