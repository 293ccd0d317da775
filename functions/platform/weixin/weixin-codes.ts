import { WeixinError, type WeixinCode } from './weixin.ts'

/** The credential is old or not ours any more: worth one new one. */
export const isStaleToken = (errcode: number): boolean => [40001, 40014, 42001].includes(errcode)

/** Said to pass by itself within the second. Nothing else is asked twice. */
export const isPassing = (errcode: number): boolean => [-1, 45011].includes(errcode)

const CODES: ReadonlyMap<number, WeixinCode> = new Map([
  [-1, 'weixin.busy'],
  [45011, 'weixin.busy'],
  [44991, 'weixin.busy'],
  [45009, 'weixin.quota_exhausted'],
  [40029, 'weixin.code_invalid'],
  [40226, 'weixin.user_blocked'],
  [61010, 'weixin.user_away'],
  [43101, 'weixin.no_credit'],
  [43108, 'weixin.busy'],
  [40037, 'weixin.undeliverable'],
  [43107, 'weixin.undeliverable'],
  [45168, 'weixin.undeliverable'],
  [47003, 'weixin.undeliverable'],
])

export const errorOf = (errcode: number, errmsg = ''): WeixinError =>
  new WeixinError(CODES.get(errcode) ?? 'weixin.rejected', errcode, ridOf(errmsg))

/** `invalid code, rid: 6a0b-1c-2d` → `6a0b-1c-2d`. */
const ridOf = (errmsg: string): string | undefined => /\brid: ?([0-9a-f-]{1,64})/.exec(errmsg)?.[1]
