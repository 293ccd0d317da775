import type { Role } from '#shared/kernel/permissions.ts'
import { isLive } from '#shared/people/rules.ts'
import type { Place } from '#shared/people/scopes.ts'
import type { Table } from '../platform/table/table.ts'
import { rosterOn } from './roster.ts'

const PAGE = 100

/** Who holds one of these roles at this very place now: persons' ids, each once. A few seconds behind the grants. */
export async function roleHolders(
  table: Table,
  place: Place,
  roles: readonly Role[],
  now: Date,
): Promise<readonly string[]> {
  const found = new Set<string>()
  let cursor: string | undefined
  do {
    const range = { limit: PAGE, ...(cursor !== undefined && { cursor }) }
    const page = await rosterOn(table).list(place, range)
    for (const { person, grant } of page.items) {
      if (roles.includes(grant.role) && isLive(grant, now)) found.add(person)
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return [...found]
}
