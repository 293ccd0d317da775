import * as z from '#shared/kernel/zod.ts'
import { VoteMode } from '../terms.ts'

/** What a jurisdiction's rules fix for a vote. A copy is frozen into the vote with its roll. */
export const RuleValues = z.object({
  /** Calendar days from notice to opening, at least. */
  noticeDays: z.int(),
  /** How long the ballot stays open, in days of 24 hours. */
  windowDaysAtLeast: z.int(),
  windowDaysAtMost: z.int(),
  /** Modes in which a vote may be held. */
  modes: z.array(VoteMode),
  /** Clause that makes a tap a ballot; `null` where none does. */
  electronicBasis: z.string().nullable(),
  /** Whether parking spaces count on both axes. */
  parkingCounted: z.boolean(),
  silent: z.enum(['NOT_PARTICIPATING', 'PARTICIPATES_AS_ABSTAIN', 'FOLLOWS_MAJORITY']),
  revote: z.enum(['FIRST_FINAL', 'LAST_BEFORE_CLOSE']),
  /** Principals one agent may speak for; `null` where nothing limits it. */
  proxyCap: z.int().nullable(),
})
export type RuleValues = z.infer<typeof RuleValues>

/** How sure we are: read in the law itself, quoted by others, recalled without the text, or our own choice. */
type Confidence = 'full_text' | 'quoted' | 'recalled' | 'ours'

interface Sourced<T> {
  readonly value: T
  readonly source: string
  readonly confidence: Confidence
}

/** Rules of one jurisdiction. A published version never changes: a change is a new version. */
export interface RuleProfile {
  readonly id: string
  readonly name: string
  readonly version: number
  /** Holds for demonstrations only, and the screens say so. */
  readonly fictitious: boolean
  readonly values: { readonly [K in keyof RuleValues]: Sourced<RuleValues[K]> }
}

export const valuesOf = ({ values }: RuleProfile): RuleValues => ({
  noticeDays: values.noticeDays.value,
  windowDaysAtLeast: values.windowDaysAtLeast.value,
  windowDaysAtMost: values.windowDaysAtMost.value,
  modes: values.modes.value,
  electronicBasis: values.electronicBasis.value,
  parkingCounted: values.parkingCounted.value,
  silent: values.silent.value,
  revote: values.revote.value,
  proxyCap: values.proxyCap.value,
})
