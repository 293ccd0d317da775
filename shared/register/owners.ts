import { compact, toHalfWidth } from './characters.ts'
import type { Doubt } from './problems.ts'

/** More than this many on one unit is a list of something else. */
export const MOST_OWNERS = 40

const ORGANISATION =
  /(?:公司|企业|集团|中心|委员会|村委会?|居委会?|业委会|合作社|信用社|供销社|经济社|事务所|研究[所院]|设计院|银行|[支分]行|学校|[小中大]学|学院|幼儿园|医院|卫生院|法院|检察院|派出所|政府|单位|机关|管理局|管理处|管理所|街道办?|办事处|指挥部|经营部|工作室|工作站|厂|商行|超市|商店|酒店|宾馆|药房|诊所|协会|商会|工会|基金会|教会|寺|合伙\)?)$/
/** These end names of people too, but hardly of so many characters. */
const LIKELY_ORGANISATION = /(?:局|厅|部|站|所|处|队|院|店|场|馆|社|组|会|园|楼)$/
const REMARK = /\([^()]{1,12}\)$/
/** GB 32100-2015: of a company (`9…`), or of another body, which a letter within tells from a person's number. */
const CREDIT_CODE = /^(?:9[1-39]|[1-5Y][1-39](?=.*[A-Z].))\d{6}[0-9A-Z*]{10}$/

/** An owner as one row names one: who it is shows only beside all other rows. */
export interface NamedOwner {
  readonly name: string
  /** Upper case, without spaces; may be masked: `5103**********2614`. */
  readonly identity?: string
  /** Digits only. */
  readonly phone?: string
}

const split = (text: string, between = /[、,;/|]/): readonly string[] =>
  toHalfWidth(text)
    .split(between)
    .map((part) => part.trim())

const filled = (parts: readonly string[]): readonly string[] =>
  parts.filter((part) => compact(part) !== '')

const COMPOUND_SURNAME =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|轩辕|端木|西门|南宫|独孤|长孙|宇文|司徒|鲜于|申屠|闻人)$/
const WHOLE_NAME = /^[\u3400-\u9fff]{2,4}$/
/** `张三（50%）`, `李四(共有)`: what is said beside a name is no part of it. */
const BESIDE_NAME =
  /\((?:[\d.]+%|\d+\/\d+|共有.{0,4}|产权人|业主|户主|配偶|妻|夫|夫妻|父|母|子|女|已故|代)\)/g

const isWholeName = (part: string): boolean =>
  WHOLE_NAME.test(part) || (part.length >= 5 && isOrganisation(part))

/** `张 三` is one name; `张三 李四` are two, unless the first is a surname of two. */
function partsOfName(name: string): readonly string[] {
  if (/[a-z]/i.test(name)) return [name.replace(/ +/g, ' ')]
  const parts = name.split(/ +/)
  const several = parts.length > 1 && parts.every(isWholeName)
  return several && !COMPOUND_SURNAME.test(parts[0] ?? '') ? parts : [parts.join('')]
}

/** `夏国 / 孟国洋` → two names; spaces inside a Chinese name (`张 三`) mean nothing. */
export const splitNames = (text: string): readonly string[] =>
  filled(split(toHalfWidth(text).replace(BESIDE_NAME, ''), /[、,;/|&+]/)).flatMap(partsOfName)

export function isOrganisation(name: string, identity?: string): boolean {
  if (identity !== undefined && CREDIT_CODE.test(identity)) return true
  const bare = name.replace(REMARK, '')
  if (ORGANISATION.test(name) || ORGANISATION.test(bare)) return true
  return bare.length >= 5 && LIKELY_ORGANISATION.test(bare)
}

/** Companies that build and sell homes, by what they call themselves. */
export const isDeveloperName = (name: string): boolean =>
  isOrganisation(name) && /置业|地产|房产|房开|城投|开发/.test(name)

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
  return (
    aligned(written.identity.replace(IDENTITY_BREAK, '$1、'), owners) ??
    'identities_do_not_match_owners'
  )
}

const PHONE_BREAK = /([\d*]{7,})\s+(?=[\d+*]{7,})/g
const IDENTITY_BREAK = /([\dX*]{15,})\s+(?=[\d*]{6,})/gi

/** Several phones of a single owner: the first. One phone for several owners is theirs in common. */
function phonesOf(written: string, owners: number): readonly string[] | Doubt {
  const phones = filled(split(written.replace(PHONE_BREAK, '$1、')))
  const [first] = phones
  if (first !== undefined && (owners === 1 || phones.length === 1)) {
    return Array.from({ length: owners }, () => first)
  }
  return aligned(written.replace(PHONE_BREAK, '$1、'), owners) ?? 'phones_do_not_match_owners'
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
