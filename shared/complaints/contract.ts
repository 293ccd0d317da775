import { contract, Id, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { actsContract, one, photos, seen, voice } from './acts-contract.ts'
import { Category } from './categories.ts'
import { evidenceContract } from './evidence-contract.ts'
import { FROZEN_GROUNDS } from './frozen.ts'
import { listsContract } from './lists-contract.ts'
import { Place } from './places.ts'
import { publicContract } from './public-contract.ts'
import { STAGES } from './rules/sight.ts'
import { windowContract } from './window-contract.ts'
import { AssistedCard, AssistedSide, Complaint, ComplaintCard } from './views.ts'

export { Category } from './categories.ts'
export { Place } from './places.ts'
export { ComplaintAct } from './rules/acts.ts'
export { ComplaintState } from './rules/states.ts'
export * from './views.ts'

export const QueueStage = z.enum(STAGES)
export type QueueStage = z.infer<typeof QueueStage>

export const complaints = contract({
  file: {
    method: 'POST',
    path: '/communities/:community/complaints',
    summary: 'File a complaint; a helper on record files one for the person they help',
    access: 'complaint:file',
    helpers: true,
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      community: Id,
      category: Category,
      text: text(5, 2_000),
      place: Place,
      photos,
      /** The property is not told whose it is; the street always is. */
      hidesName: z.boolean().default(false),
      /** Straight to the street, past the property. */
      direct: z.boolean().default(false),
      /** The home whose person the caller helps on record: it is filed as theirs, with the helper's name beside it. */
      onBehalfOf: z.string().min(1).max(40).optional(),
    }),
    output: Complaint,
  },
  mine: {
    method: 'GET',
    path: '/communities/:community/complaints/mine',
    summary: 'My complaints, latest first',
    access: 'complaint:file',
    formerly: true,
    input: z.strictObject({ community: Id, ...paging }),
    output: pageOf(ComplaintCard),
  },
  assisted: {
    method: 'GET',
    path: '/communities/:community/complaints/assisted',
    summary:
      'Complaints sent in by a helper, latest first: by me for whom I still help, or for me before I used the app',
    access: 'complaint:read',
    helpers: true,
    input: z.strictObject({ community: Id, side: AssistedSide.default('by_me'), ...paging }),
    output: pageOf(AssistedCard),
  },
  queue: {
    method: 'GET',
    path: '/communities/:community/complaints/queue',
    summary:
      'What waits for the property, oldest first; `done` is what no longer does, latest first; `held` is what waits for the community office, `up` what has left the property, both oldest first',
    access: 'complaint:queue',
    input: z.strictObject({
      community: Id,
      stage: QueueStage.default('open'),
      ...paging,
    }),
    output: pageOf(ComplaintCard),
  },
  // Before `get`: `public`, `cosigned` and `similar` are no numbers.
  ...listsContract,
  ...publicContract,
  get: {
    method: 'GET',
    path: '/communities/:community/complaints/:number',
    summary: 'A complaint with its timeline',
    access: 'complaint:read',
    formerly: true,
    helpers: true,
    input: z.strictObject(one),
    output: Complaint,
  },
  accept: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/accept',
    summary: 'The property takes it on',
    access: 'complaint:handle',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, seen }),
    output: Complaint,
  },
  reply: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/reply',
    summary: 'Whoever has it answers',
    access: 'complaint:answer',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, seen, text: text(2, 2_000), photos, voice }),
    output: Complaint,
  },
  resolve: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/resolve',
    summary: 'Whoever has it says that it is done',
    access: 'complaint:answer',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, seen, text: text(2, 2_000), photos, voice }),
    output: Complaint,
  },
  confirm: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/confirm',
    summary: 'The filer agrees that it is done, and rates 1 to 5',
    access: 'complaint:close',
    formerly: true,
    idempotency: 'accepted',
    input: z.strictObject({
      ...one,
      seen,
      rating: z.int().min(1).max(5),
      text: text(0, 500).optional(),
    }),
    output: Complaint,
  },
  dispute: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/dispute',
    summary:
      'The filer says that it is not done, and why: once it is reopened, then it is reviewed',
    access: 'complaint:close',
    formerly: true,
    idempotency: 'accepted',
    input: z.strictObject({ ...one, seen, text: text(5, 1_000), photos }),
    output: Complaint,
  },
  release: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/release',
    summary: 'The community office has looked at what the content check held: others may see it',
    access: 'complaint:release',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, seen }),
    output: Complaint,
  },
  ...actsContract,
  ...windowContract,
  ...evidenceContract,
  openFrozen: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/openings',
    summary: 'Look at a complaint whose filer has closed their account, under a recorded ground',
    access: 'complaint:frozen',
    idempotency: 'required',
    input: z.strictObject({ ...one, ground: z.enum(FROZEN_GROUNDS), reason: text(5, 300) }),
    output: Complaint,
  },
})
