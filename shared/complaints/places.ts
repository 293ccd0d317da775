import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'

/** Where it is: one of the filer's homes, a building, or a common area in the filer's words. */
export const Place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('home'), unit: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal('building'), building: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal('common'), area: text(1, 60) }),
])
export type Place = z.infer<typeof Place>
