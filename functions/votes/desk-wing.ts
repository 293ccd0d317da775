import { mandateHandlers } from './mandates/handlers.ts'
import type { VoteShop } from './needs.ts'
import { paperHandlers } from './papers/handlers.ts'
import { petitionHandlers } from './petitions/handlers.ts'
import { servingHandlers } from './serving/handlers.ts'

/** What is done at a desk around a vote: paper, service, who speaks for whom, who asks for an assembly. Whoever looks and casts does not load it. */
export const deskWing = (shop: VoteShop) => ({
  ...paperHandlers(shop),
  ...servingHandlers(shop),
  ...mandateHandlers(shop),
  ...petitionHandlers(shop),
})
