import { isLive } from '#shared/people/rules.ts'
import { placeName } from '#shared/people/scopes.ts'
import type { AuditEntry } from '../platform/audit/audit-entry.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { adminsOn } from './admins.ts'
import { changeGrants } from './change-grants.ts'
import { parseGrants, grantsKey, type HeldGrants, type StoredGrant } from './grants.ts'
import { ignoreConflict } from '../platform/table/table.ts'
import { rosterOn } from './roster.ts'

export type Needs = Pick<Ports, 'table' | 'newId'>

/** The item is read on each request: it stays small. */
const MOST_ROLES = 30

/**
 * May the person take it, besides what they hold?
 * @throws RefusedError
 */
export function refuseIfHeld({ grants }: HeldGrants, taken: StoredGrant, now: Date): void {
  const standing = grants.filter(({ until }) => until === undefined || Date.parse(until) > +now)
  const same = standing.some(
    ({ scope, of, role }) => scope === taken.scope && of === taken.of && role === taken.role,
  )
  if (same) throw new RefusedError('people.already_holds')
  if (standing.length >= MOST_ROLES) {
    throw new RefusedError('people.too_many_roles', { most: MOST_ROLES })
  }
}

/** The person has the role from now on, once however often it is taken. @throws RefusedError */
export async function takeRole(
  { table }: Needs,
  person: string,
  name: string,
  taken: StoredGrant,
  now: Date,
): Promise<void> {
  const held = await changeGrants(table, person, now, (grants) => {
    if (grants.grants.some(({ id }) => id === taken.id)) return undefined
    refuseIfHeld(grants, taken, now)
    return {
      ...grants,
      name: grants.name === '' ? name : grants.name,
      grants: [...grants.grants, taken],
      audit: [...grants.audit, entryOf('people.give_role', person, taken, taken.by, taken.id, now)],
    }
  })
  if (!held) throw new RefusedError('people.unknown')
  if (taken.role === 'admin') await adminsOn(table).enter({ person, grant: taken.id }, now)
  await showInRoster(table, person, held, taken.id)
}

/** How a role is ended. */
export interface Ending {
  readonly by: string
  readonly reason: string
  readonly madeBy?: { readonly id: string; readonly request: string }
}

/**
 * It is none from now on. An administrator is first struck off the list in which two who remove each other meet.
 * @returns the role as it ended
 * @throws RefusedError
 */
export async function endRole(
  { table, newId }: Needs,
  person: string,
  id: string,
  ending: Ending,
  now: Date,
): Promise<StoredGrant> {
  const item = await table.get(grantsKey(person))
  const standing = item && parseGrants(item).grants.find((one) => one.id === id)
  if (standing?.role === 'admin') {
    await adminsOn(table).strikeOff({ person, grant: id }, ending.by, now)
  }
  const held = await changeGrants(table, person, now, (grants) => {
    const found = grants.grants.find((one) => one.id === id)
    if (!found) throw new RefusedError('people.role_not_found')
    if (hasEnded(found, now)) throw new RefusedError('people.role_ended')
    const over: StoredGrant = { ...found, until: now.toISOString(), ended: ending }
    return {
      ...grants,
      grants: grants.grants.map((one) => (one.id === id ? over : one)),
      audit: [...grants.audit, entryOf('people.end_role', person, over, ending.by, newId(), now)],
    }
  })
  if (!held) throw new RefusedError('people.role_not_found')
  await showInRoster(table, person, held, id)
  const ended = held.grants.find((one) => one.id === id)
  if (!ended) throw new RefusedError('people.role_not_found')
  return ended
}

export const hasEnded = ({ until }: Pick<StoredGrant, 'until'>, now: Date): boolean =>
  until !== undefined && Date.parse(until) <= now.getTime()

/** Held or yet to begin. */
export const stands = (grant: StoredGrant, now: Date): boolean =>
  isLive(grant, now) || !hasEnded(grant, now)

/** At once for who looks; where another process is at it, the sweep does it. */
async function showInRoster(
  table: Ports['table'],
  person: string,
  { name, grants }: HeldGrants,
  id: string,
): Promise<void> {
  const grant = grants.find((one) => one.id === id)
  if (grant) await rosterOn(table).show(person, name, grant).catch(ignoreConflict)
}

const entryOf = (
  act: AuditEntry['act'],
  person: string,
  grant: StoredGrant,
  by: string,
  id: string,
  now: Date,
): AuditEntry => ({
  id: id.slice(0, 64),
  at: now.toISOString(),
  scope: placeName(grant),
  by,
  act,
  subject: person,
  detail: {
    role: grant.role,
    grant: grant.id,
    ...(grant.post && { post: grant.post }),
    ...(grant.until !== undefined && { until: grant.until }),
  },
})
