import * as z from '#shared/kernel/zod.ts'
import type { Item, Json, Key, Table } from '../platform/table/table.ts'
import { pageOf, type Settled } from './pages.ts'
import {
  actKey,
  currentKey,
  FORMER_VERSION,
  type Kind,
  layoutKey,
  pageKey,
  partitionOf,
  type RowOf,
  ROWS,
  StoredAct,
  StoredVersion,
} from './stored.ts'

// One partition per community, REGISTER#<community>:
//   CURRENT                  the version that holds, with its act and layout. Moved by one conditional write
//   LAYOUT#<number>          each version before it: which pages it is made of; never changed
//   ACT#<number>             who made it, when and how; what a list shows; never changed
//   UNITS#<run>#<page>       about 50 units each, by a hash of the label; never changed
//   OWNERS#<run>#<page>      key and name, by a hash of the key
//   NUMBERS#<run>#<page>     keyed hashes and last four of identity and phones
//   BUILDINGS#<run>#<page>   500 each, in the register's order
//   SAME#<run>#<page>        what was decided about owners of one name, 500 each
// A change writes the pages that differ under its own fresh run, records the version it builds on, then moves CURRENT
// (saving.ts). Until that last write nobody sees any of it: a crash leaves the old register whole, and rows nothing
// points to, which RUN#<community>#<run> remembers and a job takes away (leftovers.ts).
// Every version but the newest has LAYOUT and ACT; the newest has them soon, and is CURRENT meanwhile.
//
//   a home, or the few of a person   CURRENT, then their pages of UNITS at once
//   the roll                         CURRENT, then UNITS and OWNERS, 100 pages at a time
//   the buildings                    CURRENT, then BUILDINGS
//   versions                         CURRENT, then ACT backwards
//   an earlier version               LAYOUT, then its pages
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

/** Any version ever held. */
export async function versionNumbered(
  table: Table,
  community: string,
  number: number,
): Promise<StoredVersion | undefined> {
  const current = await currentVersion(table, community)
  if (!current || number > current.number) return undefined
  if (number === current.number) return current
  const kept = await table.get(layoutKey(community, number))
  return kept ? StoredVersion.parse(kept.data) : formerVersion(table, community, number)
}

/** Format 1 kept versions by run, those of abandoned imports too: of several the last is the one that was built on. */
async function formerVersion(table: Table, community: string, number: number) {
  const { items } = await table.query(partitionOf(community), { prefix: FORMER_VERSION })
  const versions = items.map(({ data }) => StoredVersion.parse(data))
  return versions
    .filter((version) => version.number === number)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)
}

export interface ActRange {
  /** Numbers from … to, both inclusive. */
  readonly from?: number
  readonly to?: number
  readonly limit?: number
}

/** What made the versions, newest first. */
export async function actsOf(
  table: Table,
  community: string,
  { from = 1, to = Infinity, limit = Infinity }: ActRange = {},
): Promise<readonly StoredAct[]> {
  const current = await currentVersion(table, community)
  if (!current) return []
  const newest = current.number >= from && current.number <= to ? [current] : []
  const last = Math.min(to, current.number - 1)
  const wanted = limit - newest.length
  if (last < from || wanted <= 0) return newest
  return [...newest, ...(await recordedActs(table, community, { from, to: last, limit: wanted }))]
}

async function recordedActs(
  table: Table,
  community: string,
  { from, to, limit }: Required<ActRange>,
): Promise<readonly StoredAct[]> {
  const bounds = { from: actKey(community, from).sk, to: actKey(community, to).sk, reverse: true }
  const acts: StoredAct[] = []
  let cursor: string | undefined
  do {
    const page = await table.query(partitionOf(community), {
      ...bounds,
      limit: Math.min(limit - acts.length, 1_000),
      ...(cursor !== undefined && { cursor }),
    })
    acts.push(...page.items.map(({ data }) => StoredAct.parse(data)))
    cursor = page.cursor
  } while (cursor !== undefined && acts.length < limit)
  return acts
}

/** Pages as stored, in the order asked for; all of the kind unless some are named. */
async function readPages(
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

/** The change that wrote a page. */
export function runOf(version: StoredVersion, kind: Kind, page: number): string {
  const run = version.runs[version.pages[kind][page] ?? -1]
  if (run === undefined) throw new Error(`version ${version.number} has no ${kind} page ${page}`)
  return run
}

const keyOf = (community: string, version: StoredVersion, kind: Kind, page: number): Key =>
  pageKey(community, kind, runOf(version, kind, page), page)

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
export async function rowsNear<K extends 'units' | 'owners' | 'numbers'>(
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

/** Pages of every kind, as stored. */
export type StoredPages = { readonly [K in Kind]: readonly Json[] }

export async function readAllPages(
  table: Table,
  community: string,
  version: StoredVersion,
): Promise<StoredPages> {
  const read = (kind: Kind) => readPages(table, community, version, kind)
  const [units, owners, numbers, buildings, same] = await Promise.all([
    read('units'),
    read('owners'),
    read('numbers'),
    read('buildings'),
    read('same'),
  ])
  return { units, owners, numbers, buildings, same }
}

/** A whole version, units and owners in order of label and key. */
export function settledOf(pages: StoredPages): Settled {
  const numbers = new Map(rowsOf('numbers', pages.numbers).map((row) => [row.key, row]))
  const owners = rowsOf('owners', pages.owners).map((owner) => {
    const { identity, phones = [] } = numbers.get(owner.key) ?? {}
    return { ...owner, ...(identity && { identity }), phones }
  })
  return {
    units: [...rowsOf('units', pages.units)].sort((a, b) => (a.label < b.label ? -1 : 1)),
    owners: owners.sort((a, b) => (a.key < b.key ? -1 : 1)),
    buildings: rowsOf('buildings', pages.buildings),
    same: rowsOf('same', pages.same),
  }
}

export const settledVersion = async (
  table: Table,
  community: string,
  version: StoredVersion,
): Promise<Settled> => settledOf(await readAllPages(table, community, version))
