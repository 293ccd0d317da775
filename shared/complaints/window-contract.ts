import { contract, Id, Instant } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { one, photos, seen } from './acts-contract.ts'
import { Category } from './categories.ts'
import { Place } from './places.ts'
import { Complaint } from './views.ts'

/** A mobile or a landline with its area code: where the person is told by telephone. */
const Phone = z.string().regex(/^(?:1\d{10}|0\d{2,3}-?\d{7,8})$/, '电话号码格式不对')

/** What the paper says beside the complaint. */
export const Receipt = z.object({
  /** Once, for the paper: by it the person makes the complaint theirs. Absent once another paper has taken its place. */
  code: z.string().optional(),
  codeUntil: Instant.optional(),
})
export type Receipt = z.infer<typeof Receipt>

export const AtWindow = z.object({ complaint: Complaint, receipt: Receipt })
export type AtWindow = z.infer<typeof AtWindow>

const COMMUNITY = '/communities/:community'
const NUMBER = `${COMMUNITY}/complaints/:number` as const

/** Help at the window, for who has no phone. */
export const windowContract = contract({
  fileAtWindow: {
    method: 'POST',
    path: `${COMMUNITY}/complaints/window`,
    summary: 'An officer files for a person without a phone, and hands out a receipt',
    access: 'complaint:window',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      community: Id,
      channel: z.enum(['WINDOW', 'PHONE']),
      name: text(2, 30),
      phone: Phone.optional(),
      /** A home of the register. Where the person is an owner of it by name, it is filed under that owner. */
      unit: z.string().min(1).max(40).optional(),
      category: Category,
      text: text(5, 2_000),
      place: Place,
      photos,
      hidesName: z.boolean().default(false),
      direct: z.boolean().default(false),
    }),
    output: AtWindow,
  },
  reprintReceipt: {
    method: 'POST',
    path: `${NUMBER}/receipts`,
    summary: 'A new paper for the person: its code takes the place of the former one',
    access: 'complaint:window',
    idempotency: 'required',
    input: z.strictObject(one),
    output: AtWindow,
  },
  sayForFiler: {
    method: 'POST',
    path: `${NUMBER}/filer-words`,
    summary:
      'What a person without an account said later, or that they dispute: an officer writes it down',
    access: 'complaint:window',
    idempotency: 'accepted',
    input: z.strictObject({
      ...one,
      seen,
      says: z.enum(['message', 'dispute']),
      text: text(2, 1_000),
      photos,
    }),
    output: Complaint,
  },
  claimWithCode: {
    method: 'POST',
    path: `${COMMUNITY}/complaints/claims`,
    summary: 'Makes a complaint one’s own that was filed at the window, by the code of its receipt',
    access: 'complaint:claim',
    idempotency: 'accepted',
    input: z.strictObject({ community: Id, number: one.number, secret: text(5, 40) }),
    output: Complaint,
  },
})
