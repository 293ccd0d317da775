import * as z from './zod.ts'

/** How a person stands to a home: an owner alone, one of several owners, or a tenant. */
const Relation = z.enum(['owner', 'co_owner', 'tenant'])
type Relation = z.infer<typeof Relation>

/** `claimed`: matched with the register, not yet confirmed by the committee or the community. */
const Standing = z.enum(['claimed', 'verified'])

/** A home of a person. `unit` is the register's label, `1-2-801`; area in 0.01 m². Without `standing` it is verified. */
export const Home = z.object({
  unit: z.string(),
  areaCenti: z.int(),
  relation: Relation,
  standing: Standing.optional(),
})
export type Home = z.infer<typeof Home>
