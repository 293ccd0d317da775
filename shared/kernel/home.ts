import * as z from './zod.ts'

/** How a person stands to a home: an owner alone, one of several owners, or a tenant. */
const Relation = z.enum(['owner', 'co_owner', 'tenant'])
type Relation = z.infer<typeof Relation>

/** A home of a person. `unit` is the register's label, `1-2-801`; area in 0.01 m². */
export const Home = z.object({ unit: z.string(), areaCenti: z.int(), relation: Relation })
export type Home = z.infer<typeof Home>
