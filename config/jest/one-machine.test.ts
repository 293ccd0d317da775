import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const START = path.join(root, 'config/start.cjs')
const DEMO_NOW = '2026-11-21T02:00:00Z'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}
interface Running {
  readonly child: ChildProcess
  readonly lines: () => readonly string[]
  /** The address, once it can serve. */
  readonly ready: Promise<string>
  readonly ended: Promise<Ended>
}

type Env = Readonly<Record<string, string>>

const run = (args: readonly string[], env: Env): Running =>
  launch(process.execPath, [START, ...args], env)

function launch(command: string, args: readonly string[], env: Env): Running {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, LOG: 'off', DEMO_NOW, PORT: '0', ...env },
  })
  let [out, err] = ['', '']
  child.stderr.on('data', (chunk) => (err += String(chunk)))
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, out, err })),
  )
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += String(chunk)
      const url = /^ready (\S+)$/m.exec(out)?.[1]
      if (url !== undefined) resolve(url)
    })
    void ended.then(() => reject(new Error(`ended before it was ready: ${err}`)))
  })
  ready.catch(() => undefined)
  return { child, ready, ended, lines: () => out.trimEnd().split('\n') }
}

const folders: string[] = []
const emptyFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'one-machine-'))
  folders.push(folder)
  return folder
}
const started: Running[] = []
const keep = (running: Running): Running => {
  started.push(running)
  return running
}
const start = (folder: string, env: Env = {}): Running =>
  keep(run([], { DATA_DIR: folder, ...env }))
/** As the README says it. */
const startByNpm = (folder: string): Running =>
  keep(launch('npm', ['start', '--silent'], { DATA_DIR: folder }))
const stop = async (running: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> => {
  running.child.kill(signal)
  return running.ended
}

afterAll(async () => {
  for (const { child, ended } of started) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n')

describe('one machine', () => {
  const data = emptyFolder()
  let first: Running

  test('fills an empty folder, and says last that it is ready, the demo logins above', async () => {
    first = start(data)
    const url = await first.ready
    const lines = first.lines()
    expect(lines.at(-1)).toBe(`ready ${url}`)
    const text = lines.join('\n')
    expect(text).toContain('demo:resident')
    expect(lines.filter((line) => /第 \d+ 行/.test(line))).toHaveLength(5)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ ready: true })
    expect((await fetch(`${url}/`)).headers.get('content-type')).toContain('text/html')
    expect((await fetch(`${url}/resident/vote/index`)).status).toBe(200)
    const nothing = await fetch(`${url}/api/v1/nothing`)
    expect([nothing.status, nothing.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  }, 180_000)

  test('its secret is readable by its owner only', () => {
    expect(statSync(path.join(data, 'secret')).mode & 0o777).toBe(0o600)
  })

  test('a second process on the same data ends with one line and 1', async () => {
    const { code, err } = await start(data).ended
    expect([code, err.trimEnd().split('\n')]).toEqual([1, [expect.stringContaining('in use')]])
  }, 30_000)

  test('a port in use ends with one line and 1', async () => {
    const { port } = new URL(await first.ready)
    const { code, err } = await start(emptyFolder(), { PORT: port }).ended
    expect([code, err.trimEnd().split('\n')]).toEqual([
      1,
      [`cannot listen on 127.0.0.1:${port}: the port is in use`],
    ])
  }, 30_000)

  test.each([
    [{ PORT: 'eighty' }, 'PORT is "eighty"'],
    [{ DEMO_NOW: 'yesterday' }, 'DEMO_NOW is "yesterday"'],
    [{ MODE: 'test' }, 'MODE is "test"'],
    [{ MODE: 'production' }, 'MODE=production needs WX_APPID'],
  ])(
    '%j ends with one line and 1',
    async (env, line) => {
      const { code, err } = await start(emptyFolder(), env).ended
      expect([code, err.trimEnd().split('\n')]).toEqual([1, [expect.stringContaining(line)]])
    },
    30_000,
  )

  test('a folder that cannot be written ends with one line and 1', async () => {
    const file = path.join(emptyFolder(), 'a-file')
    writeFileSync(file, '')
    const { code, err } = await start(path.join(file, 'data')).ended
    expect([code, err.trimEnd().split('\n')]).toEqual([
      1,
      [expect.stringContaining('cannot use DATA_DIR')],
    ])
  }, 30_000)

  test('a backup is taken while it runs; restored elsewhere it holds every item and file', async () => {
    const [file, again] = [path.join(emptyFolder(), 'a'), path.join(emptyFolder(), 'b')]
    const taken = await run(['backup', file], { DATA_DIR: data }).ended
    expect([taken.code, taken.err]).toEqual([0, ''])
    expect((await fetch(`${await first.ready}/healthz`)).status).toBe(200)

    const other = emptyFolder()
    const restored = await run(['restore', file], { DATA_DIR: other }).ended
    expect([restored.code, restored.err]).toEqual([0, ''])
    expect((await run(['backup', again], { DATA_DIR: other }).ended).code).toBe(0)
    const [before, after] = [linesOf(file), linesOf(again)]
    expect(before.length).toBeGreaterThan(5_000)
    expect(after).toEqual(before)

    const refused = await run(['restore', file], { DATA_DIR: other }).ended
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('not empty')])
  }, 120_000)

  test.each([
    ['SIGTERM', 'node'],
    ['SIGINT', 'npm'],
    ['SIGTERM', 'npm'],
  ] as const)(
    '%s to %s lets a request in flight finish, then it exits 0; the next start is ready within 3 seconds',
    async (signal, whom) => {
      const running = whom === 'node' ? first : startByNpm(data)
      const url = await running.ready
      let answered: Response | undefined
      const body = new ReadableStream({
        async start(controller) {
          controller.enqueue(new TextEncoder().encode('{"code":'))
          await new Promise((resolve) => setTimeout(resolve, 700))
          controller.enqueue(new TextEncoder().encode('"demo:tenant"}'))
          controller.close()
        },
      })
      const asked = fetch(`${url}/api/v1/sessions`, {
        method: 'POST',
        body,
        duplex: 'half',
      } as RequestInit).then((response) => (answered = response))
      await new Promise((resolve) => setTimeout(resolve, 200))
      const { code } = await stop(running, signal)
      await asked
      expect([answered?.status, code]).toEqual([201, 0])
      expect(existsSync(path.join(data, 'door.json'))).toBe(false)

      const begun = Date.now()
      const next = start(data)
      await next.ready
      const seconds = (Date.now() - begun) / 1_000
      expect((await stop(next)).code).toBe(0)
      expect(seconds).toBeLessThan(3)
    },
    60_000,
  )
})
