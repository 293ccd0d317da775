import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'

/** Where one machine keeps everything: store, photos, keys. */
export interface DataFolder {
  readonly store: string
  readonly photos: string
  /** The root of all keys, and the keys made since; both readable by their owner only. */
  readonly secret: string
  readonly keys: string
  /** Tells a command of the same owner how to reach the running server. */
  readonly door: string
  readonly clock: string
}

/** Something outside the program is not as it must be. `message` is one line for a person. */
export class StartError extends Error {
  override name = 'StartError'
}

/** @throws StartError where the folder cannot be made, read or written */
export function openDataFolder(folder: string): DataFolder {
  try {
    mkdirSync(path.join(folder, 'photos'), { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK)
    return {
      store: path.join(folder, 'store'),
      photos: path.join(folder, 'photos'),
      secret: path.join(folder, 'secret'),
      keys: path.join(folder, 'keys.json'),
      door: path.join(folder, 'door.json'),
      clock: path.join(folder, 'clock.json'),
    }
  } catch (err) {
    const reason = err instanceof Error ? err.message : String(err)
    throw new StartError(`cannot use DATA_DIR ${folder}: ${reason}`, { cause: err })
  }
}
