import { Id } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { ColumnMapping } from '#shared/register/mapping.ts'

/** A community that is made where there is none of that name yet. */
const NewCommunity = z.object({
  street: Id.optional(),
  streetName: z.string().optional(),
  company: z.string().optional(),
  code: z
    .string()
    .regex(/^[34679ACDEFGHJKMNPRTUWXY]{2}$/, 'two of 34679ACDEFGHJKMNPRTUWXY')
    .optional(),
})
export type NewCommunity = z.infer<typeof NewCommunity>

/** What `npm run import` asks of whoever holds the data; the file itself is the body. */
export const ImportOrder = z.object({
  /** Id or name. */
  community: z.string().min(1).max(64),
  file: z.string(),
  mappings: z.array(ColumnMapping),
  make: NewCommunity,
})
export type ImportOrder = z.infer<typeof ImportOrder>
