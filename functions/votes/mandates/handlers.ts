import type { mandateOperations } from '#shared/votes/mandates/contract.ts'
import type { Handlers } from '../../platform/http/call.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import { acceptMandate, endMandate } from './accept.ts'
import { giveMandate } from './give.ts'
import { listMandates, listMine } from './list.ts'
import { confirmMandate, endAtDesk, recordMandate } from './paper.ts'

export const mandateHandlers = (shop: VoteShop): Handlers<typeof mandateOperations, Votes> => ({
  giveMandate: (input, call) => giveMandate(shop, call, input),
  myMandates: (input, call) => listMine(call, input),
  acceptMandate: (input, call) => acceptMandate(shop, call, input),
  endMandate: (input, call) => endMandate(call, input),
  recordMandate: (input, call) => recordMandate(shop, call, input),
  confirmMandate: (input, call) => confirmMandate(shop, call, input),
  endPaperMandate: (input, call) => endAtDesk(call, input),
  mandates: (input, call) => listMandates(call, input),
})
