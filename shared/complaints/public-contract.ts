import { contract, Id, pageOf, paging } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { one } from './acts-contract.ts'
import { PublicComplaint } from './lists-contract.ts'

/** One card of the public list, and how the person looking stands to it; still nothing of other persons. */
export const PublicCard = PublicComplaint.extend({
  /** The person looking filed it: they have a page of their own for it. */
  mine: z.boolean(),
  /** Homes of the person looking that joined in. */
  joined: z.array(z.string()),
  /** It goes on there. */
  mergedInto: z.string().optional(),
})
export type PublicCard = z.infer<typeof PublicCard>

const COMPLAINTS = '/communities/:community/complaints'

/** What a neighbour may open of a complaint, and finds again of those they joined. */
export const publicContract = contract({
  publicOne: {
    method: 'GET',
    path: `${COMPLAINTS}/public/:number`,
    summary: 'A complaint without persons; also where the list is not public, for who joined in',
    access: 'community:read',
    input: z.strictObject(one),
    output: PublicCard,
  },
  cosigned: {
    method: 'GET',
    path: `${COMPLAINTS}/cosigned`,
    summary: 'Complaints I joined with a home of mine, latest first',
    access: 'complaint:file',
    input: z.strictObject({ community: Id, ...paging }),
    output: pageOf(PublicComplaint),
  },
})
