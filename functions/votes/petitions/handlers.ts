import type { petitionOperations } from '#shared/votes/petitions/contract.ts'
import type { Handlers } from '../../platform/http/call.ts'
import type { Votes } from '../repository.ts'
import { joinPetition, leavePetition, seenPetition, startPetition } from './join.ts'
import { listPetitioners, listPetitions } from './list.ts'
import type { RollNeeds } from './part.ts'
import { petitionView } from './view.ts'

export const petitionHandlers = (shop: RollNeeds): Handlers<typeof petitionOperations, Votes> => ({
  startPetition: async (input, call) =>
    petitionView(shop, call, await startPetition(shop, call, input)),
  petitions: (input, call) => listPetitions(shop, call, input),
  petition: async ({ petition }, call) =>
    petitionView(shop, call, await seenPetition(call, petition)),
  joinPetition: async (input, call) =>
    petitionView(shop, call, await joinPetition(shop, call, input)),
  leavePetition: async (input, call) =>
    petitionView(shop, call, await leavePetition(shop, call, input)),
  petitioners: (input, call) => listPetitioners(shop, call, input),
})
