import { formatArea } from '#shared/kernel/area.ts'
import { formatRate } from '#shared/kernel/money.ts'
import type { Bill, BillState, Rounding, Standard } from '#shared/fees/contract.ts'
import type { Factor } from '#miniprogram/platform/ui/money-line.tsx'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'

export const BILL_WORDS: Readonly<
  Record<BillState, { readonly word: string; readonly tone: Tone }>
> = {
  issued: { word: '待缴', tone: 'blue' },
  partly_paid: { word: '缴了一部分', tone: 'amber' },
  paid: { word: '已缴清', tone: 'jade' },
  overdue: { word: '已逾期', tone: 'red' },
}

export const ROUNDING_WORDS: Readonly<Record<Rounding, string>> = {
  month: '每月四舍五入到分，再乘月数',
  bill: '全部相乘后四舍五入到分',
}

/** `2026-07` → `2026 年 7 月`. */
const monthWords = (month: string): string => {
  const [year = '', number = ''] = month.split('-')
  return `${year} 年 ${Number(number)} 月`
}

export const periodWords = ({ from, to }: Pick<Bill, 'from' | 'to'>): string =>
  from === to ? monthWords(from) : `${monthWords(from)}至 ${lastMonth(from, to)}`

const lastMonth = (from: string, to: string): string =>
  from.slice(0, 4) === to.slice(0, 4) ? `${Number(to.slice(5))} 月` : monthWords(to)

export const factorsOf = (bill: Bill, standard: Standard | undefined): readonly Factor[] => [
  { name: '面积', value: formatArea(bill.areaCenti), source: '房屋登记名册上的建筑面积' },
  {
    name: '单价',
    value: `${formatRate(bill.rate)} 元/㎡·月`,
    source: standard ? `${standard.name}，${standard.source}` : '收费标准见“公开”',
  },
  { name: '时间', value: `${bill.months} 个月`, source: periodWords(bill) },
]

/** A share for reading only: nothing is decided on it. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)} %`
