import { contract, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import { isPublicNumber } from '#shared/kernel/public-number.ts'
import * as z from '#shared/kernel/zod.ts'
import { Category } from './categories.ts'
import { ComplaintState } from './rules/states.ts'
import { WORK_QUEUES } from './rules/workbench.ts'
import { ComplaintCard, Worker } from './views.ts'

export const WorkQueue = z.enum(WORK_QUEUES)
export type WorkQueue = z.infer<typeof WorkQueue>

/** A line of the workbench: with who has it. */
export const WorkCard = ComplaintCard.extend({ worker: Worker.optional() })
export type WorkCard = z.infer<typeof WorkCard>

const Counts = z.record(WorkQueue, z.int())

/** As many as can be given to somebody at once. */
export const ASSIGNED_AT_ONCE = 50

/** What became of one number: done, or why not. */
export const Assigned = z.object({
  number: z.string(),
  done: z.boolean(),
  /** A refusal’s code and sentence. */
  code: z.string().optional(),
  detail: z.string().optional(),
})
export type Assigned = z.infer<typeof Assigned>

const PATH = '/communities/:community/complaint-work'

/** How the property's staff share out what is with them. */
export const complaintWork = contract({
  board: {
    method: 'GET',
    path: PATH,
    summary:
      'What is with the property, by queue, whatever is due first at the top; `counts` are of all queues within the filter',
    access: 'complaint:handle',
    input: z.strictObject({
      community: Id,
      queue: WorkQueue.default('due_soon'),
      category: Category.optional(),
      /** `3幢`. */
      building: z.string().min(1).max(40).optional(),
      state: ComplaintState.optional(),
      ...paging,
    }),
    output: pageOf(WorkCard).extend({
      /** When the list was made: what others gave away since then is told. */
      at: Instant,
      counts: Counts,
      /** More is open than is looked through at once: the oldest are here, and the counts are of these. */
      cut: z.boolean(),
      /** Buildings of what is open. */
      buildings: z.array(z.string()),
    }),
  },
  colleagues: {
    method: 'GET',
    path: `${PATH}/colleagues`,
    summary: 'To whom of the property here a complaint can be given',
    access: 'complaint:assign',
    input: z.strictObject({ community: Id }),
    output: z.object({
      items: z.array(z.object({ person: Id, name: z.string(), role: z.string(), me: z.boolean() })),
    }),
  },
  assign: {
    method: 'POST',
    path: `${PATH}/assignments`,
    summary: 'Gives complaints to a colleague; each number is answered for itself',
    access: 'complaint:assign',
    idempotency: 'accepted',
    input: z.strictObject({
      community: Id,
      to: Id,
      numbers: z
        .array(z.string().refine(isPublicNumber, '编号格式不对'))
        .min(1)
        .max(ASSIGNED_AT_ONCE),
      /** When the list was made in which they were chosen. */
      seenAt: Instant.optional(),
    }),
    output: z.object({ items: z.array(Assigned) }),
  },
})
