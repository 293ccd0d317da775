import { lengthOf } from '#shared/kernel/text.ts'
import type { Kind } from '#shared/emergencies/kinds.ts'
import type { Home } from '#shared/kernel/home.ts'

export interface Form {
  readonly kind: Kind | undefined
  readonly building: string
  readonly detail: string
  readonly note: string
  readonly photos: readonly string[]
}

export const COMMON = '公共区域'
export const MOST_PHOTOS = 3
const PLACE_MOST = 60
export const NOTE_MOST = 500

const numberOf = (name: string): string => name.replace(/[^0-9A-Za-z]/g, '')

/** It is most likely where the person lives. */
export const likelyBuilding = (
  homes: readonly Pick<Home, 'unit'>[],
  buildings: readonly string[],
): string =>
  buildings.find((name) => homes.some(({ unit }) => unit.split('-')[0] === numberOf(name))) ?? ''

export const placeOf = ({ building, detail }: Form): string =>
  [building, detail.trim()].filter((part) => part !== '').join(' ')

/** What is missing before it can be sent; nothing where it can. */
export function missingIn(form: Form): string | undefined {
  if (form.kind === undefined) return '请点一下发生了什么'
  if (placeOf(form) === '') return '请选择或写明在哪里'
  if (lengthOf(placeOf(form)) > PLACE_MOST) return '地点写得太长，请删减'
  if (lengthOf(form.note) > NOTE_MOST) return '说明写得太长，请删减'
  return form.photos.length > MOST_PHOTOS ? `照片最多 ${MOST_PHOTOS} 张，请去掉几张` : undefined
}
