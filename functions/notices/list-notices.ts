import type { Page, Range, Table } from '../platform/table/table.ts'
import { listPartition, placeOf, readByPartition } from './items.ts'
import { StoredCard } from './stored.ts'

type Listing = Required<Pick<Range, 'limit'>> & Pick<Range, 'cursor'>
type Cards = Page<StoredCard>

/** Marks a cursor behind the pinned ones. A table's own cursor never starts so. */
const LATEST = 'latest '

/** Pinned ones, then latest first. One index query a page; two for the page on which the pinned ones end. */
export async function listNotices(
  table: Table,
  community: string,
  { limit, cursor }: Listing,
): Promise<Cards> {
  if (cursor?.startsWith(LATEST)) {
    return latestPage(table, community, limit, cursor.slice(LATEST.length))
  }
  const pinned = await cardsOf(table, listPartition(community, 'pinned'), { limit, cursor })
  if (pinned.cursor !== undefined) return pinned
  const left = limit - pinned.items.length
  if (left === 0) return { ...pinned, cursor: LATEST }
  const latest = await latestPage(table, community, left, '')
  return { ...latest, items: [...pinned.items, ...latest.items] }
}

async function latestPage(
  table: Table,
  community: string,
  limit: number,
  place: string,
): Promise<Cards> {
  const range = { limit, cursor: place === '' ? undefined : place }
  const page = await cardsOf(table, listPartition(community, 'latest'), range)
  return page.cursor === undefined ? page : { ...page, cursor: LATEST + page.cursor }
}

async function cardsOf(table: Table, partition: string, range: Range): Promise<Cards> {
  const page = await table.queryIndex('by1', partition, { ...range, reverse: true })
  return { ...page, items: page.items.map(({ card }) => StoredCard.parse(card)) }
}

/** Which of these the person has read: one index query, over the time that they span. */
export async function readAmong(
  table: Table,
  community: string,
  cards: readonly StoredCard[],
  person: string,
): Promise<ReadonlySet<string>> {
  const places = cards.map(placeOf).sort()
  const [from, to] = [places[0], places[places.length - 1]]
  if (from === undefined) return new Set()
  const range = { from, to }
  const { items } = await table.queryIndex('by1', readByPartition(community, person), range)
  const read = new Set(items.map(({ at }) => at))
  return new Set(cards.filter((card) => read.has(placeOf(card))).map(({ notice }) => notice))
}
