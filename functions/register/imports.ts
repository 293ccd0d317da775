import { DAY } from '#shared/kernel/calendar.ts'
import { ConflictError, type Item, type Json, type Table } from '../platform/table/table.ts'
import { writeItems } from './layout.ts'
import {
  type FoundImport,
  foundIn,
  importItem,
  importKey,
  LIST_FORMAT,
  type ListName,
  listKey,
  type StoredImport,
} from './stored-import.ts'

export type Imports = ReturnType<typeof importsIn>

/** Far below the 400 KB of an item, and 25 of them below what one batch may hold. */
const ROWS_A_CHUNK = 50
const LISTS_LIVE = 2 * DAY
const TRIES = 8

export interface ListRange {
  readonly from: number
  readonly limit: number
}

/** Access patterns: `stored-import.ts`. */
export const importsIn = (table: Table, community: string) => ({
  community,
  async find(id: string): Promise<FoundImport | undefined> {
    const item = await table.get(importKey(community, id))
    return item && foundIn(item)
  },
  /** @throws ConflictError where the id is taken */
  add: (one: StoredImport): Promise<void> => table.put(importItem(one, 1)),
  /** @throws ConflictError where somebody else wrote since it was found */
  async save(one: StoredImport, { version }: FoundImport): Promise<FoundImport> {
    await table.put(importItem(one, version + 1))
    return { one, version: version + 1 }
  },
  /** Rows of a list, written once under a fresh look. */
  async writeList(id: string, list: string, rows: readonly Json[], now: Date): Promise<void> {
    const expiresAt = Math.floor((now.getTime() + LISTS_LIVE) / 1_000)
    const items: Item[] = []
    for (let n = 0; n * ROWS_A_CHUNK < rows.length; n += 1) {
      const data = rows.slice(n * ROWS_A_CHUNK, (n + 1) * ROWS_A_CHUNK)
      const key = listKey(community, id, list, n)
      items.push({ version: 1, v: LIST_FORMAT, data, expiresAt, ...key })
    }
    await writeItems(table, items)
  },
  /** From the place `from` on; fewer than `limit` where the list ends. */
  async readList(id: string, list: string, { from, limit }: ListRange): Promise<readonly Json[]> {
    const first = Math.floor(from / ROWS_A_CHUNK)
    const last = Math.floor((from + limit - 1) / ROWS_A_CHUNK)
    const keys = Array.from({ length: last - first + 1 }, (_, n) =>
      listKey(community, id, list, first + n),
    )
    const chunks = await table.batchGet(keys)
    const rows = chunks.flatMap((item) => (item ? (item.data as readonly Json[]) : []))
    const skipped = from - first * ROWS_A_CHUNK
    return rows.slice(skipped, skipped + limit)
  },
})

/** The list of a look at the file. */
export const listOf = (list: ListName, look: string): string => `${list}#${look}`

/** Finds, changes and saves, again where somebody else wrote between. `undefined` changes nothing. */
export async function changeImport(
  imports: Imports,
  id: string,
  change: (one: StoredImport) => StoredImport | undefined,
): Promise<StoredImport | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await imports.find(id)
    const next = found && change(found.one)
    if (!next || next === found.one) return found?.one
    try {
      return (await imports.save(next, found)).one
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === TRIES) throw err
    }
  }
}
