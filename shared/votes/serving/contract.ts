import { Day, Id, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { Served, ServingProof, ServingState, ServingUnit } from './serving.ts'

const one = { community: Id, vote: Id }
const PATH = '/communities/:community/votes/:vote/serving'
const unit = text(1, 40)

export const servingOperations = {
  servingState: {
    method: 'GET',
    path: PATH,
    summary: 'How many homes, heads and how much area notice and ballot have reached, by building',
    access: 'vote:assist',
    input: z.strictObject(one),
    output: ServingState,
  },
  servingUnits: {
    method: 'GET',
    path: `${PATH}/units`,
    summary: 'Homes of a building, those not yet served first',
    access: 'vote:assist',
    input: z.strictObject({
      ...one,
      building: z.string().max(20),
      /** Only this home of it. */
      unit: unit.optional(),
      from: z.coerce.number().int().min(0).max(200_000).optional(),
    }),
    output: z.object({ units: z.array(ServingUnit), next: z.int().optional() }),
  },
  servingProofs: {
    method: 'GET',
    path: `${PATH}/proofs`,
    summary: 'Every proof of service, home by home; of one home where it is named',
    access: 'vote:assist',
    input: z.strictObject({ ...one, unit: unit.optional(), ...paging }),
    output: pageOf(Served),
  },
  recordServing: {
    method: 'POST',
    path: `${PATH}/proofs`,
    summary:
      'Record that notice and ballot reached a home, on paper before two witnesses or by post',
    access: 'vote:assist',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({ ...one, unit, on: Day, proof: ServingProof }),
    output: Served,
  },
  strikeServing: {
    method: 'POST',
    path: `${PATH}/proofs/:evidence/strike`,
    summary: 'Strike out a proof that is wrong, with the reason; it stays on record',
    access: 'vote:assist',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, evidence: Id, unit, reason: text(2, 200) }),
    output: Served,
  },
  servingSheet: {
    method: 'GET',
    path: `${PATH}/sheet`,
    summary: 'The list of service of a building, print-ready',
    access: 'vote:assist',
    input: z.strictObject({ ...one, building: z.string().max(20) }),
    output: z.object({ html: z.string() }),
  },
} as const
