import Taro from '@tarojs/taro'
import { Session, sessions } from '#shared/sessions/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import { ApiError } from './api-error.ts'
import { createClient, type Reply, type Sending, type Transport } from './client.ts'
import { request } from './request.ts'
import { stored } from './storage.ts'
import { wait } from './wait.ts'

const LOGIN_ROUTE = 'pages/login/index'
export const LOGIN_PAGE = `/${LOGIN_ROUTE}`

const kept = stored('session', Session)
// Whoever signs out stays out: WeChat would otherwise let them in again without a word.
const left = stored('signed-out', z.literal(true))

const open = createClient(sessions, { send: request, wait })

const tokenNow = (): string | undefined => kept.read()?.token

/** `code` from wx.login, or of a demo person. Throws an `ApiError` that says what to do. */
export async function signIn(code: string): Promise<void> {
  kept.write(await open.open({ code }))
  left.remove()
}

export async function signInWithWeixin(): Promise<void> {
  const { code } = await Taro.login().catch(() => {
    throw new ApiError('client.no_code', '微信没有给出登录凭证，请过一会儿再点一次登录。')
  })
  await signIn(code)
}

/** Forgets the session here whatever happens, and tells the server if it can be reached. */
export async function signOut(): Promise<void> {
  const token = tokenNow()
  kept.remove()
  left.write(true)
  if (token === undefined) return
  const send: Transport = (sending) => request(bearing(sending, token))
  await createClient(sessions, { send, wait })
    .close({})
    .catch(() => undefined)
}

/** Sends with the session. One that has ended is renewed once; where it cannot be, the login page opens over this one. */
export const authorized: Transport = async (sending) => {
  if (!sending.signed) return request(sending)
  const token = tokenNow()
  const reply = token === undefined ? undefined : await request(bearing(sending, token))
  if (reply && reply.status !== 401) return reply
  const current = tokenNow()
  const isNewer = current !== undefined && current !== token
  return retry(sending, isNewer ? current : await renew())
}

async function retry(sending: Sending, token: string | undefined): Promise<Reply> {
  if (token !== undefined) return request(bearing(sending, token))
  throw new ApiError('auth.required', '请先登录。已填写的内容还在。', 401)
}

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
  kept.remove()
  if (__TARGET__ === 'weapp' && left.read() === undefined) {
    await signInWithWeixin()
    return tokenNow()
  }
  if (!isAtLogin()) await Taro.navigateTo({ url: LOGIN_PAGE })
  // On H5 the page is there only a while after that is answered; until then nobody else may open it again.
  for (let turn = 0; turn < 40 && !isAtLogin(); turn += 1) await wait(50)
  return undefined
}

function isAtLogin(): boolean {
  const pages = Taro.getCurrentPages()
  return (pages[pages.length - 1]?.route ?? '').includes(LOGIN_ROUTE)
}
