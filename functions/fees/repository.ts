import { Standard, type Bill } from '#shared/fees/contract.ts'
import { monthsFrom, stateOf, type BilledPeriod } from '#shared/fees/rules.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Item, Json, Key, Table } from '../platform/table/table.ts'
import { billItem, billKey, StoredBill, sumsOf } from './stored-bill.ts'

export type { StoredBill } from './stored-bill.ts'

// FEES#<community>         | STANDARD#<id>     what is charged
// FEES#<community>         | PERIOD#<from>     one per period billed
// BILLS#<community>#<unit> | <from>            one bill per home and period: a home's bills are one query
//   by1 PERIOD#<community>#<from> | <unit>     all bills of a period; the card holds the sums and nobody's name
//   wake                                       paid, and kept long enough
const FORMAT = 1

const Sums = z.object({ amountFen: z.int(), paidFen: z.int(), dueOn: z.string() })
const Period = z.object({ from: z.string(), to: z.string() })
export type Period = z.infer<typeof Period>

const feesPk = (community: string): string => `FEES#${community}`
/** The id names period and home; the home is looked for among the person's own. */
const billId = (unit: string, from: string): string =>
  `${from}_${Buffer.from(unit).toString('base64url')}`

export function partsOfBillId(id: string): { readonly unit: string; readonly from: string } {
  const cut = id.indexOf('_')
  return { from: id.slice(0, cut), unit: Buffer.from(id.slice(cut + 1), 'base64url').toString() }
}

const viewOf = (item: Item, today: string): Bill => {
  const { payments, ...bill } = StoredBill.parse(item.data)
  const { amountFen, paidFen } = sumsOf({ ...bill, payments })
  return {
    ...bill,
    bill: billId(bill.unit, bill.from),
    months: monthsFrom(bill.from, bill.to),
    amountFen,
    paidFen,
    payments,
    state: stateOf({ amountFen, paidFen, dueOn: bill.dueOn }, today),
  }
}

export const feesIn = (table: Table, community: string) => ({
  /** Latest first, at most so many. */
  async billsOf(unit: string, today: string, limit: number): Promise<Bill[]> {
    const page = await table.query(billKey(community, unit, '').pk, { reverse: true, limit })
    return page.items.map((item) => viewOf(item, today))
  },
  async bill(unit: string, from: string, today: string): Promise<Bill | undefined> {
    // An id that somebody made up may name no period; no key of the store is empty.
    if (from === '') return undefined
    const item = await table.get(billKey(community, unit, from))
    return item && viewOf(item, today)
  },
  async standards(): Promise<Standard[]> {
    const page = await table.query(feesPk(community), { prefix: 'STANDARD#' })
    return page.items.map((item) => Standard.parse(item.data))
  },
  /** The periods billed last, latest first, each with the sums of its bills. */
  async billed(periods: number): Promise<BilledPeriod[]> {
    const range = { prefix: 'PERIOD#', reverse: true, limit: periods }
    const page = await table.query(feesPk(community), range)
    const found = page.items.map((item) => Period.parse(item.data))
    return Promise.all(
      found.map(async (period) => ({
        ...period,
        bills: await sumsIn(table, community, period.from),
      })),
    )
  },
  addStandard: (standard: Standard): Promise<void> =>
    add(table, { pk: feesPk(community), sk: `STANDARD#${standard.id}` }, standard),
  addPeriod: (period: Period): Promise<void> =>
    add(table, { pk: feesPk(community), sk: `PERIOD#${period.from}` }, period),
  /** @throws ConflictError where the home was billed for the period already */
  addBill: (bill: StoredBill): Promise<void> => table.put(billItem(community, bill, 1)),
  /** Every bill of a home there is, latest first. */
  async allBillsOf(unit: string, today: string): Promise<Bill[]> {
    const found: Bill[] = []
    let cursor: string | undefined
    do {
      const range = { reverse: true, ...(cursor === undefined ? {} : { cursor }) }
      const page = await table.query(billKey(community, unit, '').pk, range)
      found.push(...page.items.map((item) => viewOf(item, today)))
      cursor = page.cursor
    } while (cursor !== undefined)
    return found
  },
})

async function sumsIn(table: Table, community: string, from: string) {
  const sums: z.infer<typeof Sums>[] = []
  let cursor: string | undefined
  do {
    const page = await table.queryIndex('by1', `PERIOD#${community}#${from}`, {
      ...(cursor === undefined ? {} : { cursor }),
    })
    sums.push(...page.items.map((row) => Sums.parse(row.card)))
    cursor = page.cursor
  } while (cursor !== undefined)
  return sums
}

const add = (table: Table, key: Key, data: Json): Promise<void> =>
  table.put({ version: 1, v: FORMAT, data, ...key })
