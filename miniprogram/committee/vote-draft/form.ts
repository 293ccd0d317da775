import { lengthOf } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Vote } from '#shared/votes/contract.ts'
import type { OfficialSystem } from '#shared/votes/official/official.ts'
import { AskedPlace } from '#shared/votes/scope/scope.ts'
import type { Petition } from '#shared/votes/petitions/petition.ts'
import { SilentPolicy, VoteMode } from '#shared/votes/terms.ts'

const Item = z.object({ matter: z.int().optional(), title: z.string(), text: z.string() })
export type Item = z.infer<typeof Item>

const Silence = z.object({ policy: SilentPolicy, clause: z.string(), warning: z.string() })
export type Silence = z.infer<typeof Silence>

/** A vote as far as it is written. */
export const Form = z.object({
  title: z.string(),
  mode: VoteMode.optional(),
  items: z.array(Item),
  /** What is made of those who do not answer, where it is anything. */
  silence: Silence.optional(),
  /** Left out for the whole community. */
  scope: z.array(AskedPlace).optional(),
  /** The government's system, as far as it is typed. */
  official: z.object({ name: z.string(), link: z.string() }).optional(),
  paper: z.boolean().optional(),
})
export type Form = z.infer<typeof Form>

export const BLANK: Item = { title: '', text: '' }
export const EMPTY: Form = { title: '', items: [BLANK] }

export const ITEMS_AT_MOST = 20
export const TEXT_AT_MOST = 5_000
const TITLE = { least: 2, most: 60 }
const TEXT_AT_LEAST = 5
const OFFICIAL_NAME = { least: 2, most: 40 }
const CLAUSE = { least: 2, most: 100 }
const WARNING = { least: 5, most: 200 }

export const formOf = ({ title, mode, items, silence, scope, official, paper }: Vote): Form => ({
  title,
  mode,
  items: items.map(({ matter, title: of, text }) => ({ matter, title: of, text })),
  ...(silence && { silence: { clause: '', warning: '', ...silence } }),
  ...(scope && { scope: scope.places.map(({ building, entrance }) => ({ building, entrance })) }),
  ...(official && { official: { link: '', ...official } }),
  ...(paper !== undefined && { paper }),
})

/** What owners asked an assembly for, as the one item there is so far. */
export const formAsked = ({ title, text }: Pick<Petition, 'title' | 'text'>): Form => ({
  title,
  items: [{ title, text }],
})

/** What is missing before it can be saved as a draft; nothing where it can. */
export function missingIn(form: Form): string | undefined {
  return (
    wrongLength('表决名称', form.title, TITLE.least, TITLE.most) ??
    (form.mode === undefined ? '请选择用什么方式表决' : undefined) ??
    missingInOfficial(form) ??
    firstOf(form.items.map(missingInItem)) ??
    (form.scope?.length === 0 ? '请选择涉及的楼栋、单元' : undefined) ??
    missingInSilence(form.silence)
  )
}

function missingInOfficial({ mode, official }: Form): string | undefined {
  if (mode !== 'official_external') return undefined
  const { name, link } = official ?? { name: '', link: '' }
  const isLink = link === '' || /^https:\/\/\S+$/.test(link.trim())
  return (
    wrongLength('平台名称', name, OFFICIAL_NAME.least, OFFICIAL_NAME.most) ??
    (isLink ? undefined : '网址要以 https:// 开头，没有可以不填')
  )
}

function missingInSilence(silence: Silence | undefined): string | undefined {
  if (!silence || silence.policy === 'NOT_PARTICIPATING') return undefined
  return (
    wrongLength('议事规则的条款', silence.clause, CLAUSE.least, CLAUSE.most) ??
    wrongLength('印在表决票上的话', silence.warning, WARNING.least, WARNING.most)
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
  readonly silence?: Silence
  readonly scope?: AskedPlace[]
  readonly official?: OfficialSystem
  readonly paper?: boolean
}

/** Ready to be saved, or `undefined` while something is missing. */
export function wordingOf(form: Form): Wording | undefined {
  const { title, mode, silence, scope, official, paper } = form
  if (missingIn(form) !== undefined || mode === undefined) return undefined
  const items = form.items.flatMap(({ matter, ...words }) =>
    matter === undefined ? [] : [{ matter, ...words }],
  )
  const counts = silence && silence.policy !== 'NOT_PARTICIPATING'
  return {
    ...{ title, mode, items },
    ...(counts && { silence }),
    ...(scope && { scope }),
    ...(mode === 'official_external' && official && { official: systemOf(official) }),
    ...(paper !== undefined && { paper }),
  }
}

const systemOf = ({ name, link }: NonNullable<Form['official']>): OfficialSystem => ({
  name,
  ...(link.trim() !== '' && { link: link.trim() }),
})

const isPlace = (place: number, index: number): boolean => place === index

export const withItem = (form: Form, place: number, to: Partial<Item>): Form => ({
  ...form,
  items: form.items.map((item, index) => (isPlace(place, index) ? { ...item, ...to } : item)),
})

export const withoutItem = (form: Form, place: number): Form => ({
  ...form,
  items: form.items.filter((_, index) => !isPlace(place, index)),
})
