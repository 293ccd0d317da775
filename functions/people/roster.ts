import * as z from '#shared/kernel/zod.ts'
import { placeName, type Place } from '#shared/people/scopes.ts'
import type { Item, Key, Page, Range, Table } from '../platform/table/table.ts'
import { StoredGrant } from './grants.ts'

// ROLES#<place> | <from>#<person>#<grant>   who holds or held which role there: follows the persons' own items
const FORMAT = 1

const Row = z.object({ person: z.string(), name: z.string(), grant: StoredGrant })
export type RosterRow = z.output<typeof Row>

const partition = (place: Place): string => `ROLES#${placeName(place)}`
const rowKey = (person: string, grant: StoredGrant): Key => ({
  pk: partition(grant),
  sk: `${grant.from}#${person}#${grant.id}`,
})

export interface Roster {
  /** The row says what the grant says. @throws ConflictError where another process is at it */
  show(person: string, name: string, grant: StoredGrant): Promise<void>
  /** In the order in which the roles begin. */
  list(place: Place, range: Range): Promise<Page<RosterRow>>
}

export const rosterOn = (table: Table): Roster => ({
  async show(person, name, grant) {
    const key = rowKey(person, grant)
    const stands = await table.get(key)
    const row: RosterRow = { person, name, grant }
    if (stands && isSame(Row.parse(stands.data), row)) return
    await table.put({ version: (stands?.version ?? 0) + 1, v: FORMAT, data: row, ...key })
  },
  async list(place, range) {
    const page = await table.query(partition(place), range)
    return { ...page, items: page.items.map(rowOf) }
  },
})

const rowOf = ({ data }: Item): RosterRow => Row.parse(data)

const isSame = (a: RosterRow, b: RosterRow): boolean =>
  a.person === b.person && a.name === b.name && a.grant.until === b.grant.until
