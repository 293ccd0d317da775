import type { servingOperations } from '#shared/votes/serving/contract.ts'
import type { Handlers } from '../../platform/http/call.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import { listProofs, recordServing, strikeServing } from './record.ts'
import { printServing } from './sheet.ts'
import { listServing, readServing } from './state.ts'

export const servingHandlers = (shop: VoteShop): Handlers<typeof servingOperations, Votes> => ({
  servingState: (input, call) => readServing(shop, call, input),
  servingUnits: (input, call) => listServing(shop, call, input),
  servingProofs: (input, call) => listProofs(shop, call, input),
  recordServing: (input, call) => recordServing(shop, call, input),
  strikeServing: (input, call) => strikeServing(shop, call, input),
  servingSheet: (input, call) => printServing(shop, call, input),
})
