import * as z from '#shared/kernel/zod.ts'
import { stableToken, type AskToken } from './stable-token.ts'
import { piecesOf } from './text-pieces.ts'
import { isStaleToken } from './weixin-codes.ts'
import { askWeixin, read, type Outside } from './weixin-request.ts'
import {
  SUGGESTIONS,
  WeixinError,
  type Scene,
  type SubscribeAsk,
  type Verdict,
  type Weixin,
} from './weixin.ts'

export interface WeixinSettings {
  readonly appid: string
  readonly secret: string
  /** Without a slash at its end. */
  readonly baseUrl?: string
  /** For one answer; being told "busy" may take three. */
  readonly timeoutMs?: number
  /** Which version of the mini-program a message opens; the released one unless said otherwise. */
  readonly opens?: 'formal' | 'trial' | 'developer'
}

const SCENES: Readonly<Record<Scene, number>> = { profile: 1, comment: 2, forum: 3, journal: 4 }
const MEDIA = { audio: 1, image: 2 } as const
const VERSION = 2

const Account = z.object({ openid: z.string().min(1), unionid: z.string().min(1).optional() })
const Phone = z.object({
  phone_info: z.object({ purePhoneNumber: z.string().regex(/^\d{5,15}$/) }),
})
const Token = z.object({ access_token: z.string().min(1), expires_in: z.number() })
// The documents say number, the push has been seen with a string.
export const Label = z.coerce.number().int()
const Judged = z.object({ result: z.object({ suggest: z.enum(SUGGESTIONS), label: Label }) })
const Traced = z.object({ trace_id: z.string().min(1) })

/** api.weixin.qq.com, or whatever answers like it at `baseUrl`. */
export function weixinHttp(settings: WeixinSettings, outside: Outside): Weixin {
  const { share = alone } = outside
  const {
    appid,
    secret,
    baseUrl = 'https://api.weixin.qq.com',
    timeoutMs = 5_000,
    opens = 'formal',
  } = settings
  const ask = (path: string, query: Readonly<Record<string, string>>, init: RequestInit) =>
    askWeixin(outside, `${baseUrl}${path}?${new URLSearchParams(query)}`, init, timeoutMs)

  const askToken: AskToken = async () => {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: false }
    const answer = await ask('/cgi-bin/stable_token', {}, post(body))
    const { access_token, expires_in } = read(Token, answer)
    return { token: access_token, expiresIn: expires_in }
  }
  const token = stableToken(share(askToken), outside.now)

  const askWithToken = async (path: string, body: object): Promise<unknown> => {
    const held = await token.get()
    try {
      return await ask(path, { access_token: held }, post(body))
    } catch (err) {
      if (!(err instanceof WeixinError) || !isStaleToken(err.errcode ?? 0)) throw err
      token.drop(held)
      return ask(path, { access_token: await token.get() }, post(body))
    }
  }

  return {
    async codeToSession(code) {
      const query = { appid, secret, js_code: code, grant_type: 'authorization_code' }
      const { openid, unionid } = read(Account, await ask('/sns/jscode2session', query, {}))
      return unionid === undefined ? { openid } : { openid, unionid }
    },
    async phoneNumber(code, openid) {
      const answer = await askWithToken('/wxa/business/getuserphonenumber', { code, openid })
      return read(Phone, answer).phone_info.purePhoneNumber
    },
    async checkText({ openid, content, scene }) {
      const verdicts: Verdict[] = []
      for (const piece of piecesOf(content)) {
        const body = { openid, content: piece, version: VERSION, scene: SCENES[scene] }
        verdicts.push(read(Judged, await askWithToken('/wxa/msg_sec_check', body)).result)
      }
      return worstOf(verdicts)
    },
    async checkMedia({ openid, mediaUrl, kind, scene }) {
      const what = { media_url: mediaUrl, media_type: MEDIA[kind] }
      const body = { ...what, openid, version: VERSION, scene: SCENES[scene] }
      const { trace_id } = read(Traced, await askWithToken('/wxa/media_check_async', body))
      return { traceId: trace_id }
    },
    async sendSubscribe(asked) {
      await askWithToken('/cgi-bin/message/subscribe/send', subscribeBody(asked, opens))
    },
  }
}

function subscribeBody({ openid, templateId, page, fields }: SubscribeAsk, opens: string): object {
  const data = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }]))
  const what = { touser: openid, template_id: templateId, page, data }
  return { ...what, miniprogram_state: opens, lang: 'zh_CN' }
}

/** One process needs nobody to agree with. */
const alone = (ask: AskToken): AskToken => ask

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const worstOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce(
    (worst, next) =>
      SUGGESTIONS.indexOf(next.suggest) > SUGGESTIONS.indexOf(worst.suggest) ? next : worst,
    { suggest: 'pass', label: 100 },
  )
