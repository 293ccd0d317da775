// Five thousand owners cast within a minute, and in the middle of it the server is killed.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createJobs } from '#functions/jobs.ts'
import { ballotPartitions } from '#functions/votes/items.ts'
import { openStage } from '#demo/stage.ts'
import { MARK } from '#demo/signature.ts'
import { votes } from '#shared/votes/contract.ts'
import { SETTLING } from '#shared/votes/rules/life.ts'
import { build } from 'esbuild'
import { openBenchMachine } from '../bench/machine.ts'
import { LIVE, VOTE_ITEMS, type Voter, type World } from '../bench/world.ts'

const root = path.resolve(__dirname, '../..')
const VOTERS = 5_000
const CLIENTS = 32
const KILLED_AFTER = 2_000
const WITHIN_MS = 60_000

let folder: string
let world: World
const servers: ChildProcess[] = []

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'casts-and-kill-'))
  const program = path.join(folder, 'prepare.cjs')
  await build({
    ...{ entryPoints: [path.join(root, 'config/bench/prepare.ts')], outfile: program },
    ...{ bundle: true, platform: 'node', external: ['classic-level'], logLevel: 'error' },
  })
  const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules') }
  const args = [program, path.join(folder, 'data'), '30', String(VOTERS)]
  const told = execFileSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 16e6 })
  world = JSON.parse(told) as World
}, 120_000)
afterAll(() => {
  for (const server of servers) server.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const SERVE = "require('./dist/local.js').run('serve', [], () => Promise.resolve())"

function serve(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const env = { DATA_DIR: world.folder, PORT: '0', LOG: 'off', WRITES_PER_MINUTE: '999999999' }
  const child = spawn(process.execPath, ['-e', SERVE], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  servers.push(child)
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      const url = /^ready (\S+)$/m.exec(said)?.[1]
      if (url !== undefined) resolve({ url, child })
    })
    child.once('exit', (code) =>
      reject(new Error(`the server ended with ${String(code)}: ${said}`)),
    )
  })
}

const CHOICES = Array.from({ length: VOTE_ITEMS }, (_, n) => ({ item: n + 1, choice: 'for' }))

/** The status and code of the answer; `undefined` where none came. */
async function cast(
  url: string,
  { token, head }: Voter,
  key: string,
): Promise<readonly [status: number, code?: string] | undefined> {
  try {
    const answer = await fetch(`${url}/api/v1/communities/${LIVE}/votes/${world.vote}/ballots`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        'idempotency-key': key,
      },
      body: JSON.stringify({ head, choices: CHOICES, signature: MARK }),
    })
    const body = (await answer.json()) as { readonly code?: string }
    return body.code === undefined ? [answer.status] : [answer.status, body.code]
  } catch {
    return undefined
  }
}

/** Asks for each voter in turn, so many at once; `done` is told of every answer. */
async function eachOf(voters: readonly number[], ask: (n: number) => Promise<void>): Promise<void> {
  let next = 0
  const client = async () => {
    while (next < voters.length) {
      const n = voters[next]
      next += 1
      if (n !== undefined) await ask(n)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
}

const voterOf = (n: number): Voter => {
  const voter = world.voters[n]
  if (!voter) throw new Error(`no voter ${n}`)
  return voter
}
const keyOf = (n: number): string => `cast-of-voter-${n}`
const ALL = Array.from({ length: VOTERS }, (_, n) => n)

test('what was acknowledged is stored once and counted once, whatever was sent again', async () => {
  const start = performance.now()
  const acknowledged = new Set<number>()
  const first = await serve()
  await eachOf(ALL, async (n) => {
    if ((await cast(first.url, voterOf(n), keyOf(n)))?.[0] === 201) acknowledged.add(n)
    if (acknowledged.size === KILLED_AFTER) first.child.kill('SIGKILL')
  })
  const before = new Set(acknowledged)
  expect(before.size).toBeGreaterThanOrEqual(KILLED_AFTER)
  expect(before.size).toBeLessThan(VOTERS)

  const second = await serve()
  const wrong: unknown[] = []
  await eachOf(
    ALL.filter((n) => !before.has(n)),
    async (n) => {
      const answer = await cast(second.url, voterOf(n), keyOf(n))
      if (answer?.[0] !== 201) wrong.push([n, answer])
    },
  )
  expect(wrong).toEqual([])
  expect(performance.now() - start).toBeLessThan(WITHIN_MS)

  // The phone that never heard asks once more; another tap is another ballot.
  const some = [...before].slice(0, 100)
  await eachOf(some, async (n) => {
    const repeated = await cast(second.url, voterOf(n), keyOf(n))
    const another = await cast(second.url, voterOf(n), `${keyOf(n)}-again`)
    if (repeated?.[0] !== 201 || another?.[1] !== 'votes.already_cast') wrong.push([n, another])
  })
  expect(wrong).toEqual([])
  second.child.removeAllListeners('exit')
  const ended = new Promise((resolve) => second.child.once('exit', resolve))
  second.child.kill('SIGTERM')
  await ended
  await counts()
}, 180_000)

/** What the store holds, and what is counted from it. */
async function counts(): Promise<void> {
  const { ports, store } = await openBenchMachine(world.folder)
  try {
    const pages = await Promise.all(
      ballotPartitions(world.vote).map((pk) => ports.table.queryKeys(pk, { limit: VOTERS })),
    )
    expect(pages.flatMap(({ items }) => items)).toHaveLength(VOTERS)
    const on = { community: LIVE, vote: world.vote }
    const { closesAt = '' } = await openStage(ports).act('chair-0', votes.get, on)
    const after = new Date(Date.parse(closesAt) + SETTLING)
    const later = { ...ports, now: () => after }
    expect((await createJobs(later).run()).failed).toBe(0)
    const { result } = await openStage(later).act('chair-0', votes.countToConfirm, on)
    expect(result.voidHeads).toBe(0)
    for (const item of result.items) {
      expect(item).toMatchObject({
        ...{ totalHeads: VOTERS, participatingHeads: VOTERS, forHeads: VOTERS },
        ...{ participatingAreaCenti: VOTERS * 8_957, result: 'PASSED' },
      })
    }
  } finally {
    await store.close()
  }
}
