import { Id } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { CountConfirmation, FilingDocument } from './records.ts'
import { Vote } from './vote.ts'
import { Objection, ObjectionAbout, ObjectionOutcome } from './objections.ts'
import { VoteResult } from './result.ts'

const one = { community: Id, vote: Id }

/** A head of the roll as everybody in the community may see it: names masked, each with the rule it counts by. */
export const RollLine = z.object({
  units: z.array(z.string()),
  /** Masked, as they stand on the register. */
  owners: z.array(z.string()),
  areaCenti: z.int(),
  representative: z.string().optional(),
  /** Why it is one head, in a sentence with its source. */
  rule: z.string(),
})
export type RollLine = z.infer<typeof RollLine>

/** Who counts how much: published for objections, later frozen. */
export const Roll = z.object({
  registerVersion: z.int(),
  heads: z.int(),
  areaCenti: z.int(),
  units: z.int(),
  /** A page of it, in the order of the first unit. */
  lines: z.array(RollLine),
  next: z.int().optional(),
})
export type Roll = z.infer<typeof Roll>

/** The count as those see it who are to confirm it, before anybody else does. */
export const CountToConfirm = z.object({
  result: VoteResult,
  ballotsSha256: z.string(),
  confirmations: z.array(CountConfirmation),
})
export type CountToConfirm = z.infer<typeof CountToConfirm>

type Shapes = Record<string, z.ZodType>
const withVote = <S extends Shapes>(shape: S) => z.strictObject({ ...one, ...shape })

/** The operations of a vote's life beside drafting and casting. */
export const lifeOperations = {
  publishRoll: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/roll/publication',
    summary: 'Publish the roll: owners may object until the window ends',
    access: 'vote:conduct',
    idempotency: 'accepted',
    input: withVote({}),
    output: Vote,
  },
  roll: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/roll',
    summary: 'Who counts how much, names masked',
    access: 'vote:read',
    input: withVote({
      from: z.coerce.number().int().min(0).max(200_000).optional(),
      /** Part of a home's name: only heads with such a home. */
      unit: text(1, 40).optional(),
    }),
    output: Roll,
  },
  object: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/objections',
    summary: 'Object to the published roll or to the published result',
    access: 'vote:object',
    idempotency: 'required',
    success: 201,
    input: withVote({ about: ObjectionAbout, text: text(5, 300), unit: text(1, 40).optional() }),
    output: Objection,
  },
  objections: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/objections',
    summary: "Objections and their answers; the objectors' names only for who answers",
    access: 'vote:read',
    input: withVote({ about: ObjectionAbout }),
    output: z.object({ objections: z.array(Objection) }),
  },
  answerObjection: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/objections/:objection/answer',
    summary: 'Answer an objection; each must be answered before the vote goes on',
    access: 'vote:conduct',
    idempotency: 'required',
    input: withVote({
      objection: Id,
      about: ObjectionAbout,
      outcome: ObjectionOutcome,
      text: text(5, 300),
    }),
    output: Objection,
  },
  countToConfirm: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/count',
    summary: 'The count, for those who are to confirm it',
    access: 'vote:confirm',
    input: withVote({}),
    output: CountToConfirm,
  },
  confirmCount: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/count/confirmations',
    summary: 'Put an office under the count that was seen: committee and community, two people',
    access: 'vote:confirm',
    idempotency: 'accepted',
    input: withVote({ ballotsSha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: Vote,
  },
  publishResult: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/result/publication',
    summary: 'Publish the confirmed result: owners may object until the window ends',
    access: 'vote:conduct',
    idempotency: 'accepted',
    input: withVote({}),
    output: Vote,
  },
  file: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/filing',
    summary: 'Note that the decision was filed with the street, with its documents and receipt',
    access: 'vote:conduct',
    idempotency: 'accepted',
    input: withVote({
      documents: z.array(FilingDocument).min(1).max(7),
      receipt: text(2, 60),
    }),
    output: Vote,
  },
  execute: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/execution',
    summary: 'Note that the decision was carried out, and how',
    access: 'vote:conduct',
    idempotency: 'accepted',
    input: withVote({ note: text(5, 300) }),
    output: Vote,
  },
  annul: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/annulment',
    summary: 'Note that a court or the street annulled the decision',
    access: 'vote:annul',
    idempotency: 'accepted',
    input: withVote({
      authority: z.enum(['court', 'street']),
      document: text(2, 60),
      note: text(5, 300),
    }),
    output: Vote,
  },
} as const
