import { contract, Day, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'

export const NoticeCategory = z.enum(['property', 'committee', 'safety', 'finance', 'activity'])
export type NoticeCategory = z.infer<typeof NoticeCategory>

export const NOTICE_CATEGORY_NAMES: Readonly<Record<NoticeCategory, string>> = {
  property: '物业通知',
  committee: '业委会公告',
  safety: '安全提醒',
  finance: '收支公示',
  activity: '社区活动',
}

export const NoticeCard = z.object({
  notice: z.string(),
  title: z.string(),
  category: NoticeCategory,
  pinned: z.boolean(),
  publishedAt: Instant,
  publishedBy: z.string(),
  /** The last day on which it is current; afterwards it stays readable as expired. */
  validUntil: Day.optional(),
  expired: z.boolean(),
  /** Version of the text now shown, 1 when never corrected. */
  edition: z.int(),
  read: z.boolean(),
})
export type NoticeCard = z.infer<typeof NoticeCard>

/** A text as published. It never changes: a correction is a new edition beside the old. */
export const Edition = z.object({
  edition: z.int(),
  title: z.string(),
  text: z.string(),
  publishedAt: Instant,
  publishedBy: z.string(),
  /** SHA-256 of title, a line feed and text in UTF-8, in hexadecimal. */
  sha256: z.string(),
})
export type Edition = z.infer<typeof Edition>

export const Notice = NoticeCard.extend({
  /** Latest first. */
  editions: z.array(Edition),
  /** Persons who have read it, each once; at most 10 seconds old. */
  reads: z.int(),
})
export type Notice = z.infer<typeof Notice>

/** As anybody may read it: by which side it was published, never by whom. */
const PublicNotice = z.object({
  notice: z.string(),
  title: z.string(),
  category: NoticeCategory,
  publishedAt: Instant,
  expired: z.boolean(),
})
export type PublicNotice = z.infer<typeof PublicNotice>

const wording = { title: text(2, 60), text: text(5, 10_000) }
const one = { community: Id, notice: Id }

export const notices = contract({
  publish: {
    method: 'POST',
    path: '/communities/:community/notices',
    summary: 'Publish a notice; its text is locked from then on',
    access: 'notice:publish',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      community: Id,
      ...wording,
      category: NoticeCategory,
      pinned: z.boolean().default(false),
      validUntil: Day.optional(),
    }),
    output: Notice,
  },
  correct: {
    method: 'POST',
    path: '/communities/:community/notices/:notice/corrections',
    summary: 'Publish a corrected edition beside the old',
    access: 'notice:publish',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({ ...one, ...wording }),
    output: Notice,
  },
  list: {
    method: 'GET',
    path: '/communities/:community/notices',
    summary: 'Notices, pinned ones first, then latest first',
    access: 'notice:read',
    input: z.strictObject({ community: Id, ...paging }),
    output: pageOf(NoticeCard),
  },
  get: {
    method: 'GET',
    path: '/communities/:community/notices/:notice',
    summary: 'A notice with all its editions',
    access: 'notice:read',
    input: z.strictObject(one),
    output: Notice,
  },
  read: {
    method: 'POST',
    path: '/communities/:community/notices/:notice/read',
    summary: 'The person has read it; counted once per person',
    access: 'notice:read',
    idempotency: 'accepted',
    input: z.strictObject(one),
    output: z.object({ read: z.literal(true) }),
  },
})

/** What hangs on a community's notice board: for whoever walks past, without a login. */
export const board = contract({
  places: {
    method: 'GET',
    path: '/public/communities',
    summary: 'Communities whose notices anybody may read, without a login',
    access: 'anyone',
    input: z.strictObject(paging),
    output: pageOf(z.object({ community: z.string(), name: z.string() })),
  },
  list: {
    method: 'GET',
    path: '/public/communities/:community/notices',
    summary: 'The notices of a community as on its notice board, for anybody, without a login',
    access: 'anyone',
    input: z.strictObject({ community: Id, ...paging }),
    output: pageOf(PublicNotice),
  },
  read: {
    method: 'GET',
    path: '/public/communities/:community/notices/:notice',
    summary: 'The current text of a notice, for anybody, without a login',
    access: 'anyone',
    input: z.strictObject(one),
    output: PublicNotice.extend({ text: z.string(), edition: z.int() }),
  },
})
