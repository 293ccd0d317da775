import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  ended,
  NO_ROOT,
  ringFrom,
  rotated,
  type KeyDocument,
} from '../platform/keys/key-document.ts'
import { keysOf, openRing, ROOT_KEY, type Ring } from '../platform/keys/ring.ts'
import { openDataFolder, StartError } from './data-folder.ts'
import { documentIn, writeDocument } from './local-keys.ts'
import type { LocalSettings } from './settings.ts'

const USAGE =
  'usage: npm run keys -- list | rotate | end ID, and FILE where a document lies elsewhere'

/**
 * `npm run keys`: shows the ring, adds a key, or ends one that was seen by others. A running server, or the functions
 * on AWS once FILE is put back as their secret, learn of it within minutes; nobody is logged out.
 * @throws StartError
 */
export function keysCommand(
  settings: Pick<LocalSettings, 'folder' | 'keys' | 'realNow'>,
  [verb, ...rest]: readonly string[],
  say: (line: string) => void,
): void {
  const now = settings.realNow()
  const id = verb === 'end' ? rest[0] : undefined
  const file = fileOf(settings, rest[verb === 'end' ? 1 : 0])
  const document = documentIn(file)
  if (verb === 'list') {
    list(document, now, say)
    return
  }
  if (verb === 'rotate') {
    const next = rotated(document, randomBytes(32), now)
    writeDocument(file, next)
    list(next, now, say)
    return
  }
  if (id === undefined) throw new StartError(USAGE)
  const next = ended(document, id, now)
  if (!next) throw new StartError(`there is no key ${id} that another one has followed`)
  writeDocument(file, next)
  list(next, now, say)
}

function fileOf({ folder, keys }: Pick<LocalSettings, 'folder' | 'keys'>, given?: string): string {
  if (given !== undefined) {
    if (existsSync(given)) return given
    throw new StartError(`${given} does not exist`)
  }
  if (keys === undefined) return openDataFolder(folder).keys
  throw new StartError('the keys are in KEYS: put its value into a FILE, and name that')
}

function list(document: KeyDocument, now: Date, say: (line: string) => void): void {
  const kept = ringFrom(document, NO_ROOT)
  const ring = openRing(kept, { now: () => now })
  for (const { id, from } of keysOf(kept)) {
    const since = id === ROOT_KEY ? 'from the beginning' : `from ${from.toISOString()}`
    say(`${id}  ${since}  ${stateOf(id, from, ring, now)}`)
  }
}

function stateOf(id: string, from: Date, ring: Ring, now: Date): string {
  if (id === ring.current().id) return 'signs and seals'
  if (from.getTime() > now.getTime()) return 'will sign and seal'
  return ring.verifying(id)
    ? 'verifies its last tokens, opens what it sealed'
    : 'opens what it sealed'
}
