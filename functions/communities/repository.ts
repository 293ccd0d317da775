import { Community } from '#shared/communities/contract.ts'
import type { Table } from '../platform/table/table.ts'

// COMMUNITY#<community> | PROFILE      one item per community
//   by1 STREET#<street> | <community>    the communities of a street
// CODE#<code>           | COMMUNITY    claimed once: no two communities share the start of their numbers
const FORMAT = 1
const profileKey = (id: string) => ({ pk: `COMMUNITY#${id}`, sk: 'PROFILE' })

export async function findCommunity(table: Table, id: string): Promise<Community | undefined> {
  const item = await table.get(profileKey(id))
  return item && Community.parse(item.data)
}

/** @throws ConflictError where the code or the id is taken */
export async function addCommunity(table: Table, community: Community): Promise<void> {
  const { id, code } = community
  await table.put({ pk: `CODE#${code}`, sk: 'COMMUNITY', version: 1, v: FORMAT, data: { id } })
  await table.put({
    ...profileKey(id),
    version: 1,
    v: FORMAT,
    data: community,
    by1: { pk: `STREET#${community.street}`, sk: id },
  })
}

export async function communitiesOfStreet(table: Table, street: string): Promise<string[]> {
  const page = await table.queryIndex('by1', `STREET#${street}`, { limit: 100 })
  return page.items.map((row) => row.at)
}
