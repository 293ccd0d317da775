import type { Role } from '#shared/kernel/permissions.ts'
import { isLive, rolesIn } from '#shared/people/rules.ts'
import type { Table } from '../platform/table/table.ts'
import { personsIn } from './repository.ts'
import { rosterOn } from './roster.ts'

const PAGE = 100

/** Somebody who works at a community; the name is in full: mask it before others see it. */
export interface Staff {
  readonly person: string
  readonly name: string
  readonly role: Role
}

/** Everybody who holds one of these roles at this community now, each once. A few seconds behind the grants. */
export async function staffAt(
  table: Table,
  community: string,
  roles: readonly Role[],
  now: Date,
): Promise<readonly Staff[]> {
  const found = new Map<string, Staff>()
  let cursor: string | undefined
  do {
    const range = { limit: PAGE, ...(cursor !== undefined && { cursor }) }
    const page = await rosterOn(table).list({ scope: 'community', of: community }, range)
    for (const { person, name, grant } of page.items) {
      if (!roles.includes(grant.role) || !isLive(grant, now) || found.has(person)) continue
      found.set(person, { person, name, role: grant.role })
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return [...found.values()]
}

/** This person, where they hold one of these roles there at this moment. */
export async function staffMember(
  table: Table,
  { person, community }: { readonly person: string; readonly community: string },
  roles: readonly Role[],
  now: Date,
): Promise<Staff | undefined> {
  const held = await personsIn(table).grantsOf(person)
  if (!held) return undefined
  const role = rolesIn(held, { community }, now).find((one) => roles.includes(one))
  return role && { person, name: held.name, role }
}
