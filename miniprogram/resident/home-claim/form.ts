import { lengthOf } from '#shared/kernel/text.ts'
import { bindings } from '#shared/bindings/contract.ts'
import { Ground } from '#shared/bindings/terms.ts'
import { CommunityChoice } from '#shared/bindings/views.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Sent } from '#shared/kernel/route.ts'

/** Who the person says to be: whoever stands in the deed says so; everybody else is let in by a code. */
const Who = z.enum(['owner', 'user'])

/** How an owner is known: by phone number, by a code on paper, or by papers shown at the community office. */
const Way = z.enum(['phone', 'code', 'papers'])

/** A claim as far as it is written. */
export const Form = z.object({
  who: Who.optional(),
  way: Way.optional(),
  secret: z.string(),
  community: CommunityChoice.optional(),
  building: z.string().optional(),
  unit: z.string(),
  room: z.string(),
  name: z.string(),
  ground: Ground.optional(),
  words: z.string(),
})
export type Form = z.infer<typeof Form>

export const EMPTY: Form = { secret: '', unit: '', room: '', name: '', words: '' }

export const STEPS = [
  'who',
  'way',
  'code',
  'community',
  'place',
  'name',
  'ground',
  'review',
] as const
export type Step = (typeof STEPS)[number]

/** The questions that are left to be asked, in order: a code says what else would be asked. */
export function stepsOf({ who, way }: Form): readonly Step[] {
  const byCode = who === 'user' || way === 'code'
  return STEPS.filter((step) => {
    if (step === 'way') return who !== 'user'
    if (step === 'code') return byCode
    if (step === 'ground') return !byCode
    return true
  })
}

export const WORDS_MOST = 300
const NAME_MOST = 40
const SECRET_LEAST = 8

/** `34679 acdef`, `34679-ACDEF`: people type a code as they see it. */
export const plainSecret = (typed: string): string => typed.replace(/[\s-－—]/g, '').toUpperCase()

const wordsMissing = ({ ground, words }: Form): string | undefined => {
  if (ground === undefined) return '请选择您的情况'
  if (lengthOf(words) > WORDS_MOST) return '说明写得太长，请删减'
  return ground === 'other' && lengthOf(words) < 2 ? '请写明是什么情况' : undefined
}

const nameMissing = ({ name }: Form): string | undefined => {
  if (lengthOf(name) < 2) return '请写完整姓名'
  return lengthOf(name) > NAME_MOST ? '姓名写得太长' : undefined
}

const placeMissing = ({ building, room }: Form): string | undefined => {
  if (building === undefined) return '请选择楼栋'
  return lengthOf(room) === 0 ? '请写房号' : undefined
}

const MISSING: Readonly<Record<Step, (form: Form) => string | undefined>> = {
  who: ({ who }) => (who === undefined ? '请选择一项' : undefined),
  way: ({ way }) => (way === undefined ? '请选择一种' : undefined),
  code: ({ secret }) =>
    plainSecret(secret).length < SECRET_LEAST ? '请输入完整的验证码' : undefined,
  community: ({ community }) => (community === undefined ? '请选择小区' : undefined),
  place: placeMissing,
  name: nameMissing,
  ground: wordsMissing,
  review: () => undefined,
}

/** What the question still wants, in words; nothing where it is answered. */
export const missingAt = (step: Step, form: Form): string | undefined => MISSING[step](form)

type Claim = Sent<typeof bindings.claim>
type Redeeming = Sent<typeof bindings.redeem>
export type Filing = { readonly claim: Claim } | { readonly redeem: Redeeming }

/** Ready to be sent, or `undefined` while an answer is missing. */
export function filingOf(form: Form): Filing | undefined {
  const steps = stepsOf(form)
  const { community, building, unit, room, name, words } = form
  const isReady = steps.every((step) => missingAt(step, form) === undefined)
  if (!isReady || community === undefined || building === undefined) return undefined
  const said = {
    community: community.id,
    building,
    unit: unit.trim(),
    room: room.trim(),
    name: name.trim(),
  }
  if (steps.includes('code')) return { redeem: { ...said, secret: plainSecret(form.secret) } }
  const more = words.trim() === '' ? {} : { words: words.trim() }
  return { claim: { ...said, ground: form.ground ?? 'listed', ...more } }
}

/** `锦绣花园 1栋 2 单元 801`, as the person said it. */
export const placeWords = ({ community, building = '', unit, room }: Form): string =>
  [community?.name, building, unit.trim() === '' ? '' : `${unit.trim()} 单元`, room.trim()]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
