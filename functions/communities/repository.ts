import { Community } from '#shared/communities/contract.ts'
import type { Table } from '../platform/table/table.ts'
import { notePlacesOf } from './places.ts'

// COMMUNITY#<community> | PROFILE      one item per community
//   by1 STREET#<street>   | <community>  the communities of a street
//   by2 COMPANY#<company> | <community>  the communities a company manages
// CODE#<code>           | COMMUNITY    claimed once: no two communities share the start of their numbers
// Format 1 knew neither district nor company by an id: nobody is given roles there until it is said.
const FORMAT = 2
const profileKey = (id: string) => ({ pk: `COMMUNITY#${id}`, sk: 'PROFILE' })

export async function findCommunity(table: Table, id: string): Promise<Community | undefined> {
  const item = await table.get(profileKey(id))
  return item && Community.parse(item.data)
}

/** @throws ConflictError where the code or the id is taken */
export async function addCommunity(table: Table, community: Community): Promise<void> {
  const { id, code, street, company } = community
  await table.put({ pk: `CODE#${code}`, sk: 'COMMUNITY', version: 1, v: FORMAT, data: { id } })
  await table.put({
    ...profileKey(id),
    version: 1,
    v: FORMAT,
    data: community,
    by1: { pk: `STREET#${street}`, sk: id },
    ...(company !== undefined && { by2: { pk: `COMPANY#${company}`, sk: id } }),
  })
  await notePlacesOf(table, community)
}

const MOST = 100

export const communitiesOfStreet = (table: Table, street: string): Promise<string[]> =>
  listed(table, 'by1', `STREET#${street}`)

export const communitiesOfCompany = (table: Table, company: string): Promise<string[]> =>
  listed(table, 'by2', `COMPANY#${company}`)

async function listed(table: Table, index: 'by1' | 'by2', pk: string): Promise<string[]> {
  const page = await table.queryIndex(index, pk, { limit: MOST })
  return page.items.map((row) => row.at)
}
