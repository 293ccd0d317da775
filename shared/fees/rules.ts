import type { Bill, BillState, Collection, Rounding } from './contract.ts'

/** What a bill is made from. Area in 0.01 m², rate in 0.0001 yuan per m² and month. */
export interface Charge {
  readonly areaCenti: number
  readonly rate: number
  readonly months: number
  readonly rounding: Rounding
}

/** area × rate is in 0.0001 fen: so many of them make one fen. */
const PER_FEN = 10_000

const halfUp = (product: number): number => {
  const raised = product + PER_FEN / 2
  return (raised - (raised % PER_FEN)) / PER_FEN
}

/**
 * area × rate × months in fen. Where it is rounded changes the total, so the standard fixes it.
 * Exact for any home: the product stays far below 2^53.
 */
export function amountOf({ areaCenti, rate, months, rounding }: Charge): number {
  return rounding === 'month'
    ? halfUp(areaCenti * rate) * months
    : halfUp(areaCenti * rate * months)
}

type Paying = Pick<Bill, 'amountFen' | 'paidFen' | 'dueOn'>

/** The due day itself is still in time: 民法典 §203, a term ends with its last day. */
export function stateOf({ amountFen, paidFen, dueOn }: Paying, today: string): BillState {
  if (paidFen >= amountFen) return 'paid'
  if (today > dueOn) return 'overdue'
  return paidFen > 0 ? 'partly_paid' : 'issued'
}

/** What is left to pay. */
export const openFen = ({ amountFen, paidFen }: Pick<Bill, 'amountFen' | 'paidFen'>): number =>
  Math.max(0, amountFen - paidFen)

export interface BilledPeriod {
  readonly from: string
  readonly to: string
  readonly bills: readonly Paying[]
}

/** Paid ÷ billed of what has fallen due by `today`; more paid than billed on one bill does not hide another's arrears. */
export function collectionOf(periods: readonly BilledPeriod[], today: string): Collection {
  const due = periods.map(({ from, to, bills }) => ({
    from,
    to,
    bills: bills.filter((bill) => bill.dueOn <= today),
  }))
  const all = due.flatMap(({ bills }) => bills)
  return {
    asOf: today,
    ...sumsOf(all),
    billsDue: all.length,
    billsPaid: all.filter((bill) => openFen(bill) === 0).length,
    periods: due
      .filter(({ bills }) => bills.length > 0)
      .map(({ from, to, bills }) => ({ from, to, ...sumsOf(bills) })),
  }
}

const sumsOf = (bills: readonly Paying[]) => ({
  billedFen: bills.reduce((sum, bill) => sum + bill.amountFen, 0),
  paidFen: bills.reduce((sum, bill) => sum + Math.min(bill.paidFen, bill.amountFen), 0),
})

/** `2026-07` to `2026-09` is three months. */
export function monthsFrom(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth + 1
}
