import { contract } from '#shared/kernel/route.ts'
import { coreVotes } from './core-contract.ts'
import { roleVotes } from './role-contract.ts'

export * from './vote.ts'

/** All of it, as the server answers it. */
export const votes = contract({ ...coreVotes, ...roleVotes })
