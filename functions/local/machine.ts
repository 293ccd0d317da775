import { Readable, PassThrough } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Hono } from 'hono'
import { fillDemo } from '#demo/fill.ts'
import { answerBlobs } from '../platform/blobs/blob-routes.ts'
import { fileBlobs } from '../platform/blobs/file-blobs.ts'
import { signallingTable } from '../platform/jobs/signalling-table.ts'
import { secretKeys } from '../platform/keys/keys.ts'
import { openRing } from '../platform/keys/ring.ts'
import { ringVault } from '../platform/keys/vault.ts'
import { processLimits } from '../platform/limits/process-limits.ts'
import { jsonLog, silentLog } from '../platform/log/log.ts'
import type { Ports } from '../platform/ports.ts'
import { writeBackup } from '../platform/table/backup.ts'
import type { LevelTable } from '../platform/table/level-table.ts'
import { openArrivals } from './arrivals.ts'
import type { DataFolder } from './data-folder.ts'
import { movableClock, type MovableClock } from './movable-clock.ts'
import { openKeys } from './local-keys.ts'
import { openStore } from './open-store.ts'
import type { LocalSettings } from './settings.ts'
import { openWeixin, type Site } from './open-weixin.ts'
import { randomIds } from './random-ids.ts'
import type { Surroundings } from './surroundings.ts'
import { everythingIn } from './whole-backup.ts'

/** The ports of one machine, and what only one machine has. */
export interface Machine {
  readonly ports: Ports
  readonly store: LevelTable
  readonly clock: MovableClock
  /** @throws RefusedError */
  readonly files: (request: Request) => Promise<Response>
  readonly standIn: Hono | undefined
  /** Who is told when something was written that is due at once. */
  onDue(tell: () => void): void
  /** Resolves when no work on a register is left. */
  idle(): Promise<void>
  backup(): ReadableStream<Uint8Array>
  /** On the first start of a demo: the register, and three months of life. */
  fill(say: (line: string) => void): Promise<void>
}

const FILES = '/files'

export async function openMachine(
  settings: LocalSettings,
  folder: DataFolder,
  { log, random }: Surroundings,
  site: Site,
): Promise<Machine> {
  const clock = movableClock(folder.clock, settings.realNow, settings.demoNow)
  const now = settings.mode === 'demo' ? clock.now : settings.realNow
  const { first, read } = openKeys(settings, folder)
  const ring = openRing(first, { now: settings.realNow, ...(read && { read }) })
  const store = await openStore(folder.store, now)
  let tell = (): void => undefined
  const keys = secretKeys(ring)
  const kept = fileBlobs(
    {
      folder: folder.photos,
      secret: keys.digestText('blobs', 'signatures'),
      baseUrl: () => settings.publicUrl + FILES,
    },
    now,
  )
  const { blobs, arrived, idle } = openArrivals(kept, () => ports)
  const { weixin, standIn, push, templates } = openWeixin(settings, now, random, site)
  const ports: Ports = {
    table: signallingTable(store, now, () => tell()),
    blobs,
    weixin,
    keys,
    vault: ringVault(ring),
    limits: processLimits(settings.limits),
    log: settings.quiet ? silentLog : jsonLog(log, now),
    mode: settings.mode,
    ...(push && { push }),
    templates,
    now,
    newId: randomIds(),
  }
  const door = { blobs, now, path: FILES, arrived }
  return {
    ports,
    store,
    clock,
    files: (request) => answerBlobs(request, door),
    standIn: standIn?.app,
    idle,
    onDue(teller) {
      tell = teller
    },
    backup() {
      const through = new PassThrough()
      writeBackup(everythingIn(store, settings.folder), through).catch((err: unknown) => {
        through.destroy(err as Error)
      })
      return Readable.toWeb(through) as WebStream<Uint8Array> as ReadableStream<Uint8Array>
    },
    async fill(say) {
      if (settings.mode === 'demo' && (await store.isEmpty())) await fillDemo(ports, say)
    },
  }
}
