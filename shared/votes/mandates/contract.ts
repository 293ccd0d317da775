import { Id, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { ItemChoice } from '../terms.ts'
import { Mandate } from './mandate.ts'

const one = { community: Id, vote: Id }
const PATH = '/communities/:community/votes/:vote/mandates'

/** With the code the agent types in; only the request that made it is told it, and the same request again. */
export const GivenWithCode = z.object({ mandate: Mandate, secret: z.string().optional() })
export type GivenWithCode = z.infer<typeof GivenWithCode>

const opinion = z.array(ItemChoice).max(20).optional()
const agent = text(2, 30)
const which = z.strictObject({ ...one, mandate: Id, head: Id })

export const mandateOperations = {
  giveMandate: {
    method: 'POST',
    path: PATH,
    summary: 'Give somebody a written mandate to cast for a head of mine, in this vote only',
    access: 'vote:cast',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({ ...one, head: Id, agent, choices: opinion }),
    output: GivenWithCode,
  },
  myMandates: {
    method: 'GET',
    path: PATH,
    summary: 'Mandates I gave, and those I hold',
    access: 'vote:cast',
    input: z.strictObject(one),
    output: z.object({
      given: z.array(Mandate),
      held: z.array(Mandate),
      /** Whether the rules of the vote want every item written down. */
      opinion: z.enum(['optional', 'required']).optional(),
    }),
  },
  acceptMandate: {
    method: 'POST',
    path: `${PATH}/acceptance`,
    summary: 'Accept a mandate with the code of who gave it',
    access: 'vote:cast',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, secret: text(8, 20) }),
    output: Mandate,
  },
  endMandate: {
    method: 'POST',
    path: `${PATH}/:mandate/end`,
    summary: 'Revoke a mandate I gave, or give back one I hold, as long as it was not used',
    access: 'vote:cast',
    idempotency: 'accepted',
    input: which,
    output: Mandate,
  },
  recordMandate: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/paper-mandates',
    summary: 'Take in a mandate on signed paper; it holds once a second person has looked at it',
    access: 'vote:assist',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      ...one,
      unit: text(1, 40),
      /** Place of who signed among the owners of the home, from 1 on. */
      owner: z.int().min(1).max(50),
      agent,
      /** The agent has signed as well, and will cast on paper: no code is needed. */
      agentPhone: z
        .string()
        .regex(/^1\d{10}$/, '请填写 11 位手机号')
        .optional(),
      choices: opinion,
      photos: z.array(Id).min(1).max(4),
    }),
    output: GivenWithCode,
  },
  confirmMandate: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/paper-mandates/:mandate/confirmation',
    summary: 'I have looked at the paper as well and it is as recorded',
    access: 'vote:assist',
    idempotency: 'accepted',
    input: which,
    output: GivenWithCode,
  },
  endPaperMandate: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/paper-mandates/:mandate/end',
    summary: 'The owner has taken a mandate on paper back, in writing, as long as it was not used',
    access: 'vote:assist',
    idempotency: 'accepted',
    input: which,
    output: Mandate,
  },
  mandates: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/paper-mandates',
    summary: 'Every mandate of the vote, for the desk; names masked, never what is to be said',
    access: 'vote:assist',
    input: z.strictObject({ ...one, ...paging }),
    output: pageOf(Mandate),
  },
} as const
