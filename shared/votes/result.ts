import { Day, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { PaperFacts } from './papers/facts.ts'
import { OfficialSource } from './official/official.ts'
import { HandedIn, SilenceOfItem, SilenceOfVote } from './silence-result.ts'
import { MatterClass, VoteMode } from './terms.ts'

/** One axis of one item: what was given, what was needed. */
const AxisTest = z.object({
  axis: z.enum(['heads', 'area']),
  test: z.enum(['quorum', 'majority']),
  /** Required share as a fraction; `strict` means more than, not at least. */
  numerator: z.int(),
  denominator: z.int(),
  strict: z.boolean(),
  /** What reached the bar, and the base it is measured against. */
  reached: z.int(),
  base: z.int(),
  holds: z.boolean(),
  /** Smallest amount by which it fell short; 0 where it holds. */
  missing: z.int(),
  sentence: z.string(),
})

export const ItemResult = z.object({
  item: z.int(),
  title: z.string(),
  class: MatterClass,
  totalAreaCenti: z.int(),
  totalHeads: z.int(),
  participatingAreaCenti: z.int(),
  participatingHeads: z.int(),
  forAreaCenti: z.int(),
  forHeads: z.int(),
  againstAreaCenti: z.int(),
  againstHeads: z.int(),
  abstainAreaCenti: z.int(),
  abstainHeads: z.int(),
  /** Take no part: ballots void, or of co-owners who contradict each other. */
  voidAreaCenti: z.int(),
  voidHeads: z.int(),
  result: z.enum(['PASSED', 'REJECTED', 'NO_QUORUM']),
  tests: z.array(AxisTest),
  /** Why it passed or not. */
  sentence: z.string(),
  /** What it would have taken, where it did not pass. */
  needed: z.string().optional(),
  /** Where the vote lets silence count. */
  silence: SilenceOfItem.optional(),
})
export type ItemResult = z.infer<typeof ItemResult>

export const VoteResult = z.object({
  vote: z.string(),
  title: z.string(),
  mode: VoteMode,
  modeSentence: z.string(),
  profile: z.object({
    id: z.string(),
    name: z.string(),
    version: z.int(),
    fictitious: z.boolean(),
  }),
  opensAt: Instant,
  closesAt: Instant,
  countedAt: Instant,
  rollSha256: z.string(),
  /** SHA-256 over every head's counted submissions in order of head. */
  ballotsSha256: z.string(),
  /** What is to be said before the result: where it turns on silence, or differs from the official one. */
  first: z.array(z.string()).optional(),
  silence: SilenceOfVote.optional(),
  handedIn: HandedIn.optional(),
  /** When it was published, once it was. */
  publishedAt: Instant.optional(),
  /** Until when owners may object to it. */
  objectUntil: Instant.optional(),
  /** The last day on which a court may be asked, counted from publication: 民法典 §§201, 202, 280. */
  annulmentUntil: Day.optional(),
  /** Heads that are void for at least one item. */
  voidHeads: z.int(),
  items: z.array(ItemResult),
  /** What became of the ballots on paper, where there were any. */
  papers: PaperFacts.optional(),
  /** Where the figures were taken over from the government's system. */
  official: OfficialSource.optional(),
  /** 民法典 §280: who may ask a court, and until when. */
  annulmentNote: z.string(),
})
export type VoteResult = z.infer<typeof VoteResult>
