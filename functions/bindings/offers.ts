import { helpedBy, helpedId, helpOf, type Binding } from '#shared/bindings/rules/home.ts'
import type { HelperTie } from '#shared/bindings/terms.ts'
import { dayOf } from '#shared/kernel/calendar.ts'
import type { Ports } from '../platform/ports.ts'
import type { Table } from '../platform/table/table.ts'
import { registerReader } from '../register/offers.ts'
import { helpedPerson, type Helped } from './helped.ts'
import { homesIn } from './repository.ts'

export { printed, secretOf, typed } from './desk-keys.ts'
export { heldAt, ownersEverOf, type OwnerAt } from './owned.ts'

/** Somebody who files for a person of a home, on record. Never to vote: that takes a written proxy. */
export interface Assistance {
  readonly binding: string
  /** As the helper is named on record, in full. */
  readonly name: string
  readonly tie?: HelperTie | undefined
  readonly helped: Helped
  /** Says who is helped, whether or not they use the app. */
  readonly of: string
  /** Last day in Shanghai. */
  readonly until: string
}

/** Accounts of the owners of a home as they stand now: whom to tell about what concerns all owners of it. */
export async function ownerAccounts(
  table: Table,
  community: string,
  unit: string,
): Promise<readonly string[]> {
  const { stored } = await homesIn(table).find(community, unit)
  const owners = stored.bindings.filter(
    ({ relation, status }) =>
      status === 'verified' && (relation === 'owner' || relation === 'co_owner'),
  )
  return [...new Set(owners.map(({ person }) => person))]
}

export interface BindingDirectory {
  /** By what the person may file for somebody of the home now; `undefined` where nobody said so, or its time is over. */
  assistedBy(person: string, community: string, unit: string): Promise<Assistance | undefined>
}

export function bindingDirectory(ports: Pick<Ports, 'table' | 'now'>): BindingDirectory {
  const homes = homesIn(ports.table)
  const register = registerReader(ports)
  return {
    async assistedBy(person, community, unit) {
      const { stored } = await homes.find(community, unit)
      const helper = helpOf(stored, person, dayOf(ports.now()))
      if (!helper) return undefined
      const key = helpedBy(stored, helper)?.owner ?? helper.owner
      const named = key === undefined ? undefined : await register.owners(community, [key])
      const owners = [...(named ?? [])].map(([owner, { name }]) => ({ key: owner, name }))
      return assistanceOf(helper, helpedPerson(stored, helper, owners))
    },
  }
}

/** Without an account and without a place on the register there is nobody to file for. */
function assistanceOf(helper: Binding, helped: Helped): Assistance | undefined {
  const of = helpedId(helper)
  const { binding, name, tie, until } = helper
  if (of === undefined || until === undefined) return undefined
  if (helped.person === undefined && helped.owner === undefined) return undefined
  return { binding, name, tie, helped, of, until }
}
