import { contract, Day, Id, pageOf, paging } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** `month`: each month is rounded to fen, then added. `bill`: months are added, then rounded. Half up, both. */
export const Rounding = z.enum(['month', 'bill'])
export type Rounding = z.infer<typeof Rounding>

/** What is charged and what for. `rate` in 0.0001 yuan per m² and month. */
export const Standard = z.object({
  id: z.string(),
  name: z.string(),
  rate: z.int(),
  grade: z.string(),
  includes: z.array(z.string()),
  rounding: Rounding,
  validFrom: Day,
  /** Where the price was agreed or filed. */
  source: z.string(),
})
export type Standard = z.infer<typeof Standard>

export const BillState = z.enum(['issued', 'partly_paid', 'paid', 'overdue'])
export type BillState = z.infer<typeof BillState>

/** A bill of one home: amount = area × rate × months, rounded as the standard says. Amounts in fen. */
export const Bill = z.object({
  bill: z.string(),
  unit: z.string(),
  /** First and last month, `2026-07` to `2026-09`. */
  from: z.string(),
  to: z.string(),
  months: z.int(),
  areaCenti: z.int(),
  rate: z.int(),
  rounding: Rounding,
  standard: z.string(),
  amountFen: z.int(),
  paidFen: z.int(),
  dueOn: Day,
  state: BillState,
  payments: z.array(z.object({ on: Day, amountFen: z.int(), channel: z.string() })),
})
export type Bill = z.infer<typeof Bill>

/** Collection rate of bills due by a day: paid ÷ billed, both in fen. */
export const Collection = z.object({
  asOf: Day,
  billedFen: z.int(),
  paidFen: z.int(),
  billsDue: z.int(),
  billsPaid: z.int(),
  /** The months billed, each with its own sums. */
  periods: z.array(
    z.object({ from: z.string(), to: z.string(), billedFen: z.int(), paidFen: z.int() }),
  ),
})
export type Collection = z.infer<typeof Collection>

export const fees = contract({
  mine: {
    method: 'GET',
    path: '/communities/:community/fees/bills',
    summary: 'Bills of my homes, latest first, with what is due in all',
    access: 'fee:read',
    input: z.strictObject({ community: Id, ...paging }),
    output: pageOf(Bill).extend({ dueFen: z.int() }),
  },
  get: {
    method: 'GET',
    path: '/communities/:community/fees/bills/:bill',
    summary: 'A bill of one of my homes',
    access: 'fee:read',
    input: z.strictObject({ community: Id, bill: Id }),
    output: Bill,
  },
  standards: {
    method: 'GET',
    path: '/communities/:community/fees/standards',
    summary: 'What is charged in this community, and what it includes',
    access: 'fee:standard',
    input: z.strictObject({ community: Id }),
    output: z.object({ items: z.array(Standard) }),
  },
  collection: {
    method: 'GET',
    path: '/communities/:community/fees/collection',
    summary: 'The collection rate',
    access: 'fee:collection',
    input: z.strictObject({ community: Id }),
    output: Collection,
  },
})
