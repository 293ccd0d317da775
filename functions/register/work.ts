import { createHash } from 'node:crypto'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError } from '../platform/table/table.ts'
import { importsIn, type Imports } from './imports.ts'
import { type ImportProgress, previewRegister, saveUnderstood } from './importing.ts'
import { look } from './looking.ts'
import { fileKey, type Whose } from './places.ts'
import { refused } from './refused-import.ts'
import { READING_LIMITS } from './reading/limits.ts'
import { actsOf } from './repository.ts'
import { mappingOf } from './sampling.ts'
import { type FoundImport, isOver, StoredImport } from './stored-import.ts'

export type WorkNeeds = Pick<Ports, 'table' | 'blobs' | 'keys' | 'now' | 'newId'>

/** What is said of progress is written at most so often. */
const TOLD_EVERY_MS = 1_000

/** The import as the worker knows it; only the worker writes while it works. */
interface Working {
  readonly needs: WorkNeeds
  readonly imports: Imports
  found: FoundImport
}

/** A file has come: the first one, or another by the same form. False where no import of that id exists. */
export async function fileArrived(needs: WorkNeeds, whose: Whose): Promise<boolean> {
  const imports = importsIn(needs.table, whose.community)
  const found = await imports.find(whose.name)
  if (!found) return false
  // What was confirmed is the file as it was; the writing itself finds that it has changed.
  if (isOver(found.one) || found.one.state === 'writing') return true
  await unlessTaken(preview({ needs, imports, found }))
  return true
}

/** Somebody ordered work: what it is, the import says. Ordering twice, late or for nothing does no harm. */
export async function orderArrived(needs: WorkNeeds, whose: Whose): Promise<void> {
  const imports = importsIn(needs.table, whose.community)
  const found = await imports.find(whose.name)
  if (!found) return
  const working: Working = { needs, imports, found }
  if (found.one.state === 'writing') await unlessTaken(write(working))
  else if (found.one.state === 'reading' || found.one.state === 'understanding') {
    await unlessTaken(preview(working))
  }
}

/** Somebody else moved it meanwhile: theirs counts. */
const unlessTaken = (work: Promise<void>): Promise<void> =>
  work.catch((err: unknown) => {
    if (!(err instanceof ConflictError)) throw err
  })

async function tell(working: Working, told: Partial<StoredImport>): Promise<void> {
  const { needs, imports, found } = working
  const movedAt = needs.now().toISOString()
  working.found = await imports.save({ ...found.one, ...told, movedAt }, found)
}

async function refuseIn(working: Working, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (err) {
    if (!(err instanceof RefusedError)) throw err
    await tell(working, refused(working.found.one, err.code, err.params))
  }
}

async function bytesOf({ needs, found: { one } }: Working): Promise<Uint8Array> {
  const file = await needs.blobs.get(fileKey({ community: one.community, name: one.id }))
  if (!file) throw new RefusedError('register.file_empty')
  const { fileBytes } = READING_LIMITS
  if (file.length > fileBytes) {
    throw new RefusedError('register.file_too_large', { megabytes: fileBytes / 1_000_000 })
  }
  return file
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function preview(working: Working): Promise<void> {
  working.found = { ...working.found, one: withoutLook(working.found.one) }
  await refuseIn(working, async () => {
    await tell(working, { state: 'reading' })
    const bytes = await bytesOf(working)
    const telling = tellsOf(working)
    const read = await readFile(working, bytes, telling.onProgress)
    await telling.end()
    await tell(working, await look(working, read, sha256Of(bytes)))
  })
}

/** What an earlier look found is not what the next will find. */
function withoutLook(one: StoredImport): StoredImport {
  const gone: readonly string[] = ['preview', 'refusal', 'look']
  return StoredImport.parse(
    Object.fromEntries(Object.entries(one).filter(([name]) => !gone.includes(name))),
  )
}

async function readFile(
  { needs, found: { one } }: Working,
  bytes: Uint8Array,
  onProgress: (progress: ImportProgress) => void,
) {
  const { community, mapping = [] } = one
  const hash = (text: string): string => needs.keys.digestText('register', community, text)
  return previewRegister(bytes, { hash, mappings: mapping.map(mappingOf), onProgress })
}

/** Writes what was confirmed, if the file still is what was previewed. */
async function write(working: Working): Promise<void> {
  const { needs, found } = working
  const { id, community, confirmed } = found.one
  if (!confirmed) throw new Error('an import is written only once it is confirmed')
  // Whoever else had the order fails here, or at the next step told.
  await tell(working, { done: 0 })
  const done = await versionMade(needs, found.one)
  if (done !== undefined) return tell(working, { state: 'done', version: done })
  await refuseIn(working, async () => {
    const bytes = await bytesOf(working)
    if (sha256Of(bytes) !== confirmed.sha256) throw new RefusedError('register.file_changed')
    const telling = tellsOf(working)
    const read = await readFile(working, bytes, () => undefined)
    if (!read.understood) throw new RefusedError(read.code, read.params)
    const { version } = await saveUnderstood(read.understanding, {
      table: needs.table,
      communityId: community,
      now: needs.now(),
      newId: needs.newId,
      comparedWith: confirmed.comparedWith,
      sameOwners: confirmed.sameOwners,
      told: {
        act: 'import',
        by: confirmed.by,
        file: { name: found.one.file, sha256: confirmed.sha256 },
        import: id,
      },
      onProgress: telling.onProgress,
    })
    await tell(working, { state: 'done', version, ...(await telling.end()) })
  })
}

/** The version this import became, where a crash came after it and before it was told. */
async function versionMade(
  { table }: WorkNeeds,
  { id, community, confirmed }: StoredImport,
): Promise<number | undefined> {
  const next = (confirmed?.comparedWith ?? 0) + 1
  const [act] = await actsOf(table, community, { from: next, to: next })
  return act?.import === id ? next : undefined
}

/** Tells how far the work is: every step, and of pages written now and then, one telling at a time. */
function tellsOf(working: Working) {
  let pending = Promise.resolve()
  let toldAt = 0
  let written: Pick<StoredImport, 'done' | 'total'> = {}
  const queue = (told: Partial<StoredImport>): void => {
    pending = pending.then(() => tell(working, told))
    // One that fails must not end the process before `end` is asked.
    pending.catch(() => undefined)
  }
  return {
    onProgress(progress: ImportProgress): void {
      if (progress.step === 'understanding') queue({ state: 'understanding' })
      if (progress.step !== 'writing') return
      written = { done: progress.done, total: progress.total }
      const at = working.needs.now().getTime()
      if (toldAt !== 0 && at - toldAt < TOLD_EVERY_MS) return
      toldAt = at
      queue(written)
    },
    async end() {
      await pending
      return written
    },
  }
}
