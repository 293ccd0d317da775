import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from '#shared/kernel/zod.ts'
import type { Items, LevelTable } from '../platform/table/level-table.ts'
import type { Item } from '../platform/table/table.ts'

/*
 * A backup holds the store and the files beside it, or what is restored could not be used: photos would be
 * missing, and without the secret nobody's session and no owner's key would fit. Files travel as items:
 *   FILE#<path below the data folder> | <part>   data: {"base64": "…"}
 */
const PREFIX = 'FILE#'
const PART = 192 * 1024
const PARTS = [path.join('photos', 'kept'), 'secret', 'keys.json', 'clock.json']

const FilePart = z.object({ base64: z.string() })

/** The store as it is now, then the files. */
export async function* everythingIn(
  store: Pick<LevelTable, 'snapshot'>,
  folder: string,
): AsyncGenerator<Item> {
  yield* store.snapshot()
  for (const name of await filesIn(folder)) {
    const bytes = await readFile(path.join(folder, name))
    const pk = PREFIX + name.split(path.sep).join('/')
    for (let part = 0; part === 0 || part * PART < bytes.length; part += 1) {
      const base64 = bytes.subarray(part * PART, (part + 1) * PART).toString('base64')
      yield { pk, sk: String(part).padStart(6, '0'), version: 1, v: 1, data: { base64 } }
    }
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = []
  const visit = async (name: string): Promise<void> => {
    const inside = await readdir(path.join(folder, name), { withFileTypes: true }).catch(absent)
    if (inside === undefined) found.push(name)
    else for (const entry of inside) await visit(path.join(name, entry.name))
  }
  for (const part of PARTS) await visit(part)
  return found.filter((name) => name !== path.join('photos', 'kept')).sort()
}

/** A file is no folder; a folder that is not there holds nothing. */
function absent(err: NodeJS.ErrnoException): undefined | [] {
  if (err.code === 'ENOTDIR') return undefined
  if (err.code === 'ENOENT') return []
  throw err
}

/** A store to restore into: what is a file goes to its place in the folder, the rest into the store. */
export const folderAndStore = (
  store: Pick<LevelTable, 'isEmpty' | 'load'>,
  folder: string,
): Pick<LevelTable, 'isEmpty' | 'load'> => ({
  isEmpty: () => store.isEmpty(),
  load: (items) => store.load(withoutFiles(items, folder)),
})

async function* withoutFiles(items: Items, folder: string): AsyncGenerator<Item> {
  for await (const item of items) {
    if (item.pk.startsWith(PREFIX)) await keepPart(item, folder)
    else yield item
  }
}

async function keepPart({ pk, sk, data }: Item, folder: string): Promise<void> {
  const place = path.resolve(folder, ...pk.slice(PREFIX.length).split('/'))
  if (!place.startsWith(path.resolve(folder) + path.sep))
    throw new Error('a file out of its folder')
  await mkdir(path.dirname(place), { recursive: true })
  const bytes = Buffer.from(FilePart.parse(data).base64, 'base64')
  await writeFile(place, bytes, { flag: Number(sk) === 0 ? 'w' : 'a', mode: 0o600 })
}
