import type { Community } from '#shared/communities/contract.ts'
import { PLATFORM, SCOPE_NAMES, type Place, type Scope } from '#shared/people/scopes.ts'
import type { CommunityScope, PlaceScope } from '../platform/http/call.ts'
import type { Ports } from '../platform/ports.ts'
import type { Table } from '../platform/table/table.ts'
import {
  findPlace,
  listPlaces,
  streetsOfDistrict,
  type NamedPlace,
  type PlacePage,
} from './places.ts'
import { communitiesOfCompany, communitiesOfStreet, findCommunity } from './repository.ts'

export type { PlacePage } from './places.ts'

export interface Places {
  scope(id: string): Promise<CommunityScope | undefined>
  community(id: string): Promise<Community | undefined>
  ofStreet(street: string): Promise<readonly string[]>
  /** With its name and what it lies in. */
  place(place: Place): Promise<PlaceScope | undefined>
  /** Ids of at most 100 communities in a place. */
  communitiesIn(place: Place): Promise<readonly string[]>
  /** The streets of a district, at most 100. */
  streetsIn(district: string): Promise<readonly string[]>
  /** Every place of a kind, by id. */
  list(
    scope: Scope,
    range: { readonly limit: number; readonly cursor?: string },
  ): Promise<PlacePage>
}

// Names and streets hardly ever change; a person's grants, which do, are read on each request.
const FRESH_MS = 10_000
const MOST = 100

/** Communities by id, remembered for a few seconds. */
export function communityDirectory({ table, now }: Pick<Ports, 'table' | 'now'>): Places {
  const known = new Map<string, { readonly at: number; readonly community: Community }>()

  const community = async (id: string): Promise<Community | undefined> => {
    const at = now().getTime()
    const held = known.get(id)
    if (held && Math.abs(at - held.at) < FRESH_MS) return held.community
    const found = await findCommunity(table, id)
    if (found) known.set(id, { at, community: found })
    return found
  }
  const scope = async (id: string): Promise<CommunityScope | undefined> => {
    const found = await community(id)
    if (!found) return undefined
    const { name, code, street, district, company } = found
    return { community: found.id, name, code, street, district, company }
  }
  return {
    community,
    scope,
    ofStreet: (street) => communitiesOfStreet(table, street),
    streetsIn: (district) => streetsOfDistrict(table, district),
    list: (kind, range) => listPlaces(table, kind, range),
    async place(asked) {
      if (asked.scope === 'platform') return THE_PLATFORM
      if (asked.scope === 'community') {
        const where = await scope(asked.of)
        return where && { name: where.name, where, ...asked }
      }
      const found = await named(table, asked)
      return found && { ...found, where: { [asked.scope]: asked.of, district: districtOf(found) } }
    },
    communitiesIn: (place) => communitiesIn(table, place),
  }
}

const THE_PLATFORM: PlaceScope = {
  scope: 'platform',
  of: PLATFORM,
  name: SCOPE_NAMES.platform,
  where: {},
}

const districtOf = ({ scope, of, district }: NamedPlace): string | undefined =>
  scope === 'district' ? of : district

/** A street that format 1 of its communities alone speaks of is a place too. */
async function named(table: Table, { scope, of }: Place): Promise<NamedPlace | undefined> {
  const found = await findPlace(table, scope, of)
  if (found || scope !== 'street') return found
  const [first] = await communitiesOfStreet(table, of)
  const community = first === undefined ? undefined : await findCommunity(table, first)
  return community && { scope, of, name: community.streetName, district: community.district }
}

async function communitiesIn(table: Table, { scope, of }: Place): Promise<readonly string[]> {
  switch (scope) {
    case 'community':
      return [of]
    case 'company':
      return communitiesOfCompany(table, of)
    case 'street':
      return communitiesOfStreet(table, of)
    case 'district': {
      const streets = await streetsOfDistrict(table, of)
      const each = await Promise.all(streets.map((street) => communitiesOfStreet(table, street)))
      return each.flat().slice(0, MOST)
    }
    case 'platform':
      return (await listPlaces(table, 'community', { limit: MOST })).items.map(({ of: id }) => id)
  }
}
