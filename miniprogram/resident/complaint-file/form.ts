import { Category, Place, type Complaint } from '#shared/complaints/contract.ts'
import type { Home } from '#shared/kernel/home.ts'
import * as z from '#shared/kernel/zod.ts'
import { lengthOf } from '#miniprogram/platform/ui/text-area.tsx'

/** A complaint as far as it is written. `onBehalfOf` is the home of whom it is filed for, by a helper. `where` is a home's label, `building:<name>` or `common`. */
export const Form = z.object({
  category: Category.optional(),
  text: z.string(),
  where: z.string().optional(),
  area: z.string(),
  photos: z.array(z.string()),
  onBehalfOf: z.string().optional(),
})
export type Form = z.infer<typeof Form>

export const EMPTY: Form = { text: '', area: '', photos: [] }

const LEAST = 5
export const MOST = 2_000
const AREA_MOST = 60

/** Where it may be: the person's homes, their buildings, or somewhere all use; by a helper, of the person helped. */
export function placesOf(
  homes: readonly Pick<Home, 'unit'>[],
  buildings: readonly string[],
  whose: '我' | '他' = '我',
) {
  return [
    ...homes.map(({ unit }) => ({ value: unit, label: `${whose}家`, note: unit })),
    ...buildings
      .filter((name) => homes.some(({ unit }) => unit.split('-')[0] === numberOf(name)))
      .map((name) => ({ value: `building:${name}`, label: `${whose}家这栋楼`, note: name })),
    { value: 'common', label: '公共区域', note: '楼道外、车库、广场、大门' },
  ]
}

const numberOf = (building: string): string => building.replace(/[^0-9A-Za-z]/g, '')

function placeOf({ where, area }: Form): Place | undefined {
  if (where === undefined) return undefined
  if (where === 'common') return { kind: 'common', area: area.trim() }
  return where.startsWith('building:')
    ? { kind: 'building', building: where.slice('building:'.length) }
    : { kind: 'home', unit: where }
}

/** What is missing before it can be sent; nothing where it can. */
export function missingIn(form: Form): string | undefined {
  const length = lengthOf(form.text)
  if (form.category === undefined) return '请选择是哪一类问题'
  if (length < LEAST) return `请写清问题，至少 ${LEAST} 个字`
  if (length > MOST) return `文字多了 ${length - MOST} 个，请删减`
  if (form.where === undefined) return '请选择地点'
  if (form.where !== 'common') return undefined
  if (form.area.trim() === '') return '请写明在公共区域的哪里'
  return lengthOf(form.area) > AREA_MOST ? '地点写得太长，请删减' : undefined
}

export type Filing = Pick<Complaint, 'category' | 'text'> & {
  place: Place
  photos: string[]
  onBehalfOf?: string
}

/** Ready to be sent, or `undefined` while something is missing. */
export function filingOf(form: Form): Filing | undefined {
  const place = placeOf(form)
  const { category, text, photos, onBehalfOf } = form
  if (missingIn(form) !== undefined || !category || !place) return undefined
  return { category, text, place, photos, ...(onBehalfOf !== undefined && { onBehalfOf }) }
}
