import { contract, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'

const CorrectionState = z.enum(['open', 'done', 'declined'])
export const Correction = z.object({
  correction: z.string(),
  about: z.enum(['name', 'home', 'phone', 'other']),
  text: z.string(),
  state: CorrectionState,
  askedAt: Instant,
  answeredAt: Instant.optional(),
  answer: z.string().optional(),
})
export type Correction = z.infer<typeof Correction>

/** As the register office sees it. */
const AskedCorrection = Correction.extend({ name: z.string(), units: z.array(z.string()) })
export type AskedCorrection = z.infer<typeof AskedCorrection>

const one = { community: Id, correction: Id }

export const corrections = contract({
  ask: {
    method: 'POST',
    path: '/communities/:community/corrections',
    summary: 'Ask the register office to correct what is held about me',
    access: 'community:read',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      community: Id,
      about: z.enum(['name', 'home', 'phone', 'other']),
      text: text(2, 300),
    }),
    output: Correction,
  },
  mine: {
    method: 'GET',
    path: '/communities/:community/corrections/mine',
    summary: 'What I asked to have corrected, latest first',
    access: 'community:read',
    input: z.strictObject({ community: Id, ...paging }),
    output: pageOf(Correction),
  },
  queue: {
    method: 'GET',
    path: '/communities/:community/corrections',
    summary: 'What residents asked to have corrected, oldest first',
    access: 'binding:confirm',
    input: z.strictObject({ community: Id, ...paging }),
    output: pageOf(AskedCorrection),
  },
  waiting: {
    method: 'GET',
    path: '/communities/:community/corrections-waiting',
    summary: 'How many requests wait; tells of nobody',
    access: 'binding:confirm',
    input: z.strictObject({ community: Id }),
    output: z.object({ count: z.int(), /** There are more than `count`. */ more: z.boolean() }),
  },
  read: {
    method: 'GET',
    path: '/communities/:community/corrections/:correction',
    summary: 'One request, as the register office sees it',
    access: 'binding:confirm',
    input: z.strictObject(one),
    output: AskedCorrection,
  },
  answer: {
    method: 'POST',
    path: '/communities/:community/corrections/:correction/answers',
    summary: 'Say that it is corrected, or why not',
    access: 'binding:confirm',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, state: z.enum(['done', 'declined']), text: text(2, 300) }),
    output: AskedCorrection,
  },
})
