import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { BrokenBackupError, restore, writeBackup } from '../platform/table/backup.ts'
import { NotEmptyError } from '../platform/table/level-table.ts'
import { openDataFolder, StartError } from './data-folder.ts'
import { knock } from './door.ts'
import { movableClock } from './movable-clock.ts'
import { openStore } from './open-store.ts'
import type { LocalSettings } from './settings.ts'
import { everythingIn, folderAndStore } from './whole-backup.ts'

type Say = (line: string) => void

/** `npm run backup -- FILE`: from the running server where there is one, else from the folder itself. */
export async function backUp(
  settings: LocalSettings,
  file: string | undefined,
  say: Say,
): Promise<void> {
  if (file === undefined) throw new StartError('usage: npm run backup -- FILE')
  if (existsSync(file)) throw new StartError(`${file} exists already; choose another name`)
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  try {
    const running = await askServer(settings.folder)
    if (running) await pipeline(Readable.fromWeb(running), out)
    else await copyFolder(settings, out)
  } catch (err) {
    rmSync(file, { force: true })
    throw err
  }
  say(`backed up ${settings.folder} to ${file} (it holds the secret: keep it as you keep the data)`)
}

async function askServer(folder: string): Promise<WebStream<Uint8Array> | undefined> {
  const answer = await knock(openDataFolder(folder).door, 'backup')
  return answer?.ok === true ? (answer.body as WebStream<Uint8Array>) : undefined
}

async function copyFolder(settings: LocalSettings, out: NodeJS.WritableStream): Promise<void> {
  const folder = openDataFolder(settings.folder)
  const store = await openStore(folder.store, clockOf(settings, folder.clock))
  try {
    await writeBackup(everythingIn(store, settings.folder), out as never)
  } finally {
    await store.close()
  }
}

/** What has expired stays out of a backup: by the clock that the data lives by. */
const clockOf = ({ mode, realNow, demoNow }: LocalSettings, file: string): (() => Date) =>
  mode === 'demo' ? movableClock(file, realNow, demoNow).now : realNow

/** `npm run restore -- FILE`: only into a store that holds nothing. */
export async function restoreFrom(
  settings: LocalSettings,
  file: string | undefined,
  say: Say,
): Promise<void> {
  if (file === undefined) throw new StartError('usage: npm run restore -- FILE')
  if (!existsSync(file)) throw new StartError(`${file} does not exist`)
  mkdirSync(settings.folder, { recursive: true })
  const folder = openDataFolder(settings.folder)
  const store = await openStore(folder.store, settings.realNow)
  try {
    const into = folderAndStore(store, settings.folder)
    const items = await restore(into, () => createReadStream(file))
    say(`restored ${items} items from ${file} into ${settings.folder}`)
  } catch (err) {
    if (err instanceof NotEmptyError || err instanceof BrokenBackupError) {
      throw new StartError(`nothing was restored: ${err.message}`, { cause: err })
    }
    throw err
  } finally {
    await store.close()
  }
}
