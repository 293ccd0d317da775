import type { board, PublicNotice } from '#shared/notices/contract.ts'
import { isExpired } from '#shared/notices/rules.ts'
import type { Places } from '../communities/offers.ts'
import type { Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Table } from '../platform/table/table.ts'
import { noticesIn, type Notices } from './repository.ts'
import { cardOf, type StoredCard } from './stored.ts'

const PAGE = 20

interface Needs {
  readonly places: Pick<Places, 'list' | 'scope'>
}

/**
 * What hangs on a notice board is read by whoever walks past: no login, no consent, nothing collected.
 * By whom it was published stays inside (个人信息保护法 §25).
 */
export const boardFeature = ({ places }: Needs): Feature<typeof board, Table> => ({
  open: ({ table }) => table,
  handlers: {
    async places({ limit = PAGE, cursor }) {
      const page = await places.list('community', {
        limit,
        ...(cursor !== undefined && { cursor }),
      })
      const items = page.items.map(({ of, name }) => ({ community: of, name }))
      return { items, ...(page.cursor !== undefined && { cursor: page.cursor }) }
    },
    async list({ community, limit = PAGE, cursor }, { repository, now }) {
      const notices = await noticesOf(places, repository, community)
      const page = await notices.list({ limit, ...(cursor !== undefined && { cursor }) })
      return { ...page, items: page.items.map((card) => onBoard(card, now)) }
    },
    async read({ community, notice }, { repository, now }) {
      const found = await (await noticesOf(places, repository, community)).find(notice)
      if (!found) throw new RefusedError('notices.not_found')
      const { editions } = found.stored
      const { text, edition } = editions[editions.length - 1] ?? editions[0]
      return { ...onBoard(cardOf(found.stored), now), text, edition }
    },
  },
})

async function noticesOf(
  places: Needs['places'],
  table: Table,
  community: string,
): Promise<Notices> {
  const scope = await places.scope(community)
  if (!scope) throw new RefusedError('scope.not_found')
  return noticesIn(table, scope)
}

const onBoard = (
  { notice, title, category, publishedAt, validUntil }: StoredCard,
  now: Date,
): PublicNotice => ({
  ...{ notice, title, category, publishedAt },
  expired: isExpired(validUntil, now),
})
