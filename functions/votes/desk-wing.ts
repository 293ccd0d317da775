import { mandateHandlers } from './mandates/handlers.ts'
import type { VoteShop } from './needs.ts'
import { paperHandlers } from './papers/handlers.ts'
import { servingHandlers } from './serving/handlers.ts'

/** What is done at a desk around a vote: paper, service, who speaks for whom. Whoever looks and casts does not load it. */
export const deskWing = (shop: VoteShop) => ({
  ...paperHandlers(shop),
  ...servingHandlers(shop),
  ...mandateHandlers(shop),
})
