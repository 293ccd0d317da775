import { feesIn, type StoredBill } from '#functions/fees/repository.ts'
import type { Table } from '#functions/platform/table/table.ts'
import type { RollUnit } from '#functions/register/offers.ts'
import type { Standard } from '#shared/fees/contract.ts'
import { amountOf, monthsFrom } from '#shared/fees/rules.ts'
import { addDays, dayOf } from '#shared/kernel/calendar.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import { COMMUNITY } from './stage.ts'

const HOME: Standard = {
  id: 'home',
  name: '住宅物业服务费',
  rate: 18_500,
  grade: '二级',
  includes: ['公共区域保洁', '秩序维护', '绿化养护', '电梯与公共设施日常维护', '二次供水水箱清洗'],
  rounding: 'month',
  validFrom: '2025-01-01',
  source: '《锦绣花园物业服务合同》第七条',
}
const COMMERCIAL: Standard = {
  ...HOME,
  id: 'commercial',
  name: '商业用房物业服务费',
  rate: 32_000,
  includes: ['公共区域保洁', '秩序维护', '公共设施日常维护'],
}
const CHANNELS = ['微信', '服务中心刷卡', '银行代扣'] as const

/** This quarter and the two before, billed to every home; some arrears. */
export async function addFees(
  table: Table,
  units: readonly RollUnit[],
  { resident }: Cast,
  chance: Chance,
  now: Date,
): Promise<void> {
  const stored = feesIn(table, COMMUNITY)
  await stored.addStandard(HOME)
  await stored.addStandard(COMMERCIAL)
  const mine = new Set(resident.homes.map(({ unit }) => unit))
  for (const [age, period] of quarters(now).entries()) {
    await stored.addPeriod(period)
    const bills = units
      .filter(({ kind }) => kind !== 'parking')
      .map((unit) => billOf(unit, period, paidShare(unit, mine, age, chance), chance))
    await Promise.all(bills.map((bill) => stored.addBill(bill)))
  }
}

/** This quarter first. */
function quarters(now: Date): readonly { readonly from: string; readonly to: string }[] {
  const [year = 0, month = 0] = dayOf(now).split('-').map(Number)
  const start = year * 12 + Math.floor((month - 1) / 3) * 3
  const name = (n: number): string =>
    `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
  return [0, 1, 2].map((age) => ({ from: name(start - age * 3), to: name(start - age * 3 + 2) }))
}

/** In halves: the demo's resident has paid half of this quarter for one home, nothing yet for the other. */
function paidShare(
  unit: RollUnit,
  mine: ReadonlySet<string>,
  age: number,
  chance: Chance,
): 0 | 1 | 2 {
  if (mine.has(unit.unit)) return age === 0 ? ([...mine][0] === unit.unit ? 1 : 0) : 2
  const likely = [88, 95, 98][age] ?? 98
  if (chance.below(100) < likely) return 2
  return chance.below(3) === 0 ? 1 : 0
}

function billOf(
  unit: RollUnit,
  { from, to }: { readonly from: string; readonly to: string },
  halves: 0 | 1 | 2,
  chance: Chance,
): StoredBill {
  const standard = unit.kind === 'commercial' ? COMMERCIAL : HOME
  const { rate, rounding } = standard
  const charge = { areaCenti: unit.areaCenti, rate, rounding }
  const amount = amountOf({ ...charge, months: monthsFrom(from, to) })
  const paid = halves === 2 ? amount : halves === 1 ? Math.floor(amount / 2) : 0
  const on = addDays(`${from}-01`, 3 + chance.below(24))
  return {
    unit: unit.unit,
    from,
    to,
    ...charge,
    standard: standard.id,
    dueOn: addDays(`${from}-01`, 40),
    payments: paid === 0 ? [] : [{ on, amountFen: paid, channel: chance.pick(CHANNELS) }],
  }
}
