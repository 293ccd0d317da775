import type { Standard } from '#shared/fees/contract.ts'
import type { Table } from '../platform/table/table.ts'
import { feesIn } from './repository.ts'

const STANDARD: Standard = {
  id: 'home',
  name: '住宅物业服务费',
  rate: 18_500,
  grade: '二级',
  includes: ['公共区域保洁'],
  rounding: 'month',
  validFrom: '2025-01-01',
  source: '物业服务合同第七条',
}
const PERIOD = { from: '2026-07', to: '2026-09' }

/** A standard and a quarter for which bills may be written. */
export async function addQuarter(table: Table, community: string): Promise<void> {
  const stored = feesIn(table, community)
  await stored.addStandard(STANDARD)
  await stored.addPeriod(PERIOD)
}

/** The quarter's bill of a home, unpaid. */
export const addBill = (table: Table, community: string, unit: string): Promise<void> =>
  feesIn(table, community).addBill({
    unit,
    ...PERIOD,
    areaCenti: 8_957,
    rate: STANDARD.rate,
    rounding: STANDARD.rounding,
    standard: STANDARD.id,
    dueOn: '2026-10-15',
    payments: [],
  })
