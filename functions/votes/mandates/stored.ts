import * as z from '#shared/kernel/zod.ts'
import { MandateWay } from '#shared/votes/mandates/mandate.ts'
import { ItemChoice } from '#shared/votes/terms.ts'

const MadeBy = z.object({ id: z.string(), request: z.string() })
/** Names masked. */
const Actor = z.object({ person: z.string(), name: z.string() })
const Done = z.object({ at: z.string(), by: Actor, madeBy: MadeBy })

export const StoredMandate = z.object({
  mandate: z.string(),
  way: MandateWay,
  /** Key of the owner on the roll whose ballot it is. */
  principal: z.string(),
  /** Who gave it, where it was given in the app. */
  given: Actor.optional(),
  givenAt: z.string(),
  /** As named by the principal, in full: compared with who accepts it, shown masked. */
  agentName: z.string(),
  choices: z.array(ItemChoice).optional(),
  photos: z.array(z.string()).optional(),
  /** The agent who signed the paper as well and casts on paper, under an id that no account has. */
  paperAgent: z.string().optional(),
  recorded: Actor.optional(),
  confirmed: Done.optional(),
  accepted: Done.extend({ agent: z.string() }).optional(),
  usedAt: z.string().optional(),
  ended: Done.extend({ as: z.enum(['principal', 'agent', 'desk']) }).optional(),
  madeBy: MadeBy,
})
export type StoredMandate = z.infer<typeof StoredMandate>

/** Every mandate ever given for one head, in order: at most the last of them lives. */
export const StoredHeadMandates = z.object({ list: z.array(StoredMandate) })

/** A place an agent keeps for a principal. `at` is when the request that took it arrived. */
const Place = z.object({
  mandate: z.string(),
  head: z.string(),
  principal: z.string(),
  at: z.string(),
})
export type Place = z.infer<typeof Place>

/** All an agent holds in one vote: one item, so that no cap is exceeded however many are accepted at once. */
export const StoredAgent = z.object({ held: z.array(Place) })
