import * as z from '#shared/kernel/zod.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { VoteMode } from '#shared/votes/terms.ts'
import { lengthOf } from '#miniprogram/platform/ui/text-area.tsx'

const Item = z.object({ matter: z.int().optional(), title: z.string(), text: z.string() })
export type Item = z.infer<typeof Item>

/** A vote as far as it is written. */
export const Form = z.object({
  title: z.string(),
  mode: VoteMode.optional(),
  items: z.array(Item),
})
export type Form = z.infer<typeof Form>

export const BLANK: Item = { title: '', text: '' }
export const EMPTY: Form = { title: '', items: [BLANK] }

export const ITEMS_AT_MOST = 20
export const TEXT_AT_MOST = 5_000
const TITLE = { least: 2, most: 60 }
const TEXT_AT_LEAST = 5

export const formOf = ({ title, mode, items }: Vote): Form => ({
  title,
  mode,
  items: items.map(({ matter, title: of, text }) => ({ matter, title: of, text })),
})

/** What is missing before it can be saved as a draft; nothing where it can. */
export function missingIn(form: Form): string | undefined {
  return (
    wrongLength('表决名称', form.title, TITLE.least, TITLE.most) ??
    (form.mode === undefined ? '请选择用什么方式表决' : undefined) ??
    firstOf(form.items.map(missingInItem))
  )
}

function missingInItem({ matter, title, text }: Item, place: number): string | undefined {
  const name = `第 ${place + 1} 项`
  if (matter === undefined) return `请选择${name}属于哪类事项`
  return (
    wrongLength(`${name}的议题`, title, TITLE.least, TITLE.most) ??
    wrongLength(`${name}的内容`, text, TEXT_AT_LEAST, TEXT_AT_MOST)
  )
}

function wrongLength(what: string, text: string, least: number, most: number): string | undefined {
  const length = lengthOf(text)
  if (length < least) return length === 0 ? `请填写${what}` : `${what}至少要 ${least} 个字`
  return length > most ? `${what}多了 ${length - most} 个字，请删减` : undefined
}

const firstOf = (all: readonly (string | undefined)[]): string | undefined =>
  all.find((one) => one !== undefined)

export interface Wording {
  readonly title: string
  readonly mode: VoteMode
  readonly items: { matter: number; title: string; text: string }[]
}

/** Ready to be saved, or `undefined` while something is missing. */
export function wordingOf(form: Form): Wording | undefined {
  const { title, mode } = form
  if (missingIn(form) !== undefined || mode === undefined) return undefined
  const items = form.items.flatMap(({ matter, ...words }) =>
    matter === undefined ? [] : [{ matter, ...words }],
  )
  return { title, mode, items }
}

const isPlace = (place: number, index: number): boolean => place === index

export const withItem = (form: Form, place: number, to: Partial<Item>): Form => ({
  ...form,
  items: form.items.map((item, index) => (isPlace(place, index) ? { ...item, ...to } : item)),
})

export const withoutItem = (form: Form, place: number): Form => ({
  ...form,
  items: form.items.filter((_, index) => !isPlace(place, index)),
})
