import type { Role } from '#shared/kernel/permissions.ts'
import { lengthOf } from '#shared/kernel/text.ts'
import type { Post } from '#shared/people/posts.ts'
import type { Givable } from '#shared/people/roles-contract.ts'
import { longestYears } from '#shared/people/terms.ts'
import { lastDayAfter } from '#miniprogram/features/people/words.ts'

export interface GiveFields {
  readonly role?: Role | undefined
  readonly post?: Post | undefined
  /** `0` is without an end. */
  readonly years?: string | undefined
  readonly name: string
  readonly ground: string
}

export const EMPTY: GiveFields = { name: '', ground: '' }

const YEARS = [1, 2, 3, 5]

/** For how long a role may be given at once, in years; `0` without an end. */
export function yearsFor({ role, endsByItself }: Givable): readonly string[] {
  if (role === 'admin') return ['0']
  const most = longestYears(role) ?? Infinity
  const years = YEARS.filter((one) => one <= most).map(String)
  return endsByItself ? years : ['0', ...years]
}

/** What is still missing, said as what to do; `undefined` once it can be sent. */
export function missingIn(
  { role, post, years, name, ground }: GiveFields,
  givable: readonly Givable[],
): string | undefined {
  const chosen = givable.find((one) => one.role === role)
  if (!chosen) return '请选择角色'
  if (chosen.posts.length > 0 && post === undefined) return '请选择职务'
  if (years === undefined) return '请选择期限'
  if (lengthOf(name) < 2) return '请写被邀请人的姓名'
  return lengthOf(ground) < 4 ? '请写明依据，至少 4 个字' : undefined
}

/** As the server takes it; `undefined` while something is missing. */
export function giftOf(fields: GiveFields, givable: readonly Givable[], now: Date) {
  const { role, post, years, name, ground } = fields
  if (role === undefined || missingIn(fields, givable) !== undefined) return undefined
  const lastDay = years === '0' ? undefined : lastDayAfter(Number(years), now)
  return { role, post, lastDay, name: name.trim(), ground: ground.trim() }
}
