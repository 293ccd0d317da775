import { actingRole, type Permission } from '#shared/kernel/permissions.ts'
import type { Call, CommunityScope } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import type { Sights } from '../privacy/offers.ts'
import type { Places } from '../communities/offers.ts'
import { importsIn, type Imports } from './imports.ts'
import type { Actor, StoredVersion } from './stored.ts'
import { currentVersion } from './repository.ts'

/** What this feature takes from others. */
export interface RegisterNeeds {
  readonly places: Pick<Places, 'community'>
  readonly sights: (ports: Pick<Ports, 'table'>) => Sights
}

/** The register of one community. */
export interface RegisterShop extends Pick<Ports, 'table' | 'blobs' | 'keys' | 'newId'> {
  readonly community: string
  readonly imports: Imports
}
export type RegisterCall = Call<RegisterShop>

export function openShop(ports: Ports, scope: CommunityScope | undefined): RegisterShop {
  if (!scope) throw new Error('a register belongs to a community')
  const { table, blobs, keys, newId } = ports
  const { community } = scope
  return { table, blobs, keys, newId, community, imports: importsIn(table, community) }
}

export const actorOf = ({ person, name }: Pick<RegisterCall, 'person' | 'name'>): Actor => ({
  id: person,
  name,
})

export async function theVersion({ table, community }: RegisterShop): Promise<StoredVersion> {
  const version = await currentVersion(table, community)
  if (!version) throw new RefusedError('register.none_yet')
  return version
}

/** Records that the caller is about to be shown these owners in full. */
export async function recordSight(
  { sights }: RegisterNeeds,
  { repository, person, roles, now }: RegisterCall,
  owners: readonly string[],
  by: Permission = 'register:read',
): Promise<void> {
  if (owners.length === 0) return
  const { table, community } = repository
  const as = actingRole(roles, by)
  if (!as) throw new Error('nobody is admitted without a role')
  const what = by === 'register:export' ? 'export' : 'register'
  await sights({ table }).record({ viewer: person, as, community, whose: { owners }, what, now })
}

/** A place in a list, as its cursor has it; the edge has signed it. */
export const placeOf = (cursor: string | undefined): number => Number(cursor ?? '0')

/** One page of a list that is at hand. */
export function pageFrom<T>(
  all: readonly T[],
  {
    cursor,
    limit = 50,
  }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): { items: T[]; cursor?: string } {
  const from = placeOf(cursor)
  const items = all.slice(from, from + limit)
  const next = from + items.length
  return { items, ...(next < all.length && { cursor: String(next) }) }
}
