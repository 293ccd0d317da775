import { contract } from '#shared/kernel/route.ts'
import { mandateOperations } from './mandates/contract.ts'
import { paperOperations } from './papers/contract.ts'
import { petitionOperations } from './petitions/contract.ts'
import { servingOperations } from './serving/contract.ts'

/** What is done at a desk around a vote: paper, service, who speaks for whom, who asks for an assembly. Few pages ask it. */
export const deskVotes = contract({
  ...paperOperations,
  ...servingOperations,
  ...mandateOperations,
  ...petitionOperations,
})
