import { contract, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { TEMPLATE_KEYS } from './templates.ts'
import { Unread, unreadRoute } from './unread.ts'

/** What a message is about, so that it opens there. */
export const SUBJECT_KINDS = [
  'complaint',
  'notice',
  'vote',
  'petition',
  'bill',
  'home',
  'emergency',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** In units of UTF-16; what is longer is cut when it is told. */
export const LONGEST = { title: 60, words: 300 } as const

export const Message = z.object({
  message: z.string(),
  /** Of `TEMPLATE_KEYS`, or one that this package does not know yet. */
  template: z.string(),
  subject: z.object({
    /** Of `SUBJECT_KINDS`, or one that this package does not know yet. */
    kind: z.string(),
    id: z.string(),
    community: z.string(),
  }),
  title: z.string(),
  words: z.string(),
  /** When it happened. */
  at: Instant,
  /** When it came into the inbox. */
  arrivedAt: Instant,
  urgent: z.boolean(),
  read: z.boolean(),
})
export type Message = z.infer<typeof Message>

/** What WeChat's own question answered for a template. */
const RESULTS = [
  'accept',
  'acceptWithAlert',
  'acceptWithAudio',
  'acceptWithForcePush',
  'reject',
  'ban',
  'filter',
] as const
export type AskResult = (typeof RESULTS)[number]

export const Credits = z.object({
  items: z.array(
    z.object({
      template: z.string(),
      title: z.string(),
      /** What WeChat is asked with. */
      id: z.string(),
      /** WeChat messages that may still be sent: one for each time the person agreed. */
      credits: z.int(),
    }),
  ),
})
export type Credits = z.infer<typeof Credits>

export const messages = contract({
  list: {
    method: 'GET',
    path: '/messages',
    summary: 'My messages, latest first',
    access: 'signed_in',
    input: z.strictObject(paging),
    output: pageOf(Message),
  },
  unread: unreadRoute,
  get: {
    method: 'GET',
    path: '/messages/:message',
    summary: 'One message of mine',
    access: 'signed_in',
    input: z.strictObject({ message: Id }),
    output: Message,
  },
  read: {
    method: 'POST',
    path: '/messages/:message/read',
    summary: 'I have read this message',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ message: Id }),
    output: Message,
  },
  readAll: {
    method: 'POST',
    path: '/messages/read',
    summary: 'I have read this message and every one that came before it',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ upTo: Id }),
    output: Unread,
  },
  credits: {
    method: 'GET',
    path: '/message-credits',
    summary: 'What WeChat may be asked for, and how many WeChat messages I still agreed to',
    access: 'signed_in',
    input: z.strictObject({}),
    output: Credits,
  },
  answered: {
    method: 'POST',
    path: '/message-credits',
    summary: 'What I answered when WeChat asked whether it may send me messages',
    access: 'signed_in',
    idempotency: 'required',
    input: z.strictObject({
      answers: z
        .array(z.strictObject({ template: z.enum(TEMPLATE_KEYS), result: z.enum(RESULTS) }))
        .min(1)
        .max(5)
        .refine(
          (answers) => new Set(answers.map(({ template }) => template)).size === answers.length,
          '同一种提醒只能答一次',
        ),
    }),
    output: Credits,
  },
})
