import path from 'node:path'
import { Hono } from 'hono'
import { createApp } from '../app.ts'
import { createJobs } from '../jobs.ts'
import { answerErrors } from '../platform/http/answer-errors.ts'
import { openDataFolder, type DataFolder } from './data-folder.ts'
import { doErrand } from './errands.ts'
import { demoRoutes } from './demo-routes.ts'
import { openDoor, type OpenDoor } from './door.ts'
import { listen } from './http-server.ts'
import { openMachine, type Machine } from './machine.ts'
import type { Site } from './open-weixin.ts'
import type { LocalSettings } from './settings.ts'
import { siteRoutes } from './site.ts'
import type { Surroundings } from './surroundings.ts'
import { timedJobs, type TimedJobs } from './timed-jobs.ts'
import { welcome } from './welcome.ts'

export interface Serving {
  readonly url: string
  /** What to say once the caller is ready to stop it: who reads it may send a signal at once. */
  readonly hello: readonly string[]
  /** Lets requests in flight and the sweep under way finish, then closes the store. */
  stop(): Promise<void>
}

/**
 * Everything from one process: API, H5 app, photos, timed jobs, and in the demo a stand-in for WeChat.
 * @throws StartError in one line
 */
export async function serveOneMachine(
  settings: LocalSettings,
  around: Surroundings,
): Promise<Serving> {
  const folder = openDataFolder(settings.folder)
  // The stand-in for WeChat sends its messages by the way everybody comes.
  const front: Site = { fetch: () => new Response('starting', { status: 503 }) }
  const machine = await openMachine(settings, folder, around, front)
  try {
    return await serve(settings, folder, machine, around, front)
  } catch (err) {
    await machine.store.close()
    throw err
  }
}

async function serve(
  settings: LocalSettings,
  folder: DataFolder,
  machine: Machine,
  around: Surroundings,
  front: Site,
): Promise<Serving> {
  const { ports, store, clock } = machine
  const door = openDoor(folder.door, {
    backup: () => machine.backup(),
    errand: async (name, request) =>
      doErrand(name, { body: await bytesOf(request), query: queryOf(request) }, machine),
  })
  // They begin once the store is filled: the story's votes are not to be opened by the real clock.
  const begun: { jobs?: TimedJobs } = {}
  let ready = false
  const site = new Hono()
  // Until the first start has filled the store, nobody sees half of it.
  site.use(async (c, next) => {
    if (!ready) return c.text('starting', 503)
    await next()
    return undefined
  })
  putTogether(site, machine, door, settings, () => begun.jobs?.signal())
  const api = createApp(ports)
  front.fetch = (request, env) =>
    ready && isForApi(request.url) ? api.fetch(request, env) : site.fetch(request, env)
  // The port is taken before anything long begins, so that a second start fails at once.
  const listening = await listen(front.fetch, settings.host, settings.port, ports.now)
  const stop = async (): Promise<void> => {
    await listening.close()
    await begun.jobs?.stop()
    await machine.idle()
    door.shut()
    await store.close()
  }
  try {
    await around.buildSite()
    await machine.fill(around.say)
  } catch (err) {
    await listening.close()
    throw err
  }
  const sweepFailed = (err: unknown): void => {
    ports.log.error('sweep failed', { message: String(err) })
  }
  const jobs = timedJobs((pace) => createJobs(ports, pace), sweepFailed)
  begun.jobs = jobs
  machine.onDue(jobs.signal)
  ready = true
  door.announce(listening.url)
  const hello = [...welcome(settings.mode, clock.now()), `ready ${listening.url}`]
  return { url: listening.url, hello, stop }
}

function putTogether(
  site: Hono,
  { ports, clock, files, standIn }: Machine,
  door: OpenDoor,
  { mode }: LocalSettings,
  onMoved: () => void,
): void {
  const photos = new Hono()
  answerErrors(photos, ports)
  photos.all('*', (c) => files(c.req.raw))
  site.all('/files', (c) => photos.fetch(c.req.raw))
  site.all('/files/*', (c) => photos.fetch(c.req.raw))
  site.route('/', door.routes)
  if (mode === 'demo') site.route('/', demoRoutes(clock, onMoved))
  if (standIn) site.all('/weixin/*', (c) => standIn.fetch(below('/weixin', c.req.raw)))
  site.route('/', siteRoutes(path.resolve('dist/h5')))
}

/** Asked of every request before anything else: the site's own routes are for the few others. */
const isForApi = (url: string): boolean => {
  const path = url.slice(url.indexOf('/', 'https://'.length))
  return /^\/(api\/|(healthz|readyz)($|\?))/.test(path)
}

const bytesOf = async (request: Request): Promise<Uint8Array> =>
  new Uint8Array(await request.arrayBuffer())
const queryOf = (request: Request): URLSearchParams => new URL(request.url).searchParams

/** The same request, as it looks to what is mounted below a path. */
const below = (prefix: string, request: Request): Request =>
  new Request(request.url.replace(prefix, ''), request)
