import { Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** `lapsed`: nobody may join any more, and too few had. */
export const PetitionState = z.enum(['open', 'reached', 'lapsed'])
export type PetitionState = z.infer<typeof PetitionState>

/** `held`: the automatic check did not let its words through, and the community's office looks at them. */
export const PetitionCheck = z.enum(['checking', 'held'])
export type PetitionCheck = z.infer<typeof PetitionCheck>

/** Who stands behind it, counted on both axes. Area in 0.01 m². */
export const PetitionSupport = z.object({
  /** At most some seconds old while owners join. */
  asOf: Instant,
  heads: z.int(),
  areaCenti: z.int(),
  totalHeads: z.int(),
  totalAreaCenti: z.int(),
  /** The least that is enough. */
  neededHeads: z.int(),
  neededAreaCenti: z.int(),
  reachesHeads: z.boolean(),
  reachesArea: z.boolean(),
})
export type PetitionSupport = z.infer<typeof PetitionSupport>

export const PetitionCard = z.object({
  petition: z.string(),
  title: z.string(),
  state: PetitionState,
  /** Only whoever started it, and the office where it is held, see one whose words have not passed. */
  check: PetitionCheck.optional(),
  startedAt: Instant,
  /** Until then owners join. */
  until: Instant,
  reachedAt: Instant.optional(),
  support: PetitionSupport,
})
export type PetitionCard = z.infer<typeof PetitionCard>

/** One of the asking person's own heads. */
export const PetitionHead = z.object({
  head: z.string(),
  units: z.array(z.string()),
  areaCenti: z.int(),
  /** Who gave it: the person, or another owner of the same homes. */
  given: z.enum(['me', 'co_owner']).optional(),
  /** Why the person does not speak for it. */
  blocked: z.object({ code: z.string(), detail: z.string() }).optional(),
})
export type PetitionHead = z.infer<typeof PetitionHead>

/** What the community's rules say of any petition. */
export const PetitionRule = z.object({
  /** The share of all owners that is enough. */
  numerator: z.int(),
  denominator: z.int(),
  /** The law it stands in. */
  source: z.string(),
  /** How long owners may join, in days. */
  days: z.int(),
})
export type PetitionRule = z.infer<typeof PetitionRule>

export const Petition = PetitionCard.extend({
  /** What the assembly is to be asked. */
  text: z.string(),
  /** Why it cannot wait. */
  reason: z.string(),
  /** Started by whoever asks. */
  mine: z.boolean(),
  rule: PetitionRule,
  heads: z.array(PetitionHead),
  /** Why the person has no head at all. */
  why: z.object({ code: z.string(), detail: z.string() }).optional(),
})
export type Petition = z.infer<typeof Petition>

/** For the committee and the community's office only. Names masked. */
export const Petitioner = z.object({
  units: z.array(z.string()),
  areaCenti: z.int(),
  name: z.string(),
  at: Instant,
  /** Not where the owners of these homes have changed since. */
  counts: z.boolean(),
})
export type Petitioner = z.infer<typeof Petitioner>
