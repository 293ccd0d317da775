import { lengthOf } from '#shared/kernel/text.ts'
import { CATEGORIES, Category } from '#shared/complaints/categories.ts'
import { Place } from '#shared/complaints/places.ts'
import { isSameBuilding } from '#shared/complaints/rules/place.ts'
import { suggestCategories } from '#shared/complaints/suggest.ts'
import type { Home } from '#shared/kernel/home.ts'
import * as z from '#shared/kernel/zod.ts'
import { QueuedPhoto, sentIds } from '#miniprogram/platform/photo-queue.ts'

/** As it goes to the server. */
export const Filing = z.object({
  category: Category,
  text: z.string(),
  place: Place,
  photos: z.array(z.string()),
  hidesName: z.boolean(),
  direct: z.boolean(),
  onBehalfOf: z.string().optional(),
})
export type Filing = z.infer<typeof Filing>

/** The person has asked for it to be sent: it goes as soon as it can. */
const Sending = z.object({
  /** Photos that have not arrived are left out. */
  without: z.boolean(),
  attempts: z.int(),
  /** ISO instant: not before. */
  nextAt: z.string().optional(),
})

// Before photos had a queue a draft knew them by their ids, once they had arrived.
const arrivedBefore = (photo: string): QueuedPhoto => ({
  ...{ key: photo, path: '', state: 'sent', attempts: 0, photo },
})

/**
 * A complaint as far as it is written. `category` and `where` are what the person chose themselves; until then words
 * and homes speak for them. `onBehalfOf` is the home of whom it is filed for, by a helper. `where` is a home's label,
 * `building:<name>` or `common`.
 */
export const Form = z.object({
  category: Category.optional(),
  text: z.string(),
  where: z.string().optional(),
  area: z.string(),
  photos: z.array(z.union([QueuedPhoto, z.string().transform(arrivedBefore)])),
  onBehalfOf: z.string().optional(),
  hidesName: z.boolean().default(false),
  direct: z.boolean().default(false),
  sending: Sending.optional(),
  /** Why it was not sent. */
  trouble: z.string().optional(),
  /** What was sent under the draft's key, while it is not known what became of it. */
  tried: z.array(Filing).default([]),
})
export type Form = z.infer<typeof Form>

export const EMPTY: Form = {
  ...{ text: '', area: '', photos: [], hidesName: false, direct: false, tried: [] },
}

const LEAST = 5
export const MOST = 2_000
const AREA_MOST = 60

/** What there is to choose from. */
export interface Choices {
  readonly homes: readonly Pick<Home, 'unit'>[]
  readonly buildings: readonly string[]
  /** May be filed here. */
  readonly offered: readonly Category[]
}

/** Where it may be: the person's homes, their buildings, or somewhere all use; by a helper, of the person helped. */
export function placesOf(
  { homes, buildings }: Pick<Choices, 'homes' | 'buildings'>,
  whose: '我' | '他' = '我',
) {
  return [
    ...homes.map(({ unit }) => ({ value: unit, label: `${whose}家`, note: unit })),
    ...buildings
      .filter((name) => homes.some(({ unit }) => isSameBuilding(name, unit.split('-')[0])))
      .map((name) => ({ value: `building:${name}`, label: `${whose}家这栋楼`, note: name })),
    { value: 'common', label: '公共区域', note: '楼道外、车库、广场、大门' },
  ]
}

/** What the person chose; until they do, what their words say. A kind that is off here is none. */
export function kindOf({ category, text }: Form, offered: readonly Category[]) {
  if (category !== undefined) return offered.includes(category) ? category : undefined
  return suggestCategories(text, offered)[0]?.category
}

/** What the person chose, as long as it is theirs; until they do, the one home they have. */
export function whereOf(
  { where, onBehalfOf }: Form,
  { homes }: Pick<Choices, 'homes'>,
): string | undefined {
  // A helper says each time where it is: it is not their home.
  if (where === undefined) return homes.length === 1 && !onBehalfOf ? homes[0]?.unit : undefined
  return isHome(where) && !homes.some(({ unit }) => unit === where) ? undefined : where
}

const isHome = (where: string): boolean => where !== 'common' && !where.startsWith('building:')

/** A home that was chosen, and is no longer the person's. */
export const lostHome = (form: Form, choices: Pick<Choices, 'homes'>): string | undefined =>
  form.where !== undefined && whereOf(form, choices) === undefined ? form.where : undefined

export function placeOf(form: Form, choices: Pick<Choices, 'homes'>): Place | undefined {
  const where = whereOf(form, choices)
  if (where === undefined) return undefined
  if (where === 'common') return { kind: 'common', area: form.area.trim() }
  return where.startsWith('building:')
    ? { kind: 'building', building: where.slice('building:'.length) }
    : { kind: 'home', unit: where }
}

/** What is missing before it can be sent; nothing where it can. */
export const missingIn = (form: Form, choices: Choices): string | undefined =>
  missingWords(form) ?? missingKind(form, choices) ?? missingPlace(form, choices)

export function missingWords({ text }: Form): string | undefined {
  const length = lengthOf(text)
  if (length < LEAST) return `请写清问题，至少 ${LEAST} 个字`
  return length > MOST ? `文字多了 ${length - MOST} 个，请删减` : undefined
}

export const missingKind = (form: Form, { offered }: Choices): string | undefined =>
  kindOf(form, offered) === undefined ? '请选择是哪一类问题' : undefined

export function missingPlace(form: Form, choices: Choices): string | undefined {
  const where = whereOf(form, choices)
  if (where === undefined) return '请选择地点'
  if (where !== 'common') return undefined
  if (form.area.trim() === '') return '请写明在公共区域的哪里'
  return lengthOf(form.area) > AREA_MOST ? '地点写得太长，请删减' : undefined
}

/** With everything as the person sees it: what words and homes say becomes what was chosen. */
export const settled = (form: Form, choices: Choices): Form => ({
  ...form,
  category: kindOf(form, choices.offered),
  where: whereOf(form, choices),
})

const ALL = [...CATEGORIES]

/** A settled form, ready to be sent; `undefined` while something is missing. */
export function filingOf(form: Form): Filing | undefined {
  const { category, where, text, onBehalfOf, hidesName, direct } = form
  if (where === undefined) return undefined
  // The server knows whose home it is: here it is enough that one was chosen.
  const choices: Choices = { homes: [{ unit: where }], buildings: [], offered: ALL }
  const place = placeOf(form, choices)
  if (!category || !place || missingIn(form, choices) !== undefined) return undefined
  const photos = sentIds(form.photos)
  const filing = { category, text, place, photos, hidesName, direct }
  return onBehalfOf === undefined ? filing : { ...filing, onBehalfOf }
}
