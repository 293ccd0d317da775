import type { Register } from '#shared/register/register.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { ConflictError, type Item, type Table } from '../platform/table/table.ts'
import { digestOf, type Pages, pagesOf } from './pages.ts'
import { findCurrent, readPages } from './repository.ts'
import {
  currentKey,
  FORMAT,
  type Kind,
  KINDS,
  pageKey,
  StoredVersion,
  versionKey,
} from './stored.ts'

const WRITTEN_AT_ONCE = 25
/** An item holds 400 KB. No register comes near, unless its labels were made to share a page. */
const PAGE_BYTES = 380_000

export interface SaveAs {
  /** Fresh; names this import. */
  readonly run: string
  readonly at: Date
  readonly onWritten?: (done: number, total: number) => void
}

export interface Saved {
  readonly version: StoredVersion
  /** False where the register was the same already: nothing was written. */
  readonly changed: boolean
}

/**
 * Makes a register the community's next version: differing pages under fresh keys, then one conditional write.
 * @throws RefusedError `register.changed_meanwhile` where another import was faster
 */
export async function saveRegister(
  table: Table,
  community: string,
  register: Register,
  as: SaveAs,
): Promise<Saved> {
  const held = await findCurrent(table, community)
  const before = held && StoredVersion.parse(held.data)
  const pages = pagesOf(register)
  const sha256 = digestOf(pages)
  if (before?.sha256 === sha256) return { version: before, changed: false }

  const kept = before ? await pagesKept(table, community, before, pages) : []
  const placed = place(pages, kept, as.run)
  const version: StoredVersion = {
    number: (before?.number ?? 0) + 1,
    run: as.run,
    at: as.at.toISOString(),
    sha256,
    units: register.units.length,
    ...placed,
  }
  await writePages(table, itemsOf(community, pages, version), as)
  await moveCurrent(table, community, version, held)
  return { version, changed: true }
}

/** A page that says the same as before, and which import wrote it. */
interface Kept {
  readonly kind: Kind
  readonly page: number
  readonly run: string
}

async function pagesKept(
  table: Table,
  community: string,
  before: StoredVersion,
  pages: Pages,
): Promise<readonly Kept[]> {
  const kept: Kept[] = []
  for (const kind of KINDS) {
    const places = before.pages[kind]
    if (places.length !== pages[kind].length) continue
    const old = await readPages(table, community, before, kind)
    for (const [page, rows] of pages[kind].entries()) {
      const run = before.runs[places[page] ?? -1]
      const same = JSON.stringify(old[page]) === JSON.stringify(rows)
      if (run !== undefined && same) kept.push({ kind, page, run })
    }
  }
  return kept
}

function place(pages: Pages, kept: readonly Kept[], fresh: string) {
  const runs = [...new Set([fresh, ...kept.map(({ run }) => run)])]
  const runOf = new Map(kept.map(({ kind, page, run }) => [`${kind}#${page}`, runs.indexOf(run)]))
  const places = (kind: Kind): number[] =>
    pages[kind].map((_, page) => runOf.get(`${kind}#${page}`) ?? 0)
  return {
    runs,
    pages: {
      units: places('units'),
      owners: places('owners'),
      numbers: places('numbers'),
      buildings: places('buildings'),
    },
  }
}

/** What is new in the version, and the version itself last. */
function itemsOf(community: string, pages: Pages, version: StoredVersion): readonly Item[] {
  const { run, runs } = version
  const written = KINDS.flatMap((kind) =>
    pages[kind].flatMap((rows, page) => {
      if (runs[version.pages[kind][page] ?? -1] !== run) return []
      return [{ ...pageKey(community, kind, run, page), version: 1, v: FORMAT, data: rows }]
    }),
  )
  if (written.some(({ data }) => Buffer.byteLength(JSON.stringify(data)) > PAGE_BYTES)) {
    throw new RefusedError('register.unsafe_content')
  }
  return [...written, { ...versionKey(community, run), version: 1, v: FORMAT, data: version }]
}

async function writePages(table: Table, items: readonly Item[], as: SaveAs): Promise<void> {
  for (let done = 0; done < items.length; done += WRITTEN_AT_ONCE) {
    as.onWritten?.(done, items.length)
    await table.putNew(items.slice(done, done + WRITTEN_AT_ONCE))
  }
  as.onWritten?.(items.length, items.length)
}

async function moveCurrent(
  table: Table,
  community: string,
  version: StoredVersion,
  held: Item | undefined,
): Promise<void> {
  const key = currentKey(community)
  try {
    await table.put({ ...key, version: (held?.version ?? 0) + 1, v: FORMAT, data: version })
  } catch (err) {
    if (err instanceof ConflictError) throw new RefusedError('register.changed_meanwhile')
    throw err
  }
}
