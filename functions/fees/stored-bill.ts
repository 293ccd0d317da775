import { Rounding } from '#shared/fees/contract.ts'
import { amountOf, monthsFrom } from '#shared/fees/rules.ts'
import { startOfDay } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import { keptUntil } from '#shared/privacy/retention.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key } from '../platform/table/table.ts'

const FORMAT = 1
export const BILL_KIND = 'BILLS'

export const StoredBill = z.object({
  unit: z.string(),
  from: z.string(),
  to: z.string(),
  areaCenti: z.int(),
  rate: z.int(),
  rounding: Rounding,
  standard: z.string(),
  dueOn: z.string(),
  payments: z.array(z.object({ on: z.string(), amountFen: z.int(), channel: z.string() })),
})
export type StoredBill = z.infer<typeof StoredBill>

export const billKey = (community: string, unit: string, from: string): Key => ({
  pk: `${BILL_KIND}#${community}#${unit}`,
  sk: from,
})

export const sumsOf = (bill: StoredBill) => ({
  amountFen: amountOf({ ...bill, months: monthsFrom(bill.from, bill.to) }),
  paidFen: bill.payments.reduce((sum, payment) => sum + payment.amountFen, 0),
  dueOn: bill.dueOn,
})

export function billItem(community: string, bill: StoredBill, version: number): Item {
  const key = billKey(community, bill.unit, bill.from)
  const due = removalDue(bill)
  return {
    version,
    v: FORMAT,
    data: bill,
    card: sumsOf(bill),
    by1: { pk: `PERIOD#${community}#${bill.from}`, sk: bill.unit },
    ...(due && { wake: wakeAt(key, due) }),
    ...key,
  }
}

/** When its accounts have been kept long enough; none while something of it is owed. */
export function removalDue(bill: StoredBill): Date | undefined {
  const { amountFen, paidFen } = sumsOf(bill)
  if (paidFen < amountFen) return undefined
  const last = bill.payments
    .map(({ on }) => on)
    .sort()
    .at(-1)
  return keptUntil('bills', startOfDay(last ?? bill.dueOn))
}
