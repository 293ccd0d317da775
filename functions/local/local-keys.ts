import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import {
  EMPTY_DOCUMENT,
  readKeyDocument,
  ringFrom,
  type KeyDocument,
} from '../platform/keys/key-document.ts'
import type { KeyRing } from '../platform/keys/ring.ts'
import type { Mode } from '../platform/ports.ts'
import { StartError, type DataFolder } from './data-folder.ts'
import type { LocalSettings } from './settings.ts'

const OWNER_ONLY = 0o600
const OTHERS = 0o077
const ROOT_BYTES = 32
/** Stands before a root that a demo made: what was shown to everybody guards nothing. */
const DEMO = 'demo '
/** A key typed by hand, or one byte repeated, has not many different ones. */
const DIFFERENT_BYTES = 12

interface OpenedKeys {
  readonly first: KeyRing
  /** Absent where they cannot change while this process runs. */
  readonly read?: () => Promise<KeyRing>
}

/**
 * The keys of one machine: from the environment, or from two files, of which the first is made on the first start.
 * @throws StartError in one line, in production also where they do not guard anything
 */
export function openKeys({ mode, keys }: LocalSettings, folder: DataFolder): OpenedKeys {
  try {
    if (keys !== undefined) return { first: checked(ringFrom(readKeyDocument(keys)), mode) }
    const root = rootIn(folder.secret, mode)
    const read = (): KeyRing => checked(ringFrom(documentIn(folder.keys, mode), root), mode)
    return { first: read(), read: () => Promise.resolve().then(read) }
  } catch (err) {
    if (err instanceof StartError) throw err
    const reason = err instanceof Error ? err.message : String(err)
    throw new StartError(`cannot use the keys: ${reason}`, { cause: err })
  }
}

function checked(ring: KeyRing, mode: Mode): KeyRing {
  for (const { length } of [ring.root, ...ring.keys.map(({ secret }) => secret)]) {
    if (length < ROOT_BYTES) {
      throw new StartError(`a key has ${length} bytes; it must have at least ${ROOT_BYTES}`)
    }
  }
  if (mode === 'production' && new Set(ring.root).size < DIFFERENT_BYTES) {
    throw new StartError('MODE=production will not start with a key that can be guessed')
  }
  return ring
}

function rootIn(file: string, mode: Mode): Uint8Array {
  const made = (mode === 'demo' ? DEMO : '') + randomBytes(ROOT_BYTES).toString('hex')
  try {
    // `wx`: of two processes that start at once, one makes it and both read the same.
    writeFileSync(file, made, { flag: 'wx', mode: OWNER_ONLY })
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'EEXIST') throw err
  }
  demandPrivate(file, mode)
  const text = readFileSync(file, 'utf8').trim()
  if (mode === 'production' && text.startsWith(DEMO)) {
    throw new StartError(
      `MODE=production will not start with the demo's key in ${file}: use another DATA_DIR`,
    )
  }
  return Buffer.from(text.replace(DEMO, ''), 'hex')
}

function demandPrivate(file: string, mode: Mode): void {
  if (mode === 'production' && (statSync(file).mode & OTHERS) !== 0) {
    throw new StartError(`others can read the keys in ${file}: chmod 600 ${file}`)
  }
}

/** @throws Error where it is not of the form */
export function documentIn(file: string, mode: Mode = 'demo'): KeyDocument {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'ENOENT') throw err
    return EMPTY_DOCUMENT
  }
  demandPrivate(file, mode)
  return readKeyDocument(text)
}

/** Whoever reads it meanwhile reads the old one or the new one, whole. */
export function writeDocument(file: string, document: KeyDocument): void {
  const beside = `${file}.new`
  writeFileSync(beside, `${JSON.stringify(document, undefined, 2)}\n`, { mode: OWNER_ONLY })
  renameSync(beside, file)
}
