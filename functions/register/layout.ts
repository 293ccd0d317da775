import { PUT_NEW } from '../platform/table/limits.ts'
import type { Item, Table } from '../platform/table/table.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { type Pages, wordingOf } from './pages.ts'
import { runOf, type StoredPages } from './repository.ts'
import { FORMAT, type Kind, KINDS, pageKey, type StoredVersion } from './stored.ts'

/** An item holds 400 KB. No register comes near, unless its labels were made to share a page. */
const PAGE_BYTES = 380_000

export type Layout = Pick<StoredVersion, 'runs' | 'pages'>

/** Where each page lies: under the fresh run, or where an earlier change wrote the same. */
export function layOut(
  pages: Pages,
  before: { readonly version: StoredVersion; readonly pages: StoredPages } | undefined,
  fresh: string,
): Layout {
  const runs = [fresh]
  const placeOf = (run: string): number => {
    const place = runs.indexOf(run)
    return place === -1 ? runs.push(run) - 1 : place
  }
  const places = (kind: Kind): number[] => {
    const old = before?.pages[kind] ?? []
    const comparable = before !== undefined && old.length === pages[kind].length
    return pages[kind].map((rows, page) =>
      comparable && wordingOf(old[page]) === wordingOf(rows)
        ? placeOf(runOf(before.version, kind, page))
        : 0,
    )
  }
  const placed = {
    units: places('units'),
    owners: places('owners'),
    numbers: places('numbers'),
    buildings: places('buildings'),
    same: places('same'),
  }
  return { runs, pages: placed }
}

/** Whether it is the very pages of the version before, no more and no fewer. */
export const saysTheSame = (layout: Layout, before: StoredVersion | undefined): boolean =>
  before !== undefined &&
  KINDS.every(
    (kind) =>
      layout.pages[kind].length === before.pages[kind].length && !layout.pages[kind].includes(0),
  )

/** The pages nobody wrote before. @throws RefusedError where one of them fits no item */
export function freshItems(community: string, pages: Pages, { runs, pages: at }: Layout) {
  const [run = ''] = runs
  const items = KINDS.flatMap((kind) =>
    pages[kind].flatMap((rows, page): Item[] =>
      at[kind][page] === 0
        ? [{ ...pageKey(community, kind, run, page), version: 1, v: FORMAT, data: rows }]
        : [],
    ),
  )
  if (items.some(({ data }) => Buffer.byteLength(JSON.stringify(data)) > PAGE_BYTES)) {
    throw new RefusedError('register.unsafe_content')
  }
  return items
}

export async function writeItems(
  table: Table,
  items: readonly Item[],
  onWritten?: (done: number, total: number) => void,
): Promise<void> {
  for (let done = 0; done < items.length; done += PUT_NEW) {
    onWritten?.(done, items.length)
    await table.putNew(items.slice(done, done + PUT_NEW))
  }
  onWritten?.(items.length, items.length)
}
