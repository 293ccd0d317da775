import type { Role } from '#shared/kernel/permissions.ts'
import type { Home } from '#shared/kernel/home.ts'

/** A role given for a community or for a street (and so for all of its communities), with its time. */
export interface Grant {
  readonly scope: 'community' | 'street'
  readonly of: string
  readonly role: Role
  /** ISO instants; without `until` it has no end yet. */
  readonly from: string
  readonly until?: string
}

export interface HomeIn extends Home {
  readonly community: string
  /** The person's key on the register, once the person is known to be that owner. */
  readonly owner?: string | undefined
}

/** Everything that decides what a person may do; read consistently on each request. */
export interface Grants {
  readonly name: string
  readonly grants: readonly Grant[]
  readonly homes: readonly HomeIn[]
}

export interface Where {
  readonly community: string
  readonly street: string
}

const isFor = (grant: Grant, where: Where): boolean =>
  grant.of === (grant.scope === 'community' ? where.community : where.street)

/** A role that ended a second ago is no role. */
export const isLive = (grant: Pick<Grant, 'from' | 'until'>, now: Date): boolean =>
  Date.parse(grant.from) <= now.getTime() &&
  (grant.until === undefined || now.getTime() < Date.parse(grant.until))

export const homesIn = (of: Grants, community: string): readonly HomeIn[] =>
  of.homes.filter((home) => home.community === community)

/** Every role the person holds there now. Owners and tenants hold theirs by their homes. */
export function rolesIn(of: Grants, where: Where, now: Date): readonly Role[] {
  const byHome = homesIn(of, where.community).map((home): Role =>
    home.relation === 'tenant' ? 'tenant' : 'owner',
  )
  const given = of.grants
    .filter((grant) => isFor(grant, where) && isLive(grant, now))
    .map((grant) => grant.role)
  return [...new Set([...byHome, ...given])]
}

/** `张*`, `欧阳**`-like: the first character, then a star for each of the rest. Organisations stay whole. */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name)
  return rest.length === 0 || rest.length > 4 ? name : first + '*'.repeat(rest.length)
}
