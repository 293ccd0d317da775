import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'

/** A file being written: nothing of it is seen under its key until it is kept. */
export interface Draft {
  write(bytes: Uint8Array): Promise<void>
  /** Syncs it and puts it in the key's place in one step. */
  keep(key: string): Promise<void>
  drop(): Promise<void>
}

export interface Stored {
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** Files on one disk. The first line of each is its content type, so that one rename moves both. */
export interface FileStore {
  draft(contentType: string): Promise<Draft>
  get(key: string): Promise<Stored | undefined>
  delete(key: string): Promise<void>
}

const NEWLINE = 0x0a

export function fileStore(folder: string): FileStore {
  const drafts = path.join(folder, 'drafts')
  const kept = path.join(folder, 'kept')
  // What a crash left half written is nobody's.
  const ready = rm(drafts, { recursive: true, force: true }).then(() =>
    mkdir(drafts, { recursive: true }),
  )
  const placeOf = (key: string): string => path.join(kept, ...key.split('/'))

  return {
    async draft(contentType) {
      await ready
      const file = path.join(drafts, randomUUID())
      const handle = await open(file, 'wx', 0o600)
      await handle.write(`${contentType.replace(/[\r\n]/g, ' ')}\n`)
      return {
        write: (bytes) => writeAll(handle, bytes),
        async keep(key) {
          const place = placeOf(key)
          await handle.sync()
          await handle.close()
          await mkdir(path.dirname(place), { recursive: true })
          await rename(file, place)
          await syncFolder(path.dirname(place))
        },
        async drop() {
          await handle.close()
          await rm(file, { force: true })
        },
      }
    },
    async get(key) {
      const file = await readFile(placeOf(key)).catch(ignoreAbsent)
      if (!file) return undefined
      const end = file.indexOf(NEWLINE)
      return { contentType: file.subarray(0, end).toString(), bytes: file.subarray(end + 1) }
    },
    delete: (key) => rm(placeOf(key), { force: true }),
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    from += (await handle.write(bytes, from)).bytesWritten
  }
}

/** Without this a power cut could forget the new name. Windows knows no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

function ignoreAbsent(err: unknown): undefined {
  const { code } = err as NodeJS.ErrnoException
  // A folder of the key's name, or a file in place of one of its folders: no such blob.
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined
  throw err
}
