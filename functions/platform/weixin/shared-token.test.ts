import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import { openRing, ringOf } from '../keys/ring.ts'
import { ringVault } from '../keys/vault.ts'
import { describeDynamo, openDynamoTable } from '../table/dynoxide.fixture.ts'
import { openTables, type OpenTable } from '../table/open-tables.fixture.ts'
import { sharedToken } from './shared-token.ts'
import type { ProcessTask } from './shared-token-process.fixture.ts'
import { APP, codeFor, standIn } from './weixin.fixture.ts'

const MINUTE = 60_000
const LEASED = { leased: true }
const nothing = (): Promise<void> => Promise.resolve()

describe.each(openTables)('the token several processes share on the %s table', (_, open) => {
  let opened: OpenTable
  let time: number
  let issued: number
  let asks: number
  const now = () => new Date(time)
  beforeEach(async () => {
    time = Date.parse('2026-11-21T02:00:00Z')
    issued = 0
    asks = 0
    opened = await open({ now })
  })
  afterEach(() => opened.close())

  /** WeChat in stable mode: the same token until its last five minutes. */
  let endsAt = 0
  const weixin = () => {
    asks += 1
    if (issued === 0 || endsAt - time <= 5 * MINUTE) {
      issued += 1
      endsAt = time + 120 * MINUTE
    }
    return Promise.resolve({ token: `t${issued}`, expiresIn: (endsAt - time) / 1_000 })
  }
  const process = (ask = weixin, skewMs = 0, meanwhile = nothing) => {
    const clock = () => new Date(time + skewMs)
    const vault = ringVault(openRing(ringOf(Buffer.alloc(32, 7)), { now: clock }))
    const wait = (ms: number) => {
      time += ms
      return new Promise<void>((resolve) => setImmediate(resolve)).then(meanwhile)
    }
    const needs = { table: opened.table, vault, now: clock, random: () => 0.5, wait }
    return sharedToken(needs, 'wx1', ask)
  }

  test('is fetched by one of them, whoever comes when', async () => {
    const given = await Promise.all([process()(), process()(), process()()])
    expect(given.map(({ token }) => token)).toEqual(['t1', 't1', 't1'])
    expect(await process()()).toMatchObject({ token: 't1' })
    expect(asks).toBe(1)
  })

  test('is not stored readable', async () => {
    const { token } = await process()()
    expect(JSON.stringify(await opened.table.get({ pk: 'WEIXIN#wx1', sk: 'TOKEN' }))).not.toContain(
      `"${token}"`,
    )
  })

  test('one that WeChat refused is not handed out again', async () => {
    await process()()
    endsAt = 0
    expect(await process()('t1')).toMatchObject({ token: 't2' })
    expect(await process()('t1')).toMatchObject({ token: 't2' })
    expect(asks).toBe(2)
  })

  test('is renewed in its last five minutes, also by a clock that is two minutes off', async () => {
    await process()()
    time += 114 * MINUTE
    expect(await process()()).toMatchObject({ token: 't1' })
    expect(await process(weixin, 2 * MINUTE)()).toMatchObject({ token: 't1' })
    // Noted by a clock ahead, it is held for two minutes longer: WeChat still takes it for five.
    time += 3 * MINUTE
    expect(await process(weixin, -2 * MINUTE)()).toMatchObject({ token: 't1' })
    expect(await process()()).toMatchObject({ token: 't2' })
    expect(await process(weixin, -2 * MINUTE)()).toMatchObject({ token: 't2' })
  })

  test('whoever fails tells its own caller, and the next one asks at once', async () => {
    const failing = process(() => Promise.reject(new Error('away')))
    await expect(failing()).rejects.toThrow('away')
    const before = time
    expect(await process()()).toMatchObject({ token: 't1' })
    expect(time).toBe(before)
  })

  test('whoever dies while asking is followed when the lease is over', async () => {
    void process(() => new Promise(() => undefined))()
    while (!(await opened.table.get({ pk: 'WEIXIN#wx1', sk: 'TOKEN' }))) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    const before = time
    expect(await process()()).toMatchObject({ token: 't1' })
    expect(time - before).toBeGreaterThan(15_000)
    expect(time - before).toBeLessThan(25_000)
  })

  test('nobody waits for ever, however often others take the lease', async () => {
    const key = { pk: 'WEIXIN#wx1', sk: 'TOKEN' }
    let version = 0
    const taken = () => opened.table.put({ ...key, version: (version += 1), v: 1, data: LEASED })
    await taken()
    const waiting = process(weixin, 0, taken)()
    await expect(waiting).rejects.toMatchObject({ code: 'weixin.busy' })
    expect(asks).toBe(0)
  })
})

describeDynamo('two processes with clocks three minutes apart', () => {
  let folder: string
  let program: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jiayuan-token-'))
    program = path.join(folder, 'process.cjs')
    await build({
      entryPoints: [path.join(__dirname, 'shared-token-process.fixture.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
    })
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('ask WeChat for a token once, and every text of both is checked', async () => {
    const twin = standIn({ now: () => new Date(), pass: () => undefined })
    const paths: string[] = []
    const server = serve({
      hostname: '127.0.0.1',
      port: 0,
      fetch: (request) => {
        paths.push(new URL(request.url).pathname)
        return twin.app.fetch(request)
      },
    })
    await new Promise((resolve) => server.once('listening', resolve))
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const query = new URLSearchParams({
      ...APP,
      js_code: await codeFor(twin, 'resident'),
      grant_type: 'authorization_code',
    })
    const login = await fetch(`${baseUrl}/sns/jscode2session?${query}`)
    const { openid } = (await login.json()) as { openid: string }
    const { close, name: table, config } = await openDynamoTable()
    const run = async (skewMs: number): Promise<string> => {
      const task: ProcessTask = { table, config, app: APP, baseUrl, openid, texts: 20, skewMs }
      const { stdout } = await promisify(execFile)(
        globalThis.process.execPath,
        [program, JSON.stringify(task)],
        { timeout: 30_000 },
      )
      return stdout
    }
    const [ahead, behind] = await Promise.all([run(90_000), run(-90_000)])
    await close()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
    const everyText = Array.from({ length: 20 }, () => 'pass').join(' ')
    expect([ahead, behind]).toEqual([everyText, everyText])
    expect(paths.filter((one) => one.endsWith('stable_token'))).toHaveLength(1)
  })
})
