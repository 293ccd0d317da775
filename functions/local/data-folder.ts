import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Where one machine keeps everything: store, photos, secret. */
export interface DataFolder {
  readonly store: string
  readonly photos: string
  /** 32 bytes, made on the first start, readable by its owner only. */
  readonly secret: Uint8Array
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
      secret: secretIn(path.join(folder, 'secret')),
      door: path.join(folder, 'door.json'),
      clock: path.join(folder, 'clock.json'),
    }
  } catch (err) {
    const reason = err instanceof Error ? err.message : String(err)
    throw new StartError(`cannot use DATA_DIR ${folder}: ${reason}`, { cause: err })
  }
}

function secretIn(file: string): Uint8Array {
  try {
    // `wx`: of two processes that start at once, one makes it and both read the same.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'EEXIST') throw err
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}
