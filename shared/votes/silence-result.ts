import * as z from '#shared/kernel/zod.ts'
import { Choice, SilentPolicy } from './terms.ts'

/** What became of an item's silent heads, with the result there would be without them. Area in 0.01 m². */
export const SilenceOfItem = z.object({
  silentHeads: z.int(),
  silentAreaCenti: z.int(),
  /** Absent where they were left out after all: too few ballots, or a special matter. */
  countedAs: Choice.optional(),
  without: z.object({
    participatingHeads: z.int(),
    participatingAreaCenti: z.int(),
    forHeads: z.int(),
    forAreaCenti: z.int(),
    result: z.enum(['PASSED', 'REJECTED', 'NO_QUORUM']),
  }),
  /** The verdicts differ: said before anything else. */
  decides: z.boolean(),
  sentence: z.string(),
})
export type SilenceOfItem = z.infer<typeof SilenceOfItem>

/** The policy the vote was noticed with, and the clause it rests on. */
export const SilenceOfVote = z.object({
  policy: SilentPolicy,
  clause: z.string(),
  sentence: z.string(),
})

/** Heads on the roll, those with proof of service, and those of which a ballot came back. */
export const HandedIn = z.object({
  rollHeads: z.int(),
  servedHeads: z.int(),
  returnedHeads: z.int(),
})
export type HandedIn = z.infer<typeof HandedIn>
