import { compact, toHalfWidth } from './characters.ts'
import type { Doubt } from './problems.ts'
import type { CoOwnership } from './register.ts'

/** `part` of `of`, in lowest terms. */
export interface Ratio {
  readonly part: number
  readonly of: number
}

export interface ReadCoOwnership {
  readonly form?: CoOwnership
  /** One for each owner, in their order; together exactly a whole. */
  readonly shares?: readonly Ratio[]
  readonly doubts: readonly Doubt[]
}

const SOLE = /^(?:单独|独有|个人|一人|单独所有|否|非共有)/
const JOINT = /共同|夫妻|家庭共有/
const BY_SHARES = /按份|份额/
/** A form nobody has specified: half the registers write it for a couple, so it says nothing of the form. */
const UNSPECIFIC = /^(?:共有|共有产权|是|多人共有|\d+人共有)$/

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
const lowest = (part: number, of: number): Ratio => {
  const by = divisor(part, of)
  return { part: part / by, of: of / by }
}

// `50%`, `33.33%`, `1/2`, `二分之一`, `2分之1`
const SHARE =
  /(\d{1,3})(?:\.(\d{1,4}))?%|(\d{1,4})\/(\d{1,4})|([\d一二三四五六七八九十]{1,4})分之([\d一二三四五六七八九十]{1,4})/g
const PROPORTION = /^\d{1,4}(?::\d{1,4})+$/
const NUMERALS = '零一二三四五六七八九十'

const numberIn = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : text.length === 1 ? NUMERALS.indexOf(text) : 0

function ratioOf(match: RegExpMatchArray): Ratio | undefined {
  const [, whole, decimals = '', part, of, ofWord = '', partWord = ''] = match
  const ratio =
    whole !== undefined
      ? [Number(whole + decimals), 100 * 10 ** decimals.length]
      : part !== undefined
        ? [Number(part), Number(of)]
        : [numberIn(partWord), numberIn(ofWord)]
  const [up = 0, down = 0] = ratio
  return up > 0 && down >= up ? lowest(up, down) : undefined
}

/** The ratios a text names, in order: `张三50%、李四50%`, `各1/2`, `6:4`. Brackets and names between are no shares. */
export function ratiosIn(text: string, owners: number): readonly Ratio[] {
  const plain = compact(
    toHalfWidth(text)
      .replace(/[％﹪]/g, '%')
      .replace(/[：∶]/g, ':'),
  )
  if (PROPORTION.test(plain)) {
    const parts = plain.split(':').map(Number)
    const sum = parts.reduce((all, one) => all + one, 0)
    return parts.every((part) => part > 0) ? parts.map((part) => lowest(part, sum)) : []
  }
  const ratios = [...plain.matchAll(SHARE)].flatMap((match) => ratioOf(match) ?? [])
  const [only] = ratios
  const isEach = only !== undefined && ratios.length === 1 && /各|均|平均|每人/.test(plain)
  return isEach ? Array.from({ length: owners }, () => only) : ratios
}

/** Exact: 33.33 % three times is no whole. */
function isWhole(shares: readonly Ratio[]): boolean {
  let sum: Ratio = { part: 0, of: 1 }
  for (const { part, of } of shares) {
    sum = lowest(sum.part * of + part * sum.of, sum.of * of)
    if (!Number.isSafeInteger(sum.of * 10_000) || sum.part > sum.of) return false
  }
  return sum.part === sum.of
}

const formIn = (text: string): CoOwnership | 'sole' | 'unspecific' | undefined => {
  if (SOLE.test(text)) return 'sole'
  if (BY_SHARES.test(text)) return 'by_shares'
  if (JOINT.test(text)) return 'joint'
  return UNSPECIFIC.test(text) ? 'unspecific' : undefined
}

const isUnread = (form: string, ratios: readonly Ratio[]): boolean =>
  compact(form) !== '' && formIn(compact(form)) === undefined && ratios.length === 0

/** Told as such, or by shares that fit where nothing says it is otherwise. */
const areByShares = (form: ReturnType<typeof formIn>, fits: boolean): boolean =>
  form === 'by_shares' || (form !== 'sole' && fits)

const doubtsOf = (unread: boolean, wrong: boolean): readonly Doubt[] => [
  ...(unread ? (['co_ownership_not_recognised'] as const) : []),
  ...(wrong ? (['shares_do_not_add_up'] as const) : []),
]

/** How several owners own a unit. What does not fit the owners is not used, and said so. */
export function readCoOwnership(form: string, shares: string, owners: number): ReadCoOwnership {
  const named = formIn(compact(form))
  if (owners < 2) return { doubts: [] }
  if (named === 'joint') return { form: named, doubts: [] }
  const ratios = ratiosIn(shares || form, owners)
  const fits = ratios.length === owners && isWhole(ratios)
  const wrong = !fits && (ratios.length > 0 || compact(shares) !== '')
  const doubts = doubtsOf(isUnread(form, ratios), wrong)
  if (!areByShares(named, fits)) return { doubts }
  return { form: 'by_shares', ...(fits && { shares: ratios }), doubts }
}
