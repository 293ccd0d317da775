import type { RefusalCode } from '#shared/api.ts'
import type { Persons } from '../people/offers.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { WeixinError, type Weixin, type WeixinCode } from '../platform/weixin/weixin.ts'

const ANSWERS: Partial<Record<WeixinCode, RefusalCode>> = {
  'weixin.code_invalid': 'sessions.code_invalid',
  'weixin.user_blocked': 'sessions.user_blocked',
}

/** The person a code of `wx.login` stands for. WeChat being down is said, and stops nothing else. */
export async function personOfCode(
  code: string,
  weixin: Weixin,
  persons: Persons,
): Promise<string> {
  try {
    const { openid } = await weixin.codeToSession(code)
    return await persons.ofOpenid(openid)
  } catch (err) {
    if (!(err instanceof WeixinError)) throw err
    throw new RefusedError(ANSWERS[err.code] ?? 'sessions.weixin_unreachable', {}, { cause: err })
  }
}
