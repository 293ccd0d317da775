import * as z from '#shared/kernel/zod.ts'

/** What the result says of its paper. */
export const PaperFacts = z.object({
  printed: z.int(),
  issued: z.int(),
  returned: z.int(),
  void: z.int(),
  missing: z.int(),
  late: z.int(),
  entered: z.int(),
  serials: z.string(),
  voidSerials: z.string(),
})
export type PaperFacts = z.infer<typeof PaperFacts>
