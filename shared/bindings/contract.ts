import { contract, Day, Id, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { CodeFor, Evidence, Ground, OfficerEndReason, RejectReason } from './terms.ts'
import {
  CommunityChoice,
  HomeInFull,
  HomeUsers,
  Mine,
  MyBinding,
  MyHome,
  NewCode,
  QueueCard,
} from './views.ts'

/** The register's label of a unit, `1-2-801`. */
const Unit = z.string().min(1).max(40)
const home = { community: Id, unit: Unit }
const ofBinding = { ...home, binding: Id }

/** A place as a person says it; building by its name, the others may be empty. */
const said = {
  community: Id,
  building: text(0, 20),
  unit: text(0, 20).default(''),
  room: text(1, 20),
  /** As it stands on the register. */
  name: text(2, 40),
}

const words = text(0, 300).optional()
const Secret = z.string().min(8).max(24)

/** What the person does, whatever community the home is in. */
const ofPerson = contract({
  communities: {
    method: 'GET',
    path: '/bindings/communities',
    summary: 'Communities with these words in their names (at most 20), to choose one from',
    access: 'signed_in',
    input: z.strictObject({ name: text(0, 30).default('') }),
    output: z.object({ items: z.array(CommunityChoice) }),
  },
  phone: {
    method: 'POST',
    path: '/bindings/phone',
    summary:
      "Gives the person's phone number by the code of WeChat's button; a new one replaces it",
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ code: z.string().min(1).max(512) }),
    output: z.object({ phone: z.string() }),
  },
  mine: {
    method: 'GET',
    path: '/bindings/mine',
    summary: 'My bindings with their whole history, latest first, and my phone number masked',
    access: 'signed_in',
    input: z.strictObject({}),
    output: Mine,
  },
  claim: {
    method: 'POST',
    path: '/bindings/claims',
    summary:
      'Says which home is mine; name and phone as on the register bind it as claimed at once',
    access: 'signed_in',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({ ...said, ground: Ground.default('listed'), words }),
    output: MyBinding,
  },
  redeem: {
    method: 'POST',
    path: '/bindings/codes/redeem',
    summary: 'Uses a one-time code from paper, or one that an owner gave to a user or helper',
    access: 'signed_in',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({ ...said, secret: Secret }),
    output: MyBinding,
  },
  withdraw: {
    method: 'POST',
    path: '/bindings/:binding/withdraw',
    summary: 'Takes my claim back, or gives my binding up',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject(ofBinding),
    output: MyBinding,
  },
  appeal: {
    method: 'POST',
    path: '/bindings/:binding/appeal',
    summary: 'Asks, once, for another person of the community office to decide a rejected claim',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ ...ofBinding, words: text(5, 300) }),
    output: MyBinding,
  },
  home: {
    method: 'GET',
    path: '/bindings/home',
    summary: 'My home as its verified owner: users, helpers, open codes, representative',
    access: 'signed_in',
    input: z.strictObject(home),
    output: MyHome,
  },
  invite: {
    method: 'POST',
    path: '/bindings/codes',
    summary: 'A verified owner gives a code for a tenant, family member or helper; shown once',
    access: 'signed_in',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      ...home,
      relation: CodeFor.exclude(['owner']),
      /** The last day it holds; a helper needs one. */
      until: Day.optional(),
    }),
    output: NewCode,
  },
  cancelInvite: {
    method: 'POST',
    path: '/bindings/codes/:code/cancel',
    summary: 'A verified owner makes an open code of the home void',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ ...home, code: Id }),
    output: MyHome,
  },
  remove: {
    method: 'POST',
    path: '/bindings/:binding/remove',
    summary: 'A verified owner ends a user or helper of the home',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject(ofBinding),
    output: MyHome,
  },
  propose: {
    method: 'POST',
    path: '/bindings/representative',
    summary: 'A verified co-owner proposes who of them votes for all, and consents by it',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ ...home, member: Id }),
    output: MyHome,
  },
  consent: {
    method: 'POST',
    path: '/bindings/representative/consent',
    summary: 'A verified co-owner consents to the proposal; the last consent makes it effective',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ ...home, proposal: Id }),
    output: MyHome,
  },
  revoke: {
    method: 'POST',
    path: '/bindings/representative/revoke',
    summary: 'Any verified co-owner ends the proposal or the representation',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject(home),
    output: MyHome,
  },
})

const AT = '/communities/:community/bindings'

/** What officers of the community do. */
const ofOfficers = contract({
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

export const bindings = { ...ofPerson, ...ofOfficers }
