const MESSAGES: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40004: 'invalid media type',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  42001: 'access_token expired',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message capability is banned',
  43108: 'concurrent to the same user',
  44002: 'empty post data',
  44991: 'reach max api minute quota limit',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45168: 'content has sensitive words',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid! data format error',
  61010: 'code is expired',
  87009: 'invalid signature',
}

/** How api.weixin.qq.com says no: HTTP 200, and what was wrong in the body. */
export interface Refused {
  readonly errcode: number
  readonly errmsg: string
}

export const refused = (errcode: number, random: () => number): Refused => ({
  errcode,
  errmsg: `${MESSAGES[errcode] ?? 'error'}, rid: ${traceOf(random)}`,
})

/** `6a0b1c2d-3e4f5a6b-7c8d9e0f`, as WeChat names requests. */
export const traceOf = (random: () => number): string =>
  [hex(random, 8), hex(random, 8), hex(random, 8)].join('-')

export const hex = (random: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
