import type { petitionOperations } from '#shared/votes/petitions/contract.ts'
import type { Handlers } from '../../platform/http/call.ts'
import { heldRolls } from '../held-rolls.ts'
import type { Votes } from '../repository.ts'
import { releasePetition } from './checking.ts'
import { joinPetition, leavePetition, seenPetition, startPetition } from './join.ts'
import { listPetitioners, listPetitions } from './list.ts'
import type { RollNeeds } from './part.ts'
import { petitionView } from './view.ts'

type Answers = Handlers<typeof petitionOperations, Votes>

export function petitionHandlers(shop: Omit<RollNeeds, 'wholeRolls'>): Answers {
  const needs: RollNeeds = { wholeRolls: heldRolls(), ...shop }
  return {
    startPetition: async (input, call) =>
      petitionView(needs, call, await startPetition(needs, call, input)),
    petitions: (input, call) => listPetitions(needs, call, input),
    petition: async ({ petition }, call) =>
      petitionView(needs, call, await seenPetition(call, petition)),
    joinPetition: async (input, call) =>
      petitionView(needs, call, await joinPetition(needs, call, input)),
    leavePetition: async (input, call) =>
      petitionView(needs, call, await leavePetition(needs, call, input)),
    releasePetition: async (input, call) =>
      petitionView(needs, call, await releasePetition(needs, call, input)),
    petitioners: (input, call) => listPetitioners(needs, call, input),
  }
}
