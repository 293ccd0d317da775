import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { createWeixinStandIn, type WeixinStandIn } from './stand-in/stand-in.ts'
import type { StandInOutside, StandInSettings } from './stand-in/stand-in-settings.ts'
import { weixinHttp } from './weixin-http.ts'
import type { Weixin } from './weixin.ts'

export const APP = { appid: 'wx8f16a5be77871234', secret: 'stand-in secret of 32 characters' }

/** The same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

export interface Clock {
  readonly now: () => Date
  pass(ms: number): void
}
export function clockAt(start: string): Clock {
  let time = Date.parse(start)
  return {
    now: () => new Date(time),
    pass: (ms) => {
      time += ms
    },
  }
}

/** Tasks that were put off, run when the test says so. */
export function agenda() {
  const tasks: { readonly ms: number; readonly task: () => Promise<void> }[] = []
  return {
    later: (ms: number, task: () => Promise<void>): void => void tasks.push({ ms, task }),
    waits: (): readonly number[] => tasks.map(({ ms }) => ms),
    /** Runs what was put off, to its end; what that puts off in its turn waits for the next run. */
    async run(): Promise<void> {
      await Promise.all(tasks.splice(0).map(({ task }) => task()))
    },
  }
}

export function standIn(
  clock: Clock,
  settings: Partial<StandInSettings> = {},
  outside: Partial<StandInOutside> = {},
): WeixinStandIn {
  return createWeixinStandIn({
    now: clock.now,
    random: seeded(7),
    push: () => Promise.reject(new Error('nobody listens')),
    download: () => Promise.resolve(new Response('', { status: 404 })),
    later: (ms, task) => void setTimeout(() => void task(), ms).unref(),
    ...outside,
    settings: { ...APP, ...settings },
  })
}

/** The stand-in behind a real socket, and the real adapter in front of it. */
export async function serveStandIn(clock: Clock, twin: WeixinStandIn, timeoutMs = 500) {
  const requests: string[] = []
  const server = serve({ fetch: twin.app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const waits: number[] = []
  const weixin: Weixin = weixinHttp(
    { ...APP, baseUrl, timeoutMs },
    {
      fetch: (url, init) => {
        requests.push(new URL(url).pathname)
        return fetch(url, init)
      },
      now: clock.now,
      random: () => 0.5,
      wait: (ms) => {
        waits.push(ms)
        return Promise.resolve()
      },
    },
  )
  return {
    weixin,
    baseUrl,
    requests,
    waits,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** A login code, as a phone would get one. */
export const codeFor = (twin: WeixinStandIn, user: string, appid?: string): Promise<string> =>
  issued(twin, '/stand-in/codes', appid === undefined ? { user } : { user, appid })

/** What the button for the phone number gives to this user's phone. */
export const phoneCodeFor = (twin: WeixinStandIn, user: string, number: string): Promise<string> =>
  issued(twin, '/stand-in/phone-codes', { user, number })

async function issued(twin: WeixinStandIn, path: string, what: object): Promise<string> {
  const response = await twin.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  })
  return ((await response.json()) as { code: string }).code
}
