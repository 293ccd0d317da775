import { Day, Id } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { Vote } from '../vote.ts'
import { GateStep } from './gate.ts'

export const gateOperations = {
  recordGate: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/gate',
    summary: 'Record a step before the decision: consultation, its summary, or a report',
    access: 'vote:conduct',
    idempotency: 'required',
    input: z.strictObject({
      ...{ community: Id, vote: Id },
      step: GateStep,
      from: Day.optional(),
      day: Day,
      document: text(2, 100),
      consultation: Id.optional(),
    }),
    output: Vote,
  },
} as const
