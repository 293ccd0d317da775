import * as z from '#shared/kernel/zod.ts'
import { GateRule } from '../gate/gate.ts'
import { ServingWay } from '../serving/serving.ts'
import { ProxyExclusion, SilentPolicy, VoteMode } from '../terms.ts'

/** An exact fraction of a whole. */
const Share = z.object({ numerator: z.int().min(0), denominator: z.int().min(1) })
export type Share = z.infer<typeof Share>

/** What a jurisdiction's rules fix for a vote. A copy is frozen into the vote with its roll. */
export const RuleValues = z.object({
  /** Days a published roll is open to objections before it may be frozen. */
  rollObjectionDays: z.int(),
  /** What comes before notice. Votes whose rules were frozen before it was asked for stand as they are. */
  gate: GateRule.default({ steps: [], consultationDays: 0 }),
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
  /** What may be made of owners who were served and did not answer; the vote says which, and by what clause. */
  silentAllowed: z.array(SilentPolicy),
  /** Share of all heads and of all area that ballots must have reached before silence counts. */
  silentNeeds: Share,
  /** Whether silence may count for matters 6 to 8. */
  silentOnSpecial: z.boolean(),
  /** How fresh a login must be for a cast by tap, in minutes; `null` where any login does. */
  loginFreshMinutes: z.int().nullable(),
  /** Whether a ballot cast by tap carries a signature drawn on the screen. */
  signatureRequired: z.boolean(),
  revote: z.enum(['FIRST_FINAL', 'LAST_BEFORE_CLOSE']),
  /** Principals one agent may speak for; `null` where nothing limits it. */
  proxyCap: z.int().nullable(),
  proxyExcluded: z.array(ProxyExclusion),
  /** Whether a principal must write down what the agent is to say, on every item. */
  proxyOpinion: z.enum(['optional', 'required']).default('optional'),
  /** Ways of service (送达) that prove it: only who was so reached can be silent. */
  servedBy: z.array(ServingWay).default(['read', 'paper', 'post']),
  /** Days from the count within which the result is to be published. */
  resultDays: z.int(),
  /** Days the published result is open to objections. */
  resultObjectionDays: z.int(),
  /** Days from the final result within which it is to be filed with the street. */
  filingDays: z.int(),
  /** Share of all owners that may demand an assembly, on heads and on area. */
  petition: Share,
  /** Days on which owners may join such a demand, its first day not counted. */
  petitionDays: z.int().default(90),
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
  /** The local regulation's text was not at hand: what it may add is not here, and the screens say so. */
  readonly incomplete?: string
  readonly values: { readonly [K in keyof RuleValues]: Sourced<RuleValues[K]> }
}

type Values = RuleProfile['values']

/** The bare values, checked to be all there. */
export const valuesOf = ({ values }: RuleProfile): RuleValues =>
  Object.fromEntries(
    (Object.keys(values) as (keyof Values)[]).map((name) => [name, values[name].value]),
  ) as unknown as RuleValues
