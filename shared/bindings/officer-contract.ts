import { contract, Day, Id, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { Helper, home, ofBinding } from './fields.ts'
import { CodeFor, Evidence, OfficerEndReason, RejectReason } from './terms.ts'
import { HomeInFull, HomeUsers, NewCode, QueueCard } from './views.ts'

const AT = '/communities/:community/bindings'

/** What officers of the community do. */
export const ofOfficers = contract({
  queue: {
    method: 'GET',
    path: `${AT}/queue`,
    summary: 'Homes with claims that wait, oldest first; `appeals` are for the community office',
    access: 'binding:confirm',
    input: z.strictObject({
      community: Id,
      stage: z.enum(['open', 'appeals']).default('open'),
      ...paging,
    }),
    output: pageOf(QueueCard),
  },
  look: {
    method: 'GET',
    path: `${AT}/homes/:unit`,
    summary: 'A home with its claims in full beside the register; that it was read is recorded',
    access: 'binding:confirm',
    input: z.strictObject(home),
    output: HomeInFull,
  },
  seeDocument: {
    method: 'POST',
    path: `${AT}/:binding/document`,
    summary: 'The community worker records that a document was seen: kind and last four, no image',
    access: 'binding:confirm',
    idempotency: 'accepted',
    input: z.strictObject({ ...ofBinding, evidence: Evidence }),
    output: HomeInFull,
  },
  confirm: {
    method: 'POST',
    path: `${AT}/:binding/confirm`,
    summary: 'The claim is that owner of the register; of an appeal, the final word',
    access: 'binding:confirm',
    fresh: true,
    idempotency: 'accepted',
    input: z.strictObject({
      ...ofBinding,
      /** Which owner of the register the person is, or takes the place of by inheritance or judgment. */
      member: Id,
      evidence: Evidence,
      /** The binding that holds this place now and ends by it. */
      replaces: Id.optional(),
    }),
    output: HomeInFull,
  },
  reject: {
    method: 'POST',
    path: `${AT}/:binding/reject`,
    summary: 'The claim does not hold, and why; of an appeal, the final word',
    access: 'binding:confirm',
    idempotency: 'accepted',
    input: z.strictObject({ ...ofBinding, reason: RejectReason, words: text(2, 300) }),
    output: HomeInFull,
  },
  end: {
    method: 'POST',
    path: `${AT}/:binding/end`,
    summary: 'Ends a verified or claimed binding, by evidence',
    access: 'binding:confirm',
    fresh: true,
    idempotency: 'accepted',
    input: z.strictObject({
      ...ofBinding,
      reason: OfficerEndReason,
      evidence: Evidence,
      words: text(2, 300),
    }),
    output: HomeInFull,
  },
  users: {
    method: 'GET',
    path: `${AT}/homes/:unit/users`,
    summary: 'Users, helpers and open codes of a home, for those who give codes out',
    access: 'binding:assist',
    input: z.strictObject(home),
    output: HomeUsers,
  },
  issue: {
    method: 'POST',
    path: `${AT}/codes`,
    summary: 'A one-time code on paper, for one home and one owner, user or helper; shown once',
    access: 'binding:assist',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      ...home,
      relation: CodeFor,
      /** Which owner: needed for an owner, and for whom a helper acts. */
      member: Id.optional(),
      until: Day.optional(),
      /** Of a helper: the first day, who it is, and what the worker saw of the person's consent. */
      from: Day.optional(),
      helper: Helper.optional(),
      evidence: Evidence.optional(),
    }),
    output: NewCode,
  },
  cancel: {
    method: 'POST',
    path: `${AT}/codes/:code/cancel`,
    summary: 'Makes an open code void',
    access: 'binding:assist',
    idempotency: 'accepted',
    input: z.strictObject({ ...home, code: Id }),
    output: HomeUsers,
  },
  endUser: {
    method: 'POST',
    path: `${AT}/:binding/end-user`,
    summary: 'Staff end a tenant, family member or helper of a home',
    access: 'binding:assist',
    idempotency: 'accepted',
    input: z.strictObject(ofBinding),
    output: HomeUsers,
  },
  proposeOnPaper: {
    method: 'POST',
    path: `${AT}/representative`,
    summary: 'An officer records a proposal of co-owners who do not use the app',
    access: 'binding:confirm',
    idempotency: 'accepted',
    input: z.strictObject({ ...home, member: Id }),
    output: HomeInFull,
  },
  consentOnPaper: {
    method: 'POST',
    path: `${AT}/representative/consent`,
    summary: "An officer records a co-owner's consent given on paper",
    access: 'binding:confirm',
    idempotency: 'accepted',
    input: z.strictObject({ ...home, proposal: Id, member: Id, evidence: Evidence }),
    output: HomeInFull,
  },
  revokeOnPaper: {
    method: 'POST',
    path: `${AT}/representative/revoke`,
    summary: 'An officer records that a co-owner revoked the representation on paper',
    access: 'binding:confirm',
    idempotency: 'accepted',
    input: z.strictObject({ ...home, member: Id, evidence: Evidence }),
    output: HomeInFull,
  },
})
