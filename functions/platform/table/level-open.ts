import { ClassicLevel } from 'classic-level'
import { metaKey } from './level-keys.ts'
import type { Store } from './level-reader.ts'

export type Unusable = 'locked' | 'unwritable' | 'half-restored' | 'other-format'

const REASONS: Record<Unusable, string> = {
  locked: 'is in use by another process',
  unwritable: 'cannot be opened or written',
  'half-restored': 'holds a restore that did not finish: remove it and restore again',
  'other-format': 'was written by another version of this program',
}

/** The folder cannot serve as a store; the message is one line for whoever started the process. */
export class UnusableFolderError extends Error {
  override name = 'UnusableFolderError'
  readonly reason: Unusable

  constructor(folder: string, reason: Unusable, options?: ErrorOptions) {
    super(`${folder} ${REASONS[reason]}`, options)
    this.reason = reason
  }
}

const FORMAT = metaKey('format')
const CURRENT_FORMAT = '1'
export const RESTORING = metaKey('restoring')

const OPTIONS = {
  keyEncoding: 'utf8',
  valueEncoding: 'utf8',
  cacheSize: 4 * 1024 * 1024,
  writeBufferSize: 6 * 1024 * 1024,
  // Files are mapped into memory while they are open: of the many that a year makes, no more than 16 MB.
  maxFileSize: 512 * 1024,
  maxOpenFiles: 42,
} as const

const isLocked = (err: unknown): boolean =>
  err instanceof Error && (err as { cause?: { code?: unknown } }).cause?.code === 'LEVEL_LOCKED'

/** @throws UnusableFolderError */
export async function openStore(folder: string): Promise<Store> {
  const db: Store = new ClassicLevel(folder, OPTIONS)
  try {
    await db.open()
  } catch (err) {
    throw new UnusableFolderError(folder, isLocked(err) ? 'locked' : 'unwritable', { cause: err })
  }
  const fault = await markFormat(db)
  if (fault) {
    await db.close()
    throw new UnusableFolderError(folder, fault)
  }
  return db
}

async function markFormat(db: Store): Promise<Unusable | undefined> {
  if (db.getSync(RESTORING) !== undefined) return 'half-restored'
  const format = db.getSync(FORMAT)
  if (format === undefined) await db.put(FORMAT, CURRENT_FORMAT, { sync: true })
  return format === undefined || format === CURRENT_FORMAT ? undefined : 'other-format'
}
