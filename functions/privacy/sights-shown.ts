import { ROLE_NAMES, type Role } from '#shared/kernel/permissions.ts'
import type { Sight } from '#shared/privacy/contract.ts'
import { SIGHT_NAMES } from '#shared/privacy/sights.ts'
import type { Places } from '../communities/offers.ts'
import type { Persons } from '../people/offers.ts'
import type { Table } from '../platform/table/table.ts'
import {
  ownerPartition,
  personPartition,
  registerPartition,
  StoredSight,
} from './sight-repository.ts'

export interface SightNeeds {
  readonly persons: Pick<Persons, 'grantsOf'>
  readonly places: Pick<Places, 'community'>
}

interface FoundSight extends StoredSight {
  readonly at: string
  readonly place: string
}

/** Who is an authority's officer acts in office: the name belongs to the answer. Others are named by role. */
const OFFICIALS: readonly Role[] = ['community', 'street', 'district', 'city', 'department']

interface Listing {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The person's own, and what concerns them as an owner of the register, latest first; the same look once. */
export async function listSights(
  table: Table,
  person: string,
  { limit, cursor }: Listing,
  needs: SightNeeds,
): Promise<{ items: Sight[]; cursor?: string }> {
  const partitions = await partitionsOf(person, needs)
  const pages = await Promise.all(partitions.map((pk) => pageOf(table, pk, limit, cursor)))
  const all = new Map(pages.flat().map((sight) => [sight.place, sight]))
  const inOrder = [...all.values()].sort((a, b) => (a.place < b.place ? 1 : -1))
  const found = inOrder.slice(0, limit)
  const items = await Promise.all(found.map((sight) => shown(sight, needs)))
  const last = found[found.length - 1]
  return inOrder.length > limit && last ? { items, cursor: last.place } : { items }
}

async function partitionsOf(person: string, { persons }: SightNeeds): Promise<readonly string[]> {
  const homes = (await persons.grantsOf(person))?.homes ?? []
  const ofHomes = homes.flatMap(({ community, owner }) =>
    owner === undefined ? [] : [ownerPartition(community, owner), registerPartition(community)],
  )
  return [...new Set([personPartition(person), ...ofHomes])]
}

/** One more than is shown tells whether there is a next page. */
async function pageOf(
  table: Table,
  pk: string,
  limit: number,
  before: string | undefined,
): Promise<readonly FoundSight[]> {
  const to = before === undefined ? {} : { to: before }
  const { items } = await table.query(pk, { ...to, reverse: true, limit: limit + 2 })
  return items
    .filter(({ sk }) => sk !== before)
    .map(({ sk, data }) => ({ ...StoredSight.parse(data), place: sk }))
}

async function shown(
  { viewer, as, community, day, what }: FoundSight,
  { persons, places }: SightNeeds,
): Promise<Sight> {
  const place = await places.community(community)
  const name = OFFICIALS.includes(as) ? (await persons.grantsOf(viewer))?.name : undefined
  const parts = [organisationOf(as, place), ROLE_NAMES[as], name]
  return {
    day,
    who: parts.filter((part) => part !== undefined && part !== '').join(' '),
    what: SIGHT_NAMES[what],
    community: place?.name ?? '',
  }
}

function organisationOf(
  role: Role,
  place: { readonly name: string; streetName: string; propertyCompany: string } | undefined,
): string | undefined {
  if (role === 'property' || role === 'manager' || role === 'company') return place?.propertyCompany
  return role === 'street' ? place?.streetName : place?.name
}
