import { Day, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/**
 * What comes before a decision is put to the vote: owners were consulted in public, what they said was published, and
 * the community's party organisation and the residents' committee were told (domain A2 G5).
 */
export const GateStep = z.enum(['consultation', 'summary', 'party', 'residents'])
export type GateStep = z.infer<typeof GateStep>

/** What a jurisdiction asks for before notice is given; nothing where `steps` is empty. */
export const GateRule = z.object({
  steps: z.array(GateStep),
  /** Days the consultation stays open, at least; the first day does not count (民法典 §201). */
  consultationDays: z.int().min(0),
})
export type GateRule = z.infer<typeof GateRule>

/** On record that a step was taken: on which day, and by which document or where it can be seen. */
export const GateReceipt = z.object({
  step: GateStep,
  /** The first day of a consultation. */
  from: Day.optional(),
  /** When it was done; of a consultation its last day. */
  day: Day,
  document: z.string(),
  /** Id of the consultation it stands for, where it was held here. */
  consultation: z.string().optional(),
})
export type GateReceipt = z.infer<typeof GateReceipt>

/** Each step with its last receipt, and what is still missing, in sentences. */
export const Gate = z.object({
  steps: z.array(
    z.object({
      step: GateStep,
      name: z.string(),
      receipt: GateReceipt.omit({ step: true }).extend({ by: z.string(), at: Instant }).optional(),
    }),
  ),
  consultationDays: z.int(),
  missing: z.array(z.string()),
})
export type Gate = z.infer<typeof Gate>
