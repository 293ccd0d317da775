import type { Bill } from '#shared/fees/contract.ts'
import { dayOf, formatDay } from '#shared/kernel/calendar.ts'
import { formatFen } from '#shared/kernel/money.ts'
import { periodOf } from '#shared/privacy/retention.ts'
import type { Places } from '../communities/offers.ts'
import type { Persons } from '../people/offers.ts'
import type { Table } from '../platform/table/table.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { feesIn } from './repository.ts'

interface Needs {
  readonly table: Table
  readonly persons: Pick<Persons, 'grantsOf'>
  readonly places: Pick<Places, 'community'>
}

/**
 * Bills of the homes a person has. A bill is the home's and names nobody: it stays with the home, whoever moves out or
 * closes their account.
 */
export function feeData({ table, persons, places }: Needs): PersonalData {
  const billsOf = async (person: string, now: Date) => {
    const held = await persons.grantsOf(person)
    // What the screen shows is what is handed out: a home matched by name and phone opens its bills (ADR 8).
    const found = (held?.homes ?? []).map(async ({ community, unit }) => {
      const name = (await places.community(community))?.name ?? community
      const bills = await feesIn(table, community).allBillsOf(unit, dayOf(now))
      return bills.map((bill) => ({ home: `${name} ${unit}`, bill }))
    })
    return (await Promise.all(found)).flat()
  }
  return {
    feature: 'fees',
    async export(person, now) {
      const all = await billsOf(person, now)
      const lines = all.map(({ home, bill }) => ({
        label: `${home}，${bill.from} 至 ${bill.to}`,
        value: describe(bill, now),
      }))
      const data = all.map(({ home, bill }) => ({ home, ...bill }))
      return [{ feature: 'fees', title: '我房屋的物业费账单', lines, data }]
    },
    async foresee(person, now) {
      const { length } = await billsOf(person, now)
      if (length === 0) return { erased: [], frozen: [] }
      const what = `您房屋的 ${length} 张物业费账单`
      const why = `账单属于房屋，上面没有您的姓名；${periodOf('bills')}后删除，没有缴清的不删除`
      return { erased: [], frozen: [], kept: [{ what, why }] }
    },
    erase: () => Promise.resolve(),
  }
}

const describe = ({ amountFen, paidFen, dueOn, payments }: Bill, now: Date): string => {
  const paid = payments.map(({ on, amountFen: fen, channel }) => {
    return `${formatDay(on, now)}${channel}缴 ${formatFen(fen)}`
  })
  const due = `应缴 ${formatFen(amountFen)}，${formatDay(dueOn, now)}到期，已缴 ${formatFen(paidFen)}`
  return [due, ...paid].join('；')
}
