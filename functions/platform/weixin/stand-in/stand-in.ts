import { createHmac } from 'node:crypto'
import { Hono, type Context } from 'hono'
import * as z from '#shared/kernel/zod.ts'
import { accountsOf, type Accounts } from './accounts.ts'
import { refused } from './answers.ts'
import { checksOf } from './checks.ts'
import { mediaChecks } from './media-check.ts'
import { pushOutOf } from './push-out.ts'
import type { StandInOutside, StandInSettings, Switches } from './stand-in-settings.ts'
import { phonesOf, type Phones } from './phones.ts'
import { addSubscriptionPages } from './subscription-pages.ts'
import { subscriptionsOf } from './subscriptions.ts'
import { tokensOf, type Tokens } from './tokens.ts'

export interface WeixinStandIn {
  readonly app: Hono
  readonly switches: Switches
  /** For the adapter in the same process: no socket, and an abort is heeded. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

const Code = z.strictObject({ user: z.string().min(1).max(64), appid: z.string().optional() })
const PhoneCode = z.strictObject({
  user: z.string().min(1).max(64),
  number: z.string().regex(/^\d{5,15}$/),
})
const Turn = z.strictObject({
  down: z.boolean().optional(),
  slowMs: z.int().min(0).max(60_000).optional(),
  failures: z.array(z.int()).max(100).optional(),
})

/** Answers like api.weixin.qq.com as far as this product asks it, and issues the login codes a phone would. */
export function createWeixinStandIn(
  outside: StandInOutside & { readonly settings: StandInSettings },
): WeixinStandIn {
  const { settings, random } = outside
  const switches: Switches = { down: false, slowMs: 0, failures: [] }
  const accounts = accountsOf(settings, outside)
  const tokens = tokensOf(outside)
  const app = new Hono()
  const say: Say = (c, answer) =>
    c.json(
      typeof answer === 'number'
        ? refused(answer, random)
        : { errcode: 0, errmsg: 'ok', ...answer },
    )

  const phones = phonesOf(settings, outside, accounts)
  addControls(app, settings, accounts, switches, phones)
  addTrouble(app, outside, switches, say)
  addLogin(app, settings, accounts, tokens, say)
  addTokens(app, settings, tokens, say)
  addCheck(app, '/wxa/business/getuserphonenumber', tokens, say, (body) => phones.answer(body))
  const checks = checksOf(settings, outside, accounts, mediaChecks(settings, outside))
  addCheck(app, '/wxa/msg_sec_check', tokens, say, (body) => checks.text(body))
  addCheck(app, '/wxa/media_check_async', tokens, say, (body) => checks.media(body))
  const subscriptions = subscriptionsOf(settings, outside, accounts, pushOutOf(settings, outside))
  addSubscriptionPages(app, settings, accounts, subscriptions)
  addCheck(app, '/cgi-bin/message/subscribe/send', tokens, say, (body) => subscriptions.send(body))
  return { app, switches, fetch: inProcess(app) }
}

type Say = (c: Context, answer: object | number) => Response

/** Its own addresses, which WeChat does not have. */
function addControls(
  app: Hono,
  settings: StandInSettings,
  accounts: Accounts,
  switches: Switches,
  phones: Phones,
): void {
  app.post('/stand-in/codes', async (c) => {
    const { data } = Code.safeParse(await c.req.json().catch(() => undefined))
    if (!data) return c.text('{user, appid?}', 400)
    return c.json({ code: accounts.issue(data.user, data.appid ?? settings.appid) })
  })
  app.post('/stand-in/phone-codes', async (c) => {
    const { data } = PhoneCode.safeParse(await c.req.json().catch(() => undefined))
    return data
      ? c.json({ code: phones.issue(data.user, data.number) })
      : c.text('{user, number}', 400)
  })
  app.post('/stand-in/switches', async (c) => {
    const { data } = Turn.safeParse(await c.req.json().catch(() => undefined))
    return data ? c.json(Object.assign(switches, data)) : c.text('{down?, slowMs?, failures?}', 400)
  })
}

function addTrouble(app: Hono, { later }: StandInOutside, switches: Switches, say: Say): void {
  app.use(async (c, next) => {
    if (switches.slowMs > 0) {
      const { slowMs } = switches
      await new Promise<void>((resolve) => {
        later(slowMs, () => {
          resolve()
          return Promise.resolve()
        })
      })
    }
    if (switches.down) return c.html('<html><h1>502 Bad Gateway</h1></html>', 502)
    const failure = switches.failures.shift()
    if (failure !== undefined) return say(c, failure)
    await next()
    return undefined
  })
}

function addLogin(
  app: Hono,
  settings: StandInSettings,
  accounts: Accounts,
  tokens: Tokens,
  say: Say,
): void {
  app.get('/sns/jscode2session', (c) => {
    const { js_code: code = '', grant_type } = c.req.query()
    const wrong = appRefusal(c.req.query(), settings)
    if (wrong !== 0) return say(c, wrong)
    if (code === '') return say(c, 41008)
    if (grant_type !== 'authorization_code') return say(c, 40002)
    const login = accounts.redeem(code)
    return typeof login === 'number' ? say(c, login) : c.json(login)
  })
  app.get('/wxa/checksession', (c) => {
    const { access_token, openid = '', signature, sig_method } = c.req.query()
    const wrong = tokens.refusalOf(access_token)
    if (wrong !== 0) return say(c, wrong)
    const key = accounts.sessionKeyOf(openid)
    const right = key !== undefined && createHmac('sha256', key).update('').digest('hex')
    return say(c, sig_method === 'hmac_sha256' && signature === right ? {} : 87009)
  })
}

function addTokens(app: Hono, settings: StandInSettings, tokens: Tokens, say: Say): void {
  app.get('/cgi-bin/token', (c) => {
    const wrong = credentialRefusal(c.req.query(), settings)
    return wrong === 0 ? c.json(tokens.classic()) : say(c, wrong)
  })
  posted(app, '/cgi-bin/stable_token', say, (body) => {
    const wrong = credentialRefusal(body, settings)
    return wrong === 0 ? tokens.stable(body['force_refresh'] === true) : wrong
  })
}

function addCheck(
  app: Hono,
  path: string,
  tokens: Tokens,
  say: Say,
  check: (body: Fields) => object | number,
): void {
  posted(app, path, say, (body, c) => {
    const wrong = tokens.refusalOf(c.req.query('access_token'))
    return wrong === 0 ? check(body) : wrong
  })
}

type Fields = Readonly<Record<string, unknown>>

/** A call that must be a POST with a JSON object. */
function posted(
  app: Hono,
  path: string,
  say: Say,
  answer: (body: Fields, c: Context) => object | number,
): void {
  app.all(path, async (c) => {
    if (c.req.method !== 'POST') return say(c, 43002)
    const body: unknown = await c.req.json().catch(() => undefined)
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
    return say(c, isObject ? answer(body as Fields, c) : 47001)
  })
}

function appRefusal({ appid, secret }: Fields, settings: StandInSettings): number {
  if (appid === undefined || appid === '') return 41002
  if (appid !== settings.appid) return 40013
  if (secret === undefined || secret === '') return 41004
  return secret === settings.secret ? 0 : 40125
}

const credentialRefusal = (fields: Fields, settings: StandInSettings): number =>
  fields['grant_type'] === 'client_credential' ? appRefusal(fields, settings) : 40002

const inProcess =
  (app: Hono): WeixinStandIn['fetch'] =>
  (url, init) =>
    new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => {
        reject(new DOMException('aborted', 'TimeoutError'))
      })
      // The abort is heeded above: a request that follows a signal is dear, and is collected late.
      Promise.resolve(app.request(url, { ...init, signal: null })).then(resolve, reject)
    })
