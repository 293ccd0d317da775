import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { addCommunity } from '../communities/repository.ts'
import { createApp } from '../app.ts'
import { createJobs } from '../jobs.ts'
import { personDirectory } from '../people/offers.ts'
import type { Swept } from './jobs/sweep.ts'
import { secretKeys } from './keys/keys.ts'
import { openRing, ringOf } from './keys/ring.ts'
import { ringVault } from './keys/vault.ts'
import { silentLog } from './log/log.ts'
import type { Ports } from './ports.ts'
import { PUT_NEW } from './table/limits.ts'
import type { Item, Table } from './table/table.ts'
import { addCast, COMMUNITIES } from './test-cast.fixture.ts'
import { clientOf, type Client } from './test-client.fixture.ts'
import { settableWeixin, type SettableWeixin } from './test-weixin.fixture.ts'

/** A Tuesday, 10:00 in Shanghai. */
const START = new Date('2026-11-24T02:00:00Z')
const SECRET = new Uint8Array(32).fill(7)

export interface TestClock {
  /** Set it, or move it with `advance`. Every part of the app reads this one. */
  now: Date
  advance(ms: number): void
}

export interface TestApp {
  readonly app: Hono
  readonly ports: Ports
  readonly clock: TestClock
  readonly weixin: SettableWeixin
  /** Logs a person of the cast (or one added) in at the clock's time. */
  as(person: string): Promise<Client>
  /** Does everything that is due by the clock. */
  sweep(): Promise<Swept>
}

type Overrides = Partial<Omit<Ports, 'table' | 'now'>>
type Open = (options: {
  readonly now: () => Date
}) => Promise<{ readonly table: Table; readonly close: () => Promise<void> }>

/** As `openTestApp`, over a table of its own (`openTables`) that goes by the same clock; `close` ends both. */
export async function openTestAppOn(
  open: Open,
  overrides: Overrides = {},
): Promise<TestApp & { readonly close: () => Promise<void> }> {
  const clock = settableClock()
  const { table, close } = await open({ now: () => clock.now })
  return { ...(await openTestApp(table, overrides, clock)), close }
}

/**
 * The whole API over `table`, with two communities and the cast of `test-cast.fixture.ts` in it.
 * Clock and WeChat are the test's to set; nothing is limited; blobs are absent unless given.
 */
export async function openTestApp(
  table: Table,
  overrides: Overrides = {},
  clock: TestClock = settableClock(),
): Promise<TestApp> {
  const app = appOn(table, overrides, clock)
  if (overrides.keys) await addWorld(table, overrides.keys)
  else if (world) await putBatches(table, world)
  else world = await addedWorld(table, app.ports.keys)
  return app
}

/** Communities and cast as they stand in a store: a file's first app writes them one by one, in eighty requests. */
let world: readonly Item[] | undefined

async function addWorld(table: Table, keys: Ports['keys']): Promise<void> {
  await Promise.all(COMMUNITIES.map((community) => addCommunity(table, community)))
  await addCast({ table, keys })
}

/** Adds them, and tells what was stored. */
async function addedWorld(table: Table, keys: Ports['keys']): Promise<readonly Item[]> {
  const stored = new Map<string, Item>()
  const put = async (item: Item): Promise<void> => {
    await table.put(item)
    stored.set(JSON.stringify([item.pk, item.sk]), item)
  }
  const writing = new Proxy(table, {
    get: (_, name: keyof Table) => (name === 'put' ? put : table[name].bind(table)),
  })
  await addWorld(writing, keys)
  return [...stored.values()]
}

async function putBatches(table: Table, items: readonly Item[]): Promise<void> {
  for (let start = 0; start < items.length; start += PUT_NEW) {
    await table.putNew(items.slice(start, start + PUT_NEW))
  }
}

/** The API over what a table holds already, as after a restart. */
export function appOn(
  table: Table,
  overrides: Overrides = {},
  clock: TestClock = settableClock(),
): TestApp {
  const weixin = settableWeixin()
  const ports: Ports = {
    table,
    blobs: absentBlobs,
    weixin: weixin.port,
    keys: secretKeys(SECRET),
    vault: ringVault(openRing(ringOf(SECRET), { now: () => clock.now })),
    limits: { use: () => Promise.resolve(0) },
    log: silentLog,
    mode: 'production',
    newId: () => randomBytes(16).toString('base64url'),
    ...overrides,
    now: () => clock.now,
  }
  const app = createApp(ports)
  const jobs = createJobs(ports)
  return {
    app,
    ports,
    clock,
    weixin,
    sweep: () => jobs.run(),
    as: async (person) => clientOf(app, await login(ports, person)),
  }
}

function settableClock(): TestClock {
  return {
    now: START,
    advance(ms) {
      this.now = new Date(this.now.getTime() + ms)
    },
  }
}

async function login(ports: Ports, person: string): Promise<string> {
  const now = ports.now()
  const session = ports.newId()
  const expiresAt = Math.floor(now.getTime() / 1_000) + 86_400
  // Tests move the clock by days: what they ask for is not how fresh a login is, unless they log in themselves.
  const record = { openedAt: now.toISOString(), confirmedAt: '9999-01-01T00:00:00.000Z' }
  await personDirectory(ports).sessions.open(person, session, record, expiresAt)
  return ports.keys.signToken({ person, session, expiresAt })
}

const absentBlobs = new Proxy({} as Ports['blobs'], {
  get: () => {
    throw new Error('this test gave no blobs')
  },
})
