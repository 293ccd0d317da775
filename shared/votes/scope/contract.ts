import { Id } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { VotePlace } from './scope.ts'

/** Beside the vote itself, which carries its scope. */
export const scopeOperations = {
  places: {
    method: 'GET',
    path: '/communities/:community/vote-places',
    summary: 'Buildings and entrances of the register that a vote may be about',
    access: 'vote:conduct',
    input: z.strictObject({ community: Id }),
    output: z.object({ places: z.array(VotePlace) }),
  },
} as const
