import type { Community } from '#shared/communities/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Scope } from '#shared/people/scopes.ts'
import { ConflictError, type Item, type Key, type Table } from '../platform/table/table.ts'

// PLACES#<scope> | <id>              each community, company, street and district by name
//   by1 DISTRICT#<district> | <street>   the streets of a district
const FORMAT = 1

const Named = z.object({ name: z.string(), district: z.string().optional() })

/** A place that stands below the platform, by name. */
export interface NamedPlace {
  readonly scope: Scope
  readonly of: string
  readonly name: string
  /** Of a street, where it is known. */
  readonly district?: string | undefined
}

const placeKey = (scope: Scope, of: string): Key => ({ pk: `PLACES#${scope}`, sk: of })

/** Everything that a community's profile names is a place from then on. */
export async function notePlacesOf(table: Table, community: Community): Promise<void> {
  const { id, name, street, streetName, district, districtName, company } = community
  await note(table, { scope: 'community', of: id, name })
  await note(table, { scope: 'street', of: street, name: streetName, district })
  if (district !== undefined) {
    await note(table, { scope: 'district', of: district, name: districtName ?? district })
  }
  if (company !== undefined) {
    await note(table, { scope: 'company', of: company, name: community.propertyCompany })
  }
}

async function note(table: Table, { scope, of, name, district }: NamedPlace): Promise<void> {
  const item: Item = {
    ...placeKey(scope, of),
    version: 1,
    v: FORMAT,
    data: { name, district },
    ...(district !== undefined && { by1: { pk: `DISTRICT#${district}`, sk: of } }),
  }
  await table.put(item).catch((err: unknown) => {
    // Another community of the same street was first.
    if (!(err instanceof ConflictError)) throw err
  })
}

export async function findPlace(
  table: Table,
  scope: Scope,
  of: string,
): Promise<NamedPlace | undefined> {
  const item = await table.get(placeKey(scope, of))
  return item && { scope, of, ...Named.parse(item.data) }
}

export interface PlacePage {
  readonly items: readonly NamedPlace[]
  readonly cursor?: string
}

/** By id. */
export async function listPlaces(
  table: Table,
  scope: Scope,
  range: { readonly limit: number; readonly cursor?: string },
): Promise<PlacePage> {
  const page = await table.query(`PLACES#${scope}`, range)
  return {
    ...page,
    items: page.items.map(({ sk, data }) => ({ scope, of: sk, ...Named.parse(data) })),
  }
}

export async function streetsOfDistrict(table: Table, district: string): Promise<string[]> {
  const page = await table.queryIndex('by1', `DISTRICT#${district}`, { limit: 100 })
  return page.items.map((row) => row.at)
}
