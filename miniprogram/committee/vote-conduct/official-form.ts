import * as z from '#shared/kernel/zod.ts'
import { OfficialVerdict, type Both, type OfficialItem } from '#shared/votes/official/official.ts'

/** A pair of figures as it is typed: `1034` heads, `98765.43` m². */
const Typed = z.object({ heads: z.string(), area: z.string() })
export type Typed = z.infer<typeof Typed>

const TypedItem = z.object({
  participating: Typed,
  for: Typed,
  against: Typed,
  abstain: Typed,
  verdict: OfficialVerdict.optional(),
})
export type TypedItem = z.infer<typeof TypedItem>

/** The official announcement as far as it is copied. */
export const Copied = z.object({
  total: Typed,
  items: z.array(TypedItem),
  document: z.string(),
  day: z.string().optional(),
  explanation: z.string(),
})
export type Copied = z.infer<typeof Copied>

export const FIGURES = [
  ['participating', '参与'],
  ['for', '同意'],
  ['against', '反对'],
  ['abstain', '弃权'],
] as const

const BLANK: Typed = { heads: '', area: '' }

export const emptyCopy = (items: number): Copied => ({
  total: BLANK,
  items: Array.from({ length: items }, () => ({
    ...{ participating: BLANK, for: BLANK, against: BLANK, abstain: BLANK },
  })),
  document: '',
  explanation: '',
})

const HEADS = /^\d{1,7}$/
const AREA = /^(\d{1,9})(?:\.(\d{1,2}))?$/

/** Nothing where either is no figure. No float: `0.1` is 10 hundredths. */
export function figureOf({ heads, area }: Typed): Both | undefined {
  const [, whole = '', decimals = ''] = AREA.exec(area.trim()) ?? []
  if (!HEADS.test(heads.trim()) || whole === '') return undefined
  return { heads: Number(heads.trim()), areaCenti: Number(whole + decimals.padEnd(2, '0')) }
}

function itemOf(typed: TypedItem, place: number): OfficialItem | undefined {
  const [participating, yes, against, abstain] = FIGURES.map(([part]) => figureOf(typed[part]))
  const { verdict } = typed
  return participating && yes && against && abstain && verdict
    ? { item: place + 1, participating, for: yes, against, abstain, verdict }
    : undefined
}

/** Ready to be sent, or `undefined` while something is missing. */
export function figuresOf(copied: Copied) {
  const { document, day, explanation } = copied
  const total = figureOf(copied.total)
  const items = copied.items.flatMap((item, place) => itemOf(item, place) ?? [])
  if (!total || day === undefined || items.length < copied.items.length) return undefined
  const why = explanation.trim()
  return { total, items, document, day, ...(why !== '' && { explanation: why }) }
}

/** What is missing, one after the other. */
export function missingInCopy(copied: Copied): string | undefined {
  if (!figureOf(copied.total)) return '请填写官方公布的全体人数和面积，面积最多两位小数'
  for (const [place, item] of copied.items.entries()) {
    const wrong = FIGURES.find(([part]) => !figureOf(item[part]))
    if (wrong) return `请填写第 ${place + 1} 项“${wrong[1]}”的人数和面积，没有的填 0`
    if (item.verdict === undefined) return `请选择第 ${place + 1} 项官方的结论`
  }
  if (copied.document.trim().length < 2) return '请填写官方结果的文号'
  return copied.day === undefined ? '请选择官方结果的日期' : undefined
}
