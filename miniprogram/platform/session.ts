import Taro from '@tarojs/taro'
import { sessions, type Session } from '#shared/sessions/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import { ApiError } from './api-error.ts'
import { cell } from './cell.ts'
import {
  codeOf,
  createClient,
  field,
  sendPatiently,
  type Reply,
  type Sending,
  type Transport,
} from './client.ts'
import { now } from './clock.ts'
import { deviceName } from './device-name.ts'
import { forgetSession, keepSession, sessionNow, type KeptSession } from './kept-session.ts'
import { askPresence } from './presence.ts'
import { request } from './request.ts'
import { stored } from './storage.ts'
import { wait } from './wait.ts'

const LOGIN_ROUTE = 'pages/login/index'
export const LOGIN_PAGE = `/${LOGIN_ROUTE}`

// Whoever signs out stays out: WeChat would otherwise let them in again without a word.
const left = stored('signed-out', z.literal(true))

const open = createClient(sessions, { send: request, wait })
// Its answer is given again, so it may be asked for again: three times within the minute that the server waits.
const patient = createClient(sessions, {
  send: (sending) => sendPatiently({ send: request, wait }, sending, true),
  wait,
})

/** Why the last login ended, where the server said so: told on the login page. */
export const whyEnded = cell<string | undefined>(undefined)

/** `code` from wx.login, or of a demo person. Throws an `ApiError` that says what to do. */
export async function signIn(code: string): Promise<void> {
  const device = deviceName()
  const session = await open.open({ code, ...(device !== undefined && { device }) })
  enter({ ...session, ...(code.startsWith('demo:') && { demo: code }) })
}

/** A session that came another way: a browser that was let in from the mini-program. */
export function enter(session: KeptSession): void {
  keepSession(session)
  left.remove()
  whyEnded.write(undefined)
}

export async function signInWithWeixin(): Promise<void> {
  await signIn(await weixinCode())
}

/** A code that says to the server whose WeChat this is. */
export async function weixinCode(): Promise<string> {
  const { code } = await Taro.login().catch(() => {
    throw new ApiError('client.no_code', '微信没有给出登录凭证，请过一会儿再点一次登录。')
  })
  return code
}

/** Forgets the session here whatever happens, and tells the server if it can be reached. */
export async function signOut(): Promise<void> {
  const token = sessionNow()?.token
  forgetSession()
  left.write(true)
  if (token === undefined) return
  const send: Transport = (sending) => request(bearing(sending, token))
  await createClient(sessions, { send, wait })
    .close({})
    .catch(() => undefined)
}

// A cast may want a fresher login than other dangerous acts.
const ASKS_WHO_IS_THERE: readonly (string | undefined)[] = [
  'sessions.confirm_needed',
  'votes.login_not_fresh',
]

/**
 * Sends with the session. One that has ended is renewed once; where it cannot be, the login page opens over this
 * one. What is dangerous is sent again once the person has shown to be there.
 */
export const authorized: Transport = async (sending) => {
  if (!sending.signed) return request(sending)
  const reply = await sendSigned(sending)
  if (!ASKS_WHO_IS_THERE.includes(codeOf(reply.data))) return reply
  if (await askPresence()) return sendSigned(sending)
  throw new ApiError('client.not_confirmed', '没有确认，所以没有提交。已填写的内容还在。', 403)
}

async function sendSigned(sending: Sending): Promise<Reply> {
  const held = sessionNow()
  if (held && !isOver(held)) {
    const reply = await request(bearing(sending, held.token))
    if (reply.status !== 401) return reply
    learnWhy(reply.data)
  }
  const current = sessionNow()?.token
  const isNewer = current !== undefined && current !== held?.token
  const token = isNewer ? current : await renew()
  if (token !== undefined) return request(bearing(sending, token))
  throw new ApiError('auth.required', whyEnded.read() ?? '请先登录。已填写的内容还在。', 401)
}

/** By the server's clock, and only where it can be renewed: the answer would be no. */
const isOver = ({ expiresAt, refresh }: KeptSession): boolean =>
  refresh !== undefined && Date.parse(expiresAt) <= now().getTime()

const bearing = (sending: Sending, token: string): Sending => ({
  ...sending,
  headers: { ...sending.headers, authorization: `Bearer ${token}` },
})

let renewing: Promise<string | undefined> | undefined

/** However many requests find the session ended, one of them renews it. */
function renew(): Promise<string | undefined> {
  renewing ??= enterAgain().finally(() => {
    renewing = undefined
  })
  return renewing
}

async function enterAgain(): Promise<string | undefined> {
  const held = sessionNow()
  if (held?.refresh !== undefined && (await refreshHeld(held, held.refresh))) {
    return sessionNow()?.token
  }
  forgetSession()
  if (__TARGET__ === 'weapp' && left.read() === undefined) return enterByWeixin()
  if (!isAtLogin()) await Taro.navigateTo({ url: LOGIN_PAGE })
  // On H5 the page is there only a while after that is answered; until then nobody else may open it again.
  for (let turn = 0; turn < 40 && !isAtLogin(); turn += 1) await wait(50)
  return undefined
}

/** Nobody notices, unless the login ended for safety. */
async function enterByWeixin(): Promise<string | undefined> {
  const why = whyEnded.read()
  await signInWithWeixin()
  if (why !== undefined) {
    void Taro.showModal({ title: '登录提醒', content: why, showCancel: false })
  }
  return sessionNow()?.token
}

/** Whether there is a session afterwards. Throws where nobody could be asked: the one at hand is kept. */
async function refreshHeld(held: KeptSession, refresh: string): Promise<boolean> {
  let session: Session
  try {
    session = await patient.refresh({ refresh })
  } catch (err) {
    if (!(err instanceof ApiError) || err.status !== 401) throw err
    learnWhy({ code: err.code, detail: err.detail })
    // Another tab may have signed in meanwhile.
    return sessionNow() !== undefined && sessionNow()?.refresh !== refresh
  }
  // Whoever signed out while it was on its way stays out.
  if (sessionNow()?.refresh === refresh) keepSession({ ...held, ...session })
  return sessionNow() !== undefined
}

function learnWhy(data: unknown): void {
  const code = codeOf(data) ?? ''
  if (!code.startsWith('sessions.ended_')) return
  whyEnded.write(field(data, 'detail'))
  // Ended by the person's own hand, it stays ended until they sign in here.
  if (code === 'sessions.ended_by_you') left.write(true)
}

function isAtLogin(): boolean {
  const pages = Taro.getCurrentPages()
  return (pages[pages.length - 1]?.route ?? '').includes(LOGIN_ROUTE)
}
