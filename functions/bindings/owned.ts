import type { Table } from '../platform/table/table.ts'
import { homesIn } from './repository.ts'

/** An owner on a community's register. */
export interface OwnerAt {
  readonly community: string
  readonly owner: string
}

/**
 * Every owner whose place the person has ever held or claimed, former homes among them: whoever looks something up by
 * it checks whose it is. What an account held before it was closed is frozen and not among them.
 */
export async function ownersEverOf(table: Table, person: string): Promise<readonly OwnerAt[]> {
  const homes = homesIn(table)
  const places = await homes.homesOf(person)
  const found = await Promise.all(
    places.map(async ({ community, unit }) => {
      const { stored } = await homes.find(community, unit)
      return stored.bindings
        .filter((one) => one.person === person && one.ended?.reason !== 'account_closed')
        .flatMap(({ owner }) => (owner === undefined ? [] : [{ community, owner }]))
    }),
  )
  return found.flat()
}
