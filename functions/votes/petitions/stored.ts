import {
  PetitionCheck,
  PetitionSupport,
  type PetitionCard,
} from '#shared/votes/petitions/petition.ts'
import { petitionState } from '#shared/votes/petitions/rules.ts'
import { PASSED } from '#shared/kernel/content-check.ts'
import * as z from '#shared/kernel/zod.ts'
import { StoredCheck } from '../../platform/weixin/content-checks.ts'
import { Actor } from '../stored.ts'

const MadeBy = z.object({ id: z.string(), request: z.string() })

export const StoredPetition = z.object({
  community: z.string(),
  petition: z.string(),
  title: z.string(),
  text: z.string(),
  reason: z.string(),
  /** Nobody sees who it is but themselves. */
  startedBy: z.string(),
  startedAt: z.string(),
  until: z.string(),
  madeBy: MadeBy,
  /** Of its words; none was made before there was one. */
  check: StoredCheck.default(PASSED),
  /** Who let words through that the check had held. */
  released: z.object({ at: z.string(), by: Actor }).optional(),
  support: PetitionSupport,
  /** Set once, by the count that first found enough. */
  reached: z.object({ at: z.string(), registerVersion: z.int() }).optional(),
  /** When it is to be counted; whoever joins meanwhile leaves it as it is. */
  countAt: z.string().optional(),
  /** Of the count under way: one that finds another here has been overtaken, and writes nothing. */
  counting: z.int().optional(),
  /** It has just become enough, and not everybody has been told. */
  untold: z.literal(true).optional(),
  /** Where the page of those who joined ended up to whom all have been told. */
  toldTo: z.string().optional(),
})
export type StoredPetition = z.infer<typeof StoredPetition>
export type FoundPetition = StoredPetition & { readonly version: number }

/** One head's support: whose head it is, the key says. */
export const StoredSupport = z.object({
  person: z.string(),
  /** Masked, as the register had it. */
  name: z.string(),
  at: z.string(),
})
export type StoredSupport = z.infer<typeof StoredSupport>

/** What a listing shows; the state is by the clock. */
export const StoredPetitionCard = z.object({
  petition: z.string(),
  title: z.string(),
  startedBy: z.string(),
  startedAt: z.string(),
  until: z.string(),
  reachedAt: z.string().optional(),
  isCounting: z.boolean(),
  check: PetitionCheck.optional(),
  support: PetitionSupport,
})
export type StoredPetitionCard = z.infer<typeof StoredPetitionCard>

export const lifeOf = ({ until, reached, countAt, counting, check }: StoredPetition) => ({
  until,
  reachedAt: reached?.at,
  isCounting: check.state === 'passed' && (countAt !== undefined || counting !== undefined),
})

export const storedCard = (stored: StoredPetition): StoredPetitionCard => {
  const { petition, title, startedBy, startedAt, until, support, reached } = stored
  const { isCounting } = lifeOf(stored)
  const check = CHECKS[stored.check.state]
  return {
    ...{ petition, title, startedBy, startedAt, until, isCounting, support },
    ...(reached && { reachedAt: reached.at }),
    ...(check && { check }),
  }
}

const CHECKS = { passed: undefined, pending: 'checking', held: 'held' } as const

/** Who started it stays behind. */
export const cardView = (card: StoredPetitionCard, now: Date): PetitionCard => {
  const { petition, title, startedAt, until, reachedAt, support, check } = card
  return {
    ...{ petition, title, startedAt, until, support },
    state: petitionState({ until, reachedAt, isCounting: card.isCounting }, now),
    ...(reachedAt !== undefined && { reachedAt }),
    ...(check && { check }),
  }
}
