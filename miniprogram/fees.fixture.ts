import type { Bill, Standard } from '#shared/fees/contract.ts'

/** 89.57 ㎡ × 1.85 yuan × 3 months, rounded each month: 3 × 165.70 yuan. */
export const billWith = (facts: Partial<Bill> = {}): Bill => ({
  bill: 'b1',
  unit: '1-2-801',
  from: '2026-10',
  to: '2026-12',
  months: 3,
  areaCenti: 8_957,
  rate: 18_500,
  rounding: 'month',
  standard: 's1',
  amountFen: 49_710,
  paidFen: 0,
  dueOn: '2026-11-30',
  state: 'issued',
  payments: [],
  ...facts,
})

export const standard: Standard = {
  id: 's1',
  name: '住宅物业服务费',
  rate: 18_500,
  grade: '二级',
  includes: ['保洁', '秩序维护'],
  rounding: 'month',
  validFrom: '2025-01-01',
  source: '《物业服务合同》第七条',
}
