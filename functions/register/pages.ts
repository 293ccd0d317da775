import { createHash } from 'node:crypto'
import type { Register } from '#shared/register/register.ts'
import type { Kind, RowOf } from './stored.ts'

/** On average, so that a home is read with a few KB and 20,000 homes are some hundred items. */
const ROWS_A_PAGE = 64
const BUILDINGS_A_PAGE = 500

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

function inOrder<T>(rows: readonly T[], size: number): readonly (readonly T[])[] {
  const pages = Math.ceil(rows.length / size)
  return Array.from({ length: pages }, (_, page) => rows.slice(page * size, (page + 1) * size))
}

export type Pages = { readonly [K in Kind]: readonly (readonly RowOf<K>[])[] }

export function pagesOf({ units, owners, buildings }: Register): Pages {
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
    buildings: inOrder(buildings, BUILDINGS_A_PAGE),
  }
}

/** The same register has the same digest, whoever imports it and when. */
export const digestOf = (pages: Pages): string =>
  createHash('sha256').update(JSON.stringify(pages)).digest('hex')
