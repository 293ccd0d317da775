import { Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** What an owner objects to: who is on the roll and with how much, or the published result. */
export const ObjectionAbout = z.enum(['roll', 'result'])
export type ObjectionAbout = z.infer<typeof ObjectionAbout>

/** `upheld`: the register was corrected, or the result will be looked into again. */
export const ObjectionOutcome = z.enum(['upheld', 'dismissed'])
export type ObjectionOutcome = z.infer<typeof ObjectionOutcome>

/** The objector is named to those who answer, and to themselves. */
export const Objection = z.object({
  objection: z.string(),
  about: ObjectionAbout,
  at: Instant,
  text: z.string(),
  unit: z.string().optional(),
  by: z.string().optional(),
  mine: z.boolean(),
  answer: z.object({ at: Instant, outcome: ObjectionOutcome, text: z.string() }).optional(),
})
export type Objection = z.infer<typeof Objection>
