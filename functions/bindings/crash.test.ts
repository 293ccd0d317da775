import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { personsIn } from '../people/repository.ts'
import { openLevelTable } from '../platform/table/level-table.ts'
import { temporaryFolder } from '../platform/table/open-tables.fixture.ts'
import { appOn, openTestApp, type TestApp } from '../platform/test-app.fixture.ts'
import { importRows, newcomer } from './bindings.fixture.ts'
import type { Acknowledged } from './crash-writer.fixture.ts'
import { homesIn } from './repository.ts'

const PERSONS = ['first', 'second', 'third', 'fourth']
const ROUNDS = [0, 1, 2]
const ROOMS_OF_ROUND = 12
const LINES_BEFORE_KILL = 25
const LONGEST_ROUND_MS = 20_000
const SETTLED = 6 * 60_000
const RANKS = ['claimed', 'verified', 'ended']

let folder: string
let program: string
let store: string

const roomOf = (person: number, n: number): string => `${(person + 1) * 1_000 + n}`
const roomsOf = (person: number, round: number): string[] =>
  Array.from({ length: ROOMS_OF_ROUND }, (_, n) => roomOf(person, round * ROOMS_OF_ROUND + n))

beforeAll(async () => {
  folder = await temporaryFolder()
  program = path.join(folder, 'writer.cjs')
  store = path.join(folder, 'store')
  await build({
    entryPoints: [path.join(__dirname, 'crash-writer.fixture.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    external: ['classic-level', '@aws-sdk/*', 'esbuild'],
    // Fixtures that the writer shares with tests set how long a test may take.
    banner: { js: 'globalThis.jest = { setTimeout() {} };' },
  })
  const table = await openLevelTable(store)
  const app = await openTestApp(table)
  const rooms = PERSONS.flatMap((_, person) => ROUNDS.flatMap((round) => roomsOf(person, round)))
  await importRows(
    app,
    rooms.map((room) => `3幢,1单元,${room},89.57,张三,13300000001,已交付`),
  )
  for (const person of PERSONS) await newcomer(app, person, '13300000001')
  await table.close()
})
afterAll(() => rm(folder, { recursive: true }))

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )

/** Lets four persons be bound, kills the process in the middle, and gives what they were told. */
async function liveAndKill(round: number): Promise<Acknowledged[]> {
  const file = path.join(folder, `round ${round}`)
  const rooms = PERSONS.map((person, n) => `${person}=${roomsOf(n, round).join(',')}`)
  const child = spawn(process.execPath, [program, store, file, ...rooms], {
    env: { NODE_PATH: path.resolve(__dirname, '../../node_modules') },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  const deadline = performance.now() + LONGEST_ROUND_MS
  while ((await sizeOf(file)) < LINES_BEFORE_KILL * 50 && performance.now() < deadline) {
    await sleep(2)
  }
  child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
  const told = await readFile(file, 'utf8')
  const whole = told.slice(0, told.lastIndexOf('\n')).split('\n')
  return whole.map((line) => JSON.parse(line) as Acknowledged)
}

/** What a home says of a person, and what the person's own item says. */
async function standing({ ports }: TestApp, unit: string, person: string) {
  const { stored } = await homesIn(ports.table).find('jinxiu', unit)
  const status = stored.bindings.find((one) => one.person === person)?.status
  const homes = (await personsIn(ports.table).grantsOf(person))?.homes ?? []
  return { status, held: homes.find((one) => one.unit === unit)?.standing }
}

test('three times killed amid four persons: nothing acknowledged is lost, and after a sweep both sides agree', async () => {
  for (const round of ROUNDS) {
    const lines = await liveAndKill(round)
    expect(lines.length).toBeGreaterThan(LINES_BEFORE_KILL / 2)
    const table = await openLevelTable(store)
    const app = appOn(table)
    for (const { unit, person, status } of new Map(lines.map((one) => [one.unit, one])).values()) {
      const { status: stored = '' } = await standing(app, unit, person)
      // The next step may have been written without anybody being told.
      const further = RANKS.indexOf(stored) - RANKS.indexOf(status)
      expect([unit, stored, further === 0 || further === 1]).toEqual([unit, stored, true])
    }
    await app.sweep()
    app.clock.advance(SETTLED)
    await app.sweep()
    for (const [n, person] of PERSONS.entries()) {
      for (const room of roomsOf(n, round)) {
        const { status, held } = await standing(app, `3-1-${room}`, person)
        expect([room, held]).toEqual([room, status === 'ended' ? undefined : status])
      }
    }
    await table.close()
  }
}, 120_000)
