import { contract } from '#shared/kernel/route.ts'
import { mandateOperations } from './mandates/contract.ts'
import { paperOperations } from './papers/contract.ts'
import { servingOperations } from './serving/contract.ts'

/** What is done at a desk around a vote: paper, service, who speaks for whom. Few pages ask it. */
export const deskVotes = contract({
  ...paperOperations,
  ...servingOperations,
  ...mandateOperations,
})
