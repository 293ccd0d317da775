import { createHash } from 'node:crypto'
import type { Register } from '#shared/register/register.ts'
import type { Kind, RowOf, Same } from './stored.ts'

/** On average, so that a home is read with a few KB and 20,000 homes are some hundred items. */
const ROWS_A_PAGE = 64
const IN_ORDER_A_PAGE = 500

/** FNV-1a over UTF-16 units: spreads labels and keys evenly, the same on every machine for ever. */
function spread(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return hash >>> 0
}

/** Of `pages`, the one a label or key lies in. */
export const pageOf = (id: string, pages: number): number => spread(id) % pages

/**
 * Rows by their own id, not by their order: a row more or less changes one page, not all after it.
 * The number of pages is a power of two, so it changes only when a register doubles.
 */
function scatter<T>(rows: readonly T[], idOf: (row: T) => string): readonly (readonly T[])[] {
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(rows.length / ROWS_A_PAGE)))
  const pages = Array.from({ length: count }, (): T[] => [])
  for (const row of rows) pages[pageOf(idOf(row), count)]?.push(row)
  return pages
}

function inOrder<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const pages = Math.ceil(rows.length / IN_ORDER_A_PAGE)
  return Array.from({ length: pages }, (_, page) =>
    rows.slice(page * IN_ORDER_A_PAGE, (page + 1) * IN_ORDER_A_PAGE),
  )
}

export type Pages = { readonly [K in Kind]: readonly (readonly RowOf<K>[])[] }

/** A register with what was decided about its owners. */
export interface Settled extends Register {
  readonly same: readonly Same[]
}

export function pagesOf({ units, owners, buildings, same }: Settled): Pages {
  const keyOf = ({ key }: { readonly key: string }): string => key
  return {
    units: scatter(units, ({ label }) => label),
    owners: scatter(
      owners.map(({ key, name, organisation }) => ({ key, name, organisation })),
      keyOf,
    ),
    numbers: scatter(
      owners.map(({ key, identity, phones }) => ({ key, ...(identity && { identity }), phones })),
      keyOf,
    ),
    buildings: inOrder(buildings),
    same: inOrder(same),
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1

/** The same for rows whose fields were put down in another order. */
export const wordingOf = (rows: unknown): string =>
  JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(byName))
      : value,
  )

/** The same register has the same digest, whoever makes it and when. */
export function digestOf(pages: Pages): string {
  const hash = createHash('sha256')
  for (const [kind, rows] of Object.entries(pages).sort(byName)) {
    for (const page of rows) hash.update(`${kind}\n${wordingOf(page)}\n`)
  }
  return hash.digest('hex')
}
