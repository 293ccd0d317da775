import { addDays, startOfDay } from '#shared/kernel/calendar.ts'
import { isExpired } from '#shared/notices/rules.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Item, Key } from '../platform/table/table.ts'
import { cardOf, type StoredNotice } from './stored.ts'

// NOTICE#<community>#<notice> | STATE            the notice with its editions
//   by1 N#<community>#pinned | <publishedAt>#<notice>    pinned and current
//   by1 N#<community>#latest | <publishedAt>#<notice>    every other
//   wake                                           when it stops being current and so pinned
// NOTICE#<community>#<notice> | READS            how many have read it, as last counted: `read-count.ts`
// READ#<community>#<notice>   | <person>         put once per person
//   by1 READBY#<community>#<person> | <publishedAt>#<notice>
//     which notices of a page a person has read: one query from the page's oldest to its newest
const FORMAT = 1
export const STATE = 'STATE'
export const READS = 'READS'

export const partitionOf = (community: string, notice: string): string =>
  `NOTICE#${community}#${notice}`
export const listPartition = (community: string, list: 'pinned' | 'latest'): string =>
  `N#${community}#${list}`
export const readPartition = (community: string, notice: string): string =>
  `READ#${community}#${notice}`
export const readByPartition = (community: string, person: string): string =>
  `READBY#${community}#${person}`

/** Where a notice stands among others, by time. */
export const placeOf = ({ publishedAt, notice }: { publishedAt: string; notice: string }) =>
  `${publishedAt}#${notice}`

export function stateItem(stored: StoredNotice, version: number, now: Date): Item {
  const { community, notice, pinned, validUntil } = stored
  const key: Key = { pk: partitionOf(community, notice), sk: STATE }
  const card = cardOf(stored)
  const isPinned = pinned && !isExpired(validUntil, now)
  const until =
    isPinned && validUntil !== undefined ? startOfDay(addDays(validUntil, 1)) : undefined
  return {
    version,
    v: FORMAT,
    data: stored,
    card,
    by1: { pk: listPartition(community, isPinned ? 'pinned' : 'latest'), sk: placeOf(card) },
    wake: until && wakeAt(key, until),
    ...key,
  }
}

export const readItem = (stored: StoredNotice, person: string, now: Date): Item => ({
  pk: readPartition(stored.community, stored.notice),
  sk: person,
  version: 1,
  v: FORMAT,
  data: { at: now.toISOString() },
  by1: { pk: readByPartition(stored.community, person), sk: placeOf(cardOf(stored)) },
})
