import { Id } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { Vote } from '../vote.ts'
import { officialFigures } from './official.ts'

export const officialOperations = {
  recordOfficialResult: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/official-result',
    summary:
      "Record the official system's result; a later record corrects it until it is confirmed",
    access: 'vote:conduct',
    idempotency: 'required',
    input: z.strictObject({ community: Id, vote: Id, ...officialFigures }),
    output: Vote,
  },
} as const
