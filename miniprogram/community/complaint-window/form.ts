import { lengthOf } from '#shared/kernel/text.ts'
import { Category, Place } from '#shared/complaints/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import { labelOf } from '../paper-code/label.ts'

/** What is said at the window, as far as it is written down. */
export const Form = z.object({
  channel: z.enum(['WINDOW', 'PHONE']),
  name: z.string(),
  phone: z.string(),
  building: z.string().optional(),
  unit: z.string(),
  room: z.string(),
  category: Category.optional(),
  text: z.string(),
  where: z.enum(['home', 'building', 'common']).optional(),
  area: z.string(),
  photos: z.array(z.string()),
  hidesName: z.boolean(),
})
export type Form = z.infer<typeof Form>

export const EMPTY: Form = {
  ...{ channel: 'WINDOW', name: '', phone: '', unit: '', room: '', text: '', area: '' },
  ...{ photos: [], hidesName: false },
}

export const MOST = 2_000
const PHONE = /^(?:1\d{10}|0\d{2,3}-?\d{7,8})$/

export const homeOf = ({ building, unit, room }: Form): string | undefined =>
  labelOf({ building, unit, room })

function placeOf(form: Form): Place | undefined {
  const { where, building, area } = form
  const home = homeOf(form)
  if (where === 'home') return home === undefined ? undefined : { kind: 'home', unit: home }
  if (where === 'building')
    return building === undefined ? undefined : { kind: 'building', building }
  return area.trim() === '' ? undefined : { kind: 'common', area: area.trim() }
}

const WHERE = {
  home: '问题在家里的，请选楼栋、写房号',
  building: '问题在楼里的，请选楼栋',
  common: '请写明在公共区域的哪里',
} as const

/** What is missing before it can be sent; nothing where it can. */
export function missingIn(form: Form): string | undefined {
  const { name, phone, category, text, where } = form
  if (lengthOf(name.trim()) < 2) return '请写本人姓名'
  if (phone !== '' && !PHONE.test(phone)) return '电话号码不对，没有就不填'
  if (category === undefined) return '请选择是哪一类问题'
  if (lengthOf(text.trim()) < 5) return '请写清问题，至少 5 个字'
  if (where === undefined) return '请选择地点'
  return placeOf(form) === undefined ? WHERE[where] : undefined
}

/** Ready to be sent, or `undefined` while something is missing. */
export function filingOf(form: Form) {
  const place = placeOf(form)
  const { channel, category, text, photos, hidesName, phone } = form
  if (missingIn(form) !== undefined || !category || !place) return undefined
  const unit = homeOf(form)
  return {
    ...{ channel, name: form.name.trim(), category, text, place, photos, hidesName },
    ...(phone !== '' && { phone }),
    ...(unit !== undefined && { unit }),
  }
}
