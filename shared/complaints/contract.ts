import { contract, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import { isPublicNumber } from '#shared/kernel/public-number.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { CATEGORIES } from './categories.ts'
import { FROZEN_GROUNDS } from './frozen.ts'

export const ComplaintState = z.enum([
  'submitted',
  'accepted',
  'replied',
  'resolved',
  'disputed',
  'confirmed',
])
export type ComplaintState = z.infer<typeof ComplaintState>

/** Where it is: one of the filer's homes, a building, or a common area in the filer's words. */
export const Place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('home'), unit: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal('building'), building: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal('common'), area: text(1, 60) }),
])
export type Place = z.infer<typeof Place>

export const Category = z.enum(CATEGORIES)
export type Category = z.infer<typeof Category>

/** `url` only once the viewer may see the photo; until then `checking`. */
export const PhotoView = z.object({
  photo: z.string(),
  state: z.enum(['checking', 'passed', 'refused']),
  url: z.string().optional(),
})
export type PhotoView = z.infer<typeof PhotoView>

/** Who acted, as others may see it: a role and a masked name. */
const Actor = z.object({ role: z.string(), name: z.string() })

/** One entry of the timeline. */
export const ComplaintEvent = z.object({
  seq: z.int(),
  at: Instant,
  kind: z.enum(['filed', 'accepted', 'replied', 'resolved', 'disputed', 'confirmed']),
  by: Actor,
  text: z.string().optional(),
  photos: z.array(PhotoView),
  rating: z.int().optional(),
  /** Of the filing: the helper who sent it in for the filer. */
  through: Actor.optional(),
  /** Words of the filer that have not passed the content check: others see neither text nor photos. */
  withheld: z.boolean(),
})
export type ComplaintEvent = z.infer<typeof ComplaintEvent>

/** Of complaints sent in by a helper: those I sent for others, or those sent for me before I used the app. */
export const AssistedSide = z.enum(['by_me', 'for_me'])
export type AssistedSide = z.infer<typeof AssistedSide>

/** A line of a list. */
export const ComplaintCard = z.object({
  number: z.string(),
  category: Category,
  /** The first 60 characters of the text. */
  summary: z.string(),
  place: z.string(),
  state: ComplaintState,
  filedAt: Instant,
  changedAt: Instant,
  /** Some words await the community office: the check wants a person to look, or gave no verdict in a day. */
  held: z.boolean(),
  /** A helper sent it in for the filer, on record; name masked. */
  assistedBy: Actor.optional(),
})
export type ComplaintCard = z.infer<typeof ComplaintCard>

/** A line of what was sent in by a helper: for whom. */
export const AssistedCard = ComplaintCard.extend({ filedFor: Actor })
export type AssistedCard = z.infer<typeof AssistedCard>

/** What the person asking may do now; a screen greys the rest and says why. */
export const ComplaintAct = z.enum(['accept', 'reply', 'resolve', 'confirm', 'dispute', 'release'])
export type ComplaintAct = z.infer<typeof ComplaintAct>

export const Complaint = ComplaintCard.extend({
  text: z.string(),
  photos: z.array(PhotoView),
  filedBy: Actor,
  mine: z.boolean(),
  /** The person looking sent it in for the filer, and still helps. */
  assisting: z.boolean().optional(),
  /** Until the platform's content check has passed, only the filer sees it; held, the community office too. */
  checked: z.boolean(),
  timeline: z.array(ComplaintEvent),
  acts: z.array(ComplaintAct),
  /** The person looking holds this many disputes left (0 or 1). */
  disputesLeft: z.int(),
  /** Its filer has closed their account; the officer looking gave a ground. Nobody acts on it any more. */
  frozen: z.object({ until: Instant }).optional(),
})
export type Complaint = z.infer<typeof Complaint>

export const QueueStage = z.enum(['open', 'done', 'held'])
export type QueueStage = z.infer<typeof QueueStage>

const PublicNumber = z.string().refine(isPublicNumber, '编号格式不对')
const one = { community: Id, number: PublicNumber }
const photos = z.array(Id).max(9).default([])

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
      'What waits for the property, oldest first; `done` is what no longer does, latest first; `held` is what waits for the community office, oldest first',
    access: 'complaint:queue',
    input: z.strictObject({
      community: Id,
      stage: QueueStage.default('open'),
      ...paging,
    }),
    output: pageOf(ComplaintCard),
  },
  get: {
    method: 'GET',
    path: '/communities/:community/complaints/:number',
    summary: 'A complaint with its timeline',
    access: 'complaint:read',
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
    input: z.strictObject(one),
    output: Complaint,
  },
  reply: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/reply',
    summary: 'The property answers',
    access: 'complaint:handle',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, text: text(2, 2_000), photos }),
    output: Complaint,
  },
  resolve: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/resolve',
    summary: 'The property says it is done',
    access: 'complaint:handle',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, text: text(2, 2_000), photos }),
    output: Complaint,
  },
  confirm: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/confirm',
    summary: 'The filer agrees that it is done, and rates 1 to 5',
    access: 'complaint:close',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, rating: z.int().min(1).max(5), text: text(0, 500).optional() }),
    output: Complaint,
  },
  dispute: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/dispute',
    summary: 'The filer says, once, that it is not done, and why',
    access: 'complaint:close',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, text: text(5, 1_000), photos }),
    output: Complaint,
  },
  release: {
    method: 'POST',
    path: '/communities/:community/complaints/:number/release',
    summary: 'The community office has looked at what the content check held: others may see it',
    access: 'complaint:release',
    idempotency: 'accepted',
    input: z.strictObject(one),
    output: Complaint,
  },
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
