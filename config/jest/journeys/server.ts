// The product as built, in a process of its own, over the demo community.
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The demo's first day: a Saturday, 10:00 in Shanghai. */
export const DEMO_NOW = '2026-11-21T02:00:00Z'

export interface Server {
  readonly url: string
  /** Moves the demo's clock forward to an ISO instant. */
  moveTo(time: string): Promise<void>
  now(): Promise<Date>
  /** Ends the process and keeps its data. */
  goAway(): Promise<void>
  /** Starts it again, at the same address and on the same data. */
  comeBack(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

const FILLED = path.resolve('node_modules/.cache/demo-filled')
// As `npm start` runs it; what is stale was built before the first test.
const SERVE = "require('./dist/local.js').run('serve', [], () => Promise.resolve())"

/** A copy of the demo community of its own, served. The first one after a change of the server is filled, which takes a while. */
export async function startServer(): Promise<Server> {
  const folder = await mkdtemp(path.join(tmpdir(), 'journeys-'))
  await cp(await filledFolder(), folder, { recursive: true })
  let running = await serve(folder, 0)
  const { url } = running
  const clock = `${url}/demo/clock`
  return {
    url,
    async moveTo(time) {
      const headers = { 'content-type': 'application/json' }
      const reply = await fetch(clock, {
        method: 'POST',
        headers,
        body: JSON.stringify({ now: time }),
      })
      if (!reply.ok) throw new Error(`${reply.status}: ${await reply.text()}`)
    },
    async now() {
      const { now } = (await (await fetch(clock)).json()) as { now: string }
      return new Date(now)
    },
    goAway: () => end(running.child),
    async comeBack() {
      running = await serve(folder, Number(new URL(url).port))
    },
    async stop() {
      await end(running.child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// WeChat as the open internet has it: who it says it is, it is. Nothing else of WeChat is asked in a login.
const WEIXIN = `
  const outside = globalThis.fetch
  globalThis.fetch = (url, init) => String(url).startsWith('https://api.weixin.qq.com/sns/jscode2session')
    ? Promise.resolve(Response.json({ openid: new URL(url).searchParams.get('js_code'), session_key: 'key' }))
    : outside(url, init)
`
const ACCOUNT = {
  ...{ WX_APPID: 'wx0000000000000000', WX_SECRET: 'secret', WX_PUSH_TOKEN: 'token' },
  ...{ WX_PUSH_KEY: 'k'.repeat(43), PUBLIC_URL: 'https://jiayuan.example' },
}

/** Nothing of the demo: an empty store, the real clock, and people whom WeChat knows. */
export async function startProduction(): Promise<Pick<Server, 'url' | 'stop'>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'production-'))
  const { child, url } = await launch(WEIXIN + SERVE, folder, { MODE: 'production', ...ACCOUNT })
  return {
    url,
    async stop() {
      await end(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Running {
  readonly child: ChildProcess
  readonly url: string
}

const serve = (folder: string, port: number): Promise<Running> =>
  launch(SERVE, folder, { PORT: String(port), DEMO_NOW })

type Env = Readonly<Record<string, string>>

function launch(script: string, folder: string, env: Env): Promise<Running> {
  const child = spawn(process.execPath, ['-e', script], {
    env: {
      ...process.env,
      ...{ DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', LOG: 'off' },
      // Several people act at once from one address, without a thought between two taps.
      WRITES_PER_MINUTE: '100000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const url = /^ready (\S+)$/m.exec(said)?.[1]
      if (url !== undefined) resolve({ child, url })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`the server ended with ${String(code)}:\n${said}`)),
    )
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  // A page that is still open may keep its connection: the data is on disk either way.
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(late)
}

/** Filled once for each build of the server, and moved to its place in one step: several test processes may find it missing. */
async function filledFolder(): Promise<string> {
  const hash = createHash('sha256').update(readFileSync('dist/local.js')).digest('hex')
  const place = path.join(FILLED, hash.slice(0, 16))
  if (existsSync(place)) return place
  await mkdir(FILLED, { recursive: true })
  const old = (await readdir(FILLED)).filter((name) => !name.includes('.'))
  const part = `${place}.${process.pid}`
  const { child } = await serve(part, 0)
  await end(child)
  // Its time goes on from the day it was filled; each copy begins on that day anew.
  for (const name of ['clock.json', 'door.json']) await rm(path.join(part, name), { force: true })
  await rename(part, place).catch(() => rm(part, { recursive: true, force: true }))
  for (const name of old) await rm(path.join(FILLED, name), { recursive: true, force: true })
  return place
}
