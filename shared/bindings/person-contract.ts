import { contract, Day, Id } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { Helper, home, ofBinding, said, words, Secret } from './fields.ts'
import { CodeFor, Ground } from './terms.ts'
import { CommunityChoice, Mine, MyBinding, MyHome, NewCode } from './views.ts'

/** What the person does, whatever community the home is in. */
export const ofPerson = contract({
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
    summary:
      'My home as its verified owner: users, helpers, open codes, representative; as family, my own helpers',
    access: 'signed_in',
    input: z.strictObject(home),
    output: MyHome,
  },
  invite: {
    method: 'POST',
    path: '/bindings/codes',
    summary:
      'A verified owner gives a code for a tenant, family member or helper, a family member for a helper; shown once',
    access: 'signed_in',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      ...home,
      relation: CodeFor.exclude(['owner']),
      /** The last day it holds; a helper without one has the days of the rule profile. */
      until: Day.optional(),
      /** Of a helper: the first day, and who it is. */
      from: Day.optional(),
      helper: Helper.optional(),
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
    summary: 'A verified owner ends a user or helper of the home, a family member their own helper',
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
