import { Community } from '#shared/communities/contract.ts'
import type { Table } from '../platform/table/table.ts'
import { notePlacesOf } from './places.ts'

/** As when boundaries are drawn anew: the community belongs to another street of the same district from now on. */
export async function moveToStreet(
  table: Table,
  id: string,
  { street, streetName }: Pick<Community, 'street' | 'streetName'>,
): Promise<void> {
  const item = await table.get({ pk: `COMMUNITY#${id}`, sk: 'PROFILE' })
  if (!item) throw new Error(`there is no community ${id}`)
  const community = { ...Community.parse(item.data), street, streetName }
  await table.put({
    ...item,
    version: item.version + 1,
    data: community,
    by1: { pk: `STREET#${street}`, sk: id },
  })
  await notePlacesOf(table, community)
}
