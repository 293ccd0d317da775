export { maskName } from '#shared/kernel/mask.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import { dayOf } from '#shared/kernel/calendar.ts'
import type { Home } from '#shared/kernel/home.ts'
import type { Scope } from './scopes.ts'

/** A role given for a place, and so for every community in it, with its time. */
export interface Grant {
  readonly scope: Scope
  readonly of: string
  readonly role: Role
  /** ISO instants; without `until` it has no end yet. */
  readonly from: string
  readonly until?: string | undefined
}

export interface HomeIn extends Home {
  readonly community: string
  /** The person's key on the register, once the person is known to be that owner. */
  readonly owner?: string | undefined
}

/** A home at which the person helps on record, from its first to its last day in Shanghai. It gives no role. */
export interface HelpAt {
  readonly community: string
  readonly unit: string
  /** Who is helped: an owner's key on the register, else a family member's id. */
  readonly of: string
  readonly from: string
  readonly until: string
}

/** Everything that decides what a person may do; read consistently on each request. */
export interface Grants {
  readonly name: string
  readonly grants: readonly Grant[]
  readonly homes: readonly HomeIn[]
  readonly helps?: readonly HelpAt[] | undefined
  /** Communities where the person had a home and has none any more. */
  readonly formerly?: readonly string[] | undefined
}

/** A place and what it lies in: a community's street, district and company; a street's district. */
export interface Where {
  readonly community?: string | undefined
  readonly company?: string | undefined
  readonly street?: string | undefined
  readonly district?: string | undefined
}

/** Roles count downwards only: what is given for one community says nothing about its street. */
const isFor = ({ scope, of }: Grant, where: Where): boolean =>
  scope === 'platform' || where[scope] === of

/** A role that ended a second ago is no role. */
export const isLive = (grant: Pick<Grant, 'from' | 'until'>, now: Date): boolean =>
  Date.parse(grant.from) <= now.getTime() &&
  (grant.until === undefined || now.getTime() < Date.parse(grant.until))

export const homesIn = (of: Pick<Grants, 'homes'>, community: string): readonly HomeIn[] =>
  of.homes.filter((home) => home.community === community)

/** Had a home there, and has none: what they filed then is still theirs. */
export const hasLeft = ({ formerly = [] }: Pick<Grants, 'formerly'>, community: string): boolean =>
  formerly.includes(community)

/** Where the person helps there today; the day after the last is too late. */
export function helpsIn(
  of: Pick<Grants, 'helps'>,
  community: string,
  now: Date,
): readonly HelpAt[] {
  const today = dayOf(now)
  return (of.helps ?? []).filter(
    (one) => one.community === community && one.from <= today && today <= one.until,
  )
}

/** Every role the person holds there now. Owners and tenants hold theirs by their homes. */
export function rolesIn(
  of: Pick<Grants, 'grants' | 'homes'>,
  where: Where,
  now: Date,
): readonly Role[] {
  const homes = where.community === undefined ? [] : homesIn(of, where.community)
  const byHome = homes.map((home): Role => (home.relation === 'tenant' ? 'tenant' : 'owner'))
  const given = of.grants
    .filter((grant) => isFor(grant, where) && isLive(grant, now))
    .map((grant) => grant.role)
  return [...new Set([...byHome, ...given])]
}
