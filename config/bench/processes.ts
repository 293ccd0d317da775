import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** The server has one core to itself where the system lets us say so; the load comes from the others. */
export const isPinned =
  process.platform === 'linux' && existsSync('/usr/bin/taskset') && availableParallelism() > 1

const onCore = (core: number, args: readonly string[]): [string, string[]] =>
  isPinned
    ? ['taskset', ['-c', String(core), process.execPath, ...args]]
    : [process.execPath, [...args]]

const SERVER_CORE = 0
const LOAD_CORE = 1

/** This process makes the load. */
export function pinLoad(): void {
  if (isPinned) execFileSync('taskset', ['-pc', String(LOAD_CORE), String(process.pid)])
}

const BIG = 64 * 1_024 * 1_024

/** Runs a node script on the server's core; what it printed. */
export function runOnServerCore(args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const [command, all] = onCore(SERVER_CORE, args)
  return execFileSync(command, all, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: BIG,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

export interface Server {
  readonly url: string
  readonly pid: number
  /** What it has printed. */
  said(): string
  stop(): Promise<void>
}

const READY_MS = 60_000

/** Starts a server on its core; resolves at its `ready` line. */
export function startServer(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const [command, all] = onCore(SERVER_CORE, args)
  const child = spawn(command, all, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill()
      reject(new Error('the server was not ready in time'))
    }, READY_MS)
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /^ready (\S+)$/m.exec(said)?.[1]
      if (url === undefined) return
      clearTimeout(late)
      // taskset becomes the node process it starts: the id is the server's.
      resolve({ url, pid: child.pid ?? 0, said: () => said, stop: () => stop(child) })
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}`)))
  })
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

/** Processor time of all threads of a process, in ms; `undefined` where the system does not tell. */
export function cpuMsOf(pid: number): number | undefined {
  const threads = `/proc/${pid}/task`
  if (!existsSync(`${threads}/${pid}/schedstat`)) return undefined
  // In ns, where /proc/PID/stat counts ticks of 10 ms and favours whoever sleeps at a tick.
  const ns = readdirSync(threads).map((thread) =>
    Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]),
  )
  return ns.reduce((sum, one) => sum + one, 0) / 1e6
}

export interface Memory {
  /** All that is resident, in MB, and the most that was. */
  readonly rss: number
  readonly peak: number
  /** Its own; the rest is the program's file and the store's, mapped, which the system may take back. */
  readonly own: number
}

export function memoryOf(pid: number): Memory | undefined {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return undefined
  const status = readFileSync(file, 'utf8')
  const mb = (name: string): number =>
    (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1_024) / 1e6
  return { rss: mb('VmRSS'), peak: mb('VmHWM'), own: mb('RssAnon') }
}
