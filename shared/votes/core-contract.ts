import { contract, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { DisputeKind } from './disputes.ts'
import { OfficialSystem } from './official/official.ts'
import { AskedPlace } from './scope/scope.ts'
import { VoteResult } from './result.ts'
import { MySignature, Strokes } from './signature.ts'
import { SilentPolicy, VoteMode } from './terms.ts'
import { ItemChoice, Matter, MyHead, Turnout, Vote, VoteCard } from './vote.ts'

const one = { community: Id, vote: Id }
const DraftItem = z.strictObject({ matter: Matter, title: text(2, 60), text: text(5, 5_000) })
const wording = {
  title: text(2, 60),
  mode: VoteMode,
  items: z.array(DraftItem).min(1).max(20),
  silence: z
    .strictObject({ policy: SilentPolicy, clause: text(2, 100), warning: text(5, 200) })
    .optional(),
  /** Ballots on paper are taken beside the phone. */
  paper: z.boolean().optional(),
  /** In which of the government's systems it is held; for that mode, and no other. */
  official: OfficialSystem.optional(),
  /** Buildings or entrances the matter is about; left out for the whole community. */
  scope: z.array(AskedPlace).max(200).optional(),
}

/** What the tab pages and most others ask: loaded with the first page. */
export const coreVotes = contract({
  draft: {
    method: 'POST',
    path: '/communities/:community/votes',
    summary: 'Draft a vote',
    access: 'vote:conduct',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({ community: Id, ...wording }),
    output: Vote,
  },
  redraft: {
    method: 'PUT',
    path: '/communities/:community/votes/:vote',
    summary: 'Change a draft',
    access: 'vote:conduct',
    input: z.strictObject({ ...one, ...wording }),
    output: Vote,
  },
  freezeRoll: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/roll',
    summary: 'Freeze the roll: from now on the register no longer changes this vote',
    access: 'vote:conduct',
    idempotency: 'accepted',
    input: z.strictObject(one),
    output: Vote,
  },
  giveNotice: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/notice',
    summary:
      'Give notice with the window; opening is by the clock, no earlier than the notice period',
    access: 'vote:conduct',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, opensAt: Instant, closesAt: Instant }),
    output: Vote,
  },
  cancel: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/cancel',
    summary: 'Cancel before the close, with a reason',
    access: 'vote:conduct',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, reason: text(5, 500) }),
    output: Vote,
  },
  list: {
    method: 'GET',
    path: '/communities/:community/votes',
    summary: 'Votes, latest first; drafts only for the committee',
    access: 'vote:read',
    input: z.strictObject({ community: Id, ...paging }),
    output: pageOf(VoteCard),
  },
  get: {
    method: 'GET',
    path: '/communities/:community/votes/:vote',
    summary: 'A vote: items, roll, window, turnout, and what the person may do',
    access: 'vote:read',
    input: z.strictObject(one),
    output: Vote,
  },
  turnout: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/turnout',
    summary: 'Turnout on both axes, never a choice',
    access: 'vote:read',
    input: z.strictObject(one),
    output: Turnout,
  },
  cast: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/ballots',
    summary: 'Cast for one head: a choice on every item',
    access: 'vote:cast',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      ...one,
      head: Id,
      choices: z.array(ItemChoice).min(1).max(20),
      signature: Strokes.optional(),
    }),
    output: MyHead,
  },
  mySignature: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/heads/:head/signature',
    summary: "The voter's own signature under their own ballot",
    access: 'vote:cast',
    input: z.strictObject({ ...one, head: Id }),
    output: MySignature,
  },
  dispute: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/disputes',
    summary: 'An objection or a suit is pending: ballots and roll are kept until it is over',
    access: 'vote:dispute',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({ ...one, kind: DisputeKind, note: text(5, 300) }),
    output: Vote,
  },
  endDispute: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/disputes/:dispute/end',
    summary: 'The objection or suit is over',
    access: 'vote:dispute',
    idempotency: 'required',
    input: z.strictObject({ ...one, dispute: Id, note: text(5, 300) }),
    output: Vote,
  },
  result: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/result',
    summary: 'The result, once counted',
    access: 'vote:read',
    input: z.strictObject(one),
    output: VoteResult,
  },
})
