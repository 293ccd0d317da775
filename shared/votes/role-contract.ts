import { contract } from '#shared/kernel/route.ts'
import { announcementOperations } from './announcement/contract.ts'
import { deskVotes } from './desk-contract.ts'
import { gateOperations } from './gate/contract.ts'
import { lifeOperations } from './life-contract.ts'
import { officialOperations } from './official/contract.ts'
import { scopeOperations } from './scope/contract.ts'

/** What a vote's own pages ask: none of them stands behind a tab. */
export const roleVotes = contract({
  ...lifeOperations,
  ...announcementOperations,
  ...officialOperations,
  ...gateOperations,
  ...scopeOperations,
  ...deskVotes,
})
