/** What the product asks of WeChat's servers. The session key and the app's secret never leave the adapter. */
export interface Weixin {
  /**
   * Whose login this is. A code is good for one use within five minutes.
   * @throws WeixinError
   */
  codeToSession(code: string): Promise<WeixinAccount>
  /**
   * The number, without country code, of the phone whose owner pressed WeChat's button. The code is good for one
   * use within five minutes, is no login code, and stands for this account only.
   * @throws WeixinError
   */
  phoneNumber(code: string, openid: string): Promise<string>
  /**
   * Text of any length, judged as WeChat's worst word on any part of it.
   * @throws WeixinError
   */
  checkText(ask: TextAsk): Promise<Verdict>
  /**
   * Asks for a picture or sound to be looked at; the verdict comes as a push that names the trace.
   * @throws WeixinError
   */
  checkMedia(ask: MediaAsk): Promise<{ readonly traceId: string }>
  /**
   * A message to somebody who agreed to one of this template; WeChat takes one for each time they agreed.
   * Sent again after an answer that was lost it may come twice.
   * @throws WeixinError
   */
  sendSubscribe(ask: SubscribeAsk): Promise<void>
}

export interface WeixinAccount {
  readonly openid: string
  /** Only where the app is bound to an open platform account. */
  readonly unionid?: string
}

/** Where what was written will be seen: WeChat judges a comment and a profile differently. */
export type Scene = 'profile' | 'comment' | 'forum' | 'journal'

export interface TextAsk {
  /** Of the person who wrote it, who must have used the app within the last two hours. */
  readonly openid: string
  readonly content: string
  readonly scene: Scene
}

interface MediaAsk {
  readonly openid: string
  /** At most 10 MB, downloadable by WeChat without a login for half an hour. */
  readonly mediaUrl: string
  readonly kind: 'image' | 'audio'
  readonly scene: Scene
}

export interface SubscribeAsk {
  readonly openid: string
  /** WeChat's id of the template. */
  readonly templateId: string
  /** What opens by a tap, without a slash at its start: `resident/inbox/index?open=…`. */
  readonly page: string
  /** By the template's keys, within the limits of their kinds. */
  readonly fields: Readonly<Record<string, string>>
}

export const SUGGESTIONS = ['pass', 'review', 'risky'] as const
export type Suggestion = (typeof SUGGESTIONS)[number]

export interface Verdict {
  readonly suggest: Suggestion
  /** 100 is harmless; 10001 advertising, 20001 politics, 20002 pornography, 20003 abuse, 20006 crime … 21000 other. */
  readonly label: number
}

export type WeixinCode =
  /** The login code is unknown, used or older than five minutes. */
  | 'weixin.code_invalid'
  /** WeChat holds the account for risky. */
  | 'weixin.user_blocked'
  /** The person has not used the app within two hours: WeChat checks nothing of theirs now. */
  | 'weixin.user_away'
  /** The person agreed to no message of this template, or to no more. */
  | 'weixin.no_credit'
  /** WeChat will not deliver this message, now or later: its fields, its words, its template or the person. */
  | 'weixin.undeliverable'
  /** Overloaded, or a quota per minute is used up: later. */
  | 'weixin.busy'
  /** The quota of the day is used up. */
  | 'weixin.quota_exhausted'
  /** No answer, or none that makes sense. */
  | 'weixin.unreachable'
  /** WeChat does not accept how we asked: wrong secret, address not listed, … Ours to mend. */
  | 'weixin.rejected'

/** WeChat said no. `errcode` and `rid` are what its support asks for. */
export class WeixinError extends Error {
  override name = 'WeixinError'
  readonly code: WeixinCode
  readonly errcode: number | undefined
  readonly rid: string | undefined

  constructor(code: WeixinCode, errcode?: number, rid?: string, options?: ErrorOptions) {
    super([code, errcode, rid].filter((part) => part !== undefined).join(' '), options)
    this.code = code
    this.errcode = errcode
    this.rid = rid
  }
}
