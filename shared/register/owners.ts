import { compact, toHalfWidth } from './characters.ts'
import type { Doubt } from './problems.ts'

/** More than this many on one unit is a list of something else. */
export const MOST_OWNERS = 40

const ORGANISATION =
  /(?:公司|集团|中心|委员会|合作社|事务所|银行|学校|幼儿园|医院|政府|管理局|管理处|街道办|办事处|厂|商行|超市|协会|基金会|合伙\)?)$/

/** An owner as one row names one: who it is shows only beside all other rows. */
export interface NamedOwner {
  readonly name: string
  /** Upper case, without spaces; may be masked: `5103**********2614`. */
  readonly identity?: string
  /** Digits only. */
  readonly phone?: string
}

const split = (text: string): readonly string[] =>
  toHalfWidth(text)
    .split(/[、,;/]/)
    .map((part) => part.trim())

const filled = (parts: readonly string[]): readonly string[] =>
  parts.filter((part) => compact(part) !== '')

/** `夏国 / 孟国洋` → two names; spaces inside a Chinese name (`张 三`) mean nothing. */
export const splitNames = (text: string): readonly string[] =>
  filled(split(text)).map((name) =>
    /[a-z]/i.test(name) ? name.replace(/ +/g, ' ') : name.replace(/ /g, ''),
  )

export const isOrganisation = (name: string): boolean => ORGANISATION.test(name)

const identityOf = (text: string): string | undefined =>
  compact(text)
    .toUpperCase()
    .replace(/[＊×•●]/g, '*') || undefined

/** `+86 138-0000-0886` → `13800000886`, `0813-5550100` → `08135550100`; too short to be a phone: nothing. */
export function phoneOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
  return digits.length >= 7 && digits.length <= 15 ? digits : undefined
}

/** One value for each owner, in their order; `undefined` where the counts do not match. */
function aligned(text: string, owners: number): readonly string[] | undefined {
  const parts = split(text)
  if (parts.length === owners) return parts
  const present = filled(parts)
  if (present.length === 0) return Array.from({ length: owners }, () => '')
  return present.length === owners ? present : undefined
}

export interface WrittenOwners {
  readonly owner: string
  readonly identity: string
  /** A spreadsheet keeps 15 digits of a number: an identity number of 18 has lost its last. */
  readonly identityIsNumber: boolean
  readonly phone: string
}

export interface NamedOwners {
  readonly owners: readonly NamedOwner[]
  readonly doubts: readonly Doubt[]
}

const lostDigits = ({ identity, identityIsNumber }: WrittenOwners): boolean => {
  const written = compact(identity)
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(written) || (identityIsNumber && /^\d{16,}$/.test(written))
}

function identitiesOf(written: WrittenOwners, owners: number): readonly string[] | Doubt {
  if (lostDigits(written)) return 'identity_lost_digits'
  return aligned(written.identity, owners) ?? 'identities_do_not_match_owners'
}

/** Several phones of a single owner: the first. One phone for several owners is theirs in common. */
function phonesOf(written: string, owners: number): readonly string[] | Doubt {
  const phones = filled(split(written))
  const [first] = phones
  if (first !== undefined && (owners === 1 || phones.length === 1)) {
    return Array.from({ length: owners }, () => first)
  }
  return aligned(written, owners) ?? 'phones_do_not_match_owners'
}

/** The owners a row names, each with the identity and phone that stand at the same place. */
export function readOwners(written: WrittenOwners): NamedOwners {
  const names = splitNames(written.owner)
  const identities = identitiesOf(written, names.length)
  const phones = phonesOf(written.phone, names.length)
  const doubts = [identities, phones].filter((found): found is Doubt => typeof found === 'string')
  const owners = names.map((name, i) => {
    const identity = typeof identities === 'string' ? undefined : identityOf(identities[i] ?? '')
    const phone = typeof phones === 'string' ? undefined : phoneOf(phones[i] ?? '')
    return { name, ...(identity && { identity }), ...(phone && { phone }) }
  })
  return { owners, doubts: names.length === 0 ? [] : doubts }
}
