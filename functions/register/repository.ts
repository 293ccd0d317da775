import * as z from '#shared/kernel/zod.ts'
import type { Item, Json, Key, Table } from '../platform/table/table.ts'
import { pageOf } from './pages.ts'
import { currentKey, type Kind, pageKey, type RowOf, ROWS, StoredVersion } from './stored.ts'

// One partition per community, REGISTER#<community>:
//   CURRENT                  the version that holds: which pages it is made of. Moved by one conditional write
//   VERSION#<run>            the same for every version ever made; never changed
//   UNITS#<run>#<page>       about 50 units each, by a hash of the label; never changed
//   OWNERS#<run>#<page>      key and name, by a hash of the key
//   NUMBERS#<run>#<page>     keyed hashes and last four of identity and phones
//   BUILDINGS#<run>#<page>   500 each, in the register's order
// An import writes the pages that differ under its own fresh run, then VERSION, then moves CURRENT (saving.ts).
// Until that last write nobody sees any of it: a crash leaves the old register whole, and rows nothing points to.
//
//   a home, or the few of a person   CURRENT, then their pages of UNITS at once
//   the roll                         CURRENT, then UNITS and OWNERS, 100 pages at a time
//   the buildings                    CURRENT, then BUILDINGS
// One item per unit would make a home cheaper (1 read unit instead of some 3) and the roll no cheaper, but an import
// four times dearer; and a roll would have to read past the rows of every version before it.
const READ_AT_ONCE = 100

export const findCurrent = (table: Table, community: string): Promise<Item | undefined> =>
  table.get(currentKey(community))

export async function currentVersion(
  table: Table,
  community: string,
): Promise<StoredVersion | undefined> {
  const item = await findCurrent(table, community)
  return item && StoredVersion.parse(item.data)
}

/** Pages as stored, in the order asked for; all of the kind unless some are named. */
export async function readPages(
  table: Table,
  community: string,
  version: StoredVersion,
  kind: Kind,
  which: readonly number[] = version.pages[kind].map((_, page) => page),
): Promise<readonly Json[]> {
  const keys = which.map((page) => keyOf(community, version, kind, page))
  const pages: Json[] = []
  for (let start = 0; start < keys.length; start += READ_AT_ONCE) {
    for (const item of await table.batchGet(keys.slice(start, start + READ_AT_ONCE))) {
      if (!item) throw new Error('a page of the register is missing')
      pages.push(item.data)
    }
  }
  return pages
}

function keyOf(community: string, version: StoredVersion, kind: Kind, page: number): Key {
  const run = version.runs[version.pages[kind][page] ?? -1]
  if (run === undefined) throw new Error(`version ${version.number} has no ${kind} page ${page}`)
  return pageKey(community, kind, run, page)
}

const rowsOf = <K extends Kind>(kind: K, pages: readonly Json[]): readonly RowOf<K>[] =>
  pages.flatMap((page) => z.array(ROWS[kind]).parse(page) as RowOf<K>[])

/** Every row of a kind in a version. */
export const allRows = async <K extends Kind>(
  table: Table,
  community: string,
  version: StoredVersion,
  kind: K,
): Promise<readonly RowOf<K>[]> => rowsOf(kind, await readPages(table, community, version, kind))

/** The rows with these labels of units or keys of owners, and others that share their pages. */
export async function rowsNear<K extends 'units' | 'owners'>(
  table: Table,
  community: string,
  version: StoredVersion,
  kind: K,
  ids: readonly string[],
): Promise<readonly RowOf<K>[]> {
  const count = version.pages[kind].length
  const which = [...new Set(ids.map((id) => pageOf(id, count)))]
  return rowsOf(kind, await readPages(table, community, version, kind, which))
}
