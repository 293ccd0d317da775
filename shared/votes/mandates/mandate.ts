import { Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { ItemChoice } from '../terms.ts'

/**
 * `recorded`: on paper, waits for a second person; `offered`: waits for the agent; `accepted`: the agent may cast;
 * `used`: has cast, so that nobody takes it back any more; `ended`: revoked, or given back.
 */
export const MandateState = z.enum(['recorded', 'offered', 'accepted', 'used', 'ended'])
export type MandateState = z.infer<typeof MandateState>

export const MandateWay = z.enum(['app', 'paper'])
export type MandateWay = z.infer<typeof MandateWay>

/** A written mandate (书面委托, 物业管理条例 art. 12) for one head in one vote. Names are masked. */
export const Mandate = z.object({
  mandate: z.string(),
  head: z.string(),
  units: z.array(z.string()),
  /** 0.01 m². */
  areaCenti: z.int(),
  state: MandateState,
  way: MandateWay,
  principal: z.string(),
  /** As the principal wrote it. */
  agent: z.string(),
  /** What the principal wants said; a ballot that says otherwise is refused. */
  choices: z.array(ItemChoice).optional(),
  givenAt: Instant,
  acceptedAt: Instant.optional(),
  usedAt: Instant.optional(),
  ended: z.object({ at: Instant, by: z.enum(['principal', 'agent', 'desk']) }).optional(),
  /** Who took it in on paper, and who looked at the paper after them. */
  recordedBy: z.string().optional(),
  confirmedBy: z.string().optional(),
  photos: z.array(z.string()).optional(),
})
export type Mandate = z.infer<typeof Mandate>

/** On a head of the person's own: who may cast for them. */
export const GivenMandate = Mandate.pick({ mandate: true, state: true, agent: true })

/** On a head that is somebody else's: for whom the person may cast, and what they want said. */
export const HeldMandate = Mandate.pick({ mandate: true, principal: true, choices: true })
