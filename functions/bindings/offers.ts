import { dayOf } from '#shared/kernel/calendar.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Ports } from '../platform/ports.ts'
import { registerReader } from '../register/offers.ts'
import { homesIn } from './repository.ts'

/** Somebody who files for an owner, on record. Never to vote: that takes a written proxy. */
export interface Assistance {
  readonly binding: string
  /** Key on the register of the owner whom the helper acts for. */
  readonly owner: string
  /** Masked. */
  readonly ownerName: string
  /** Last day in Shanghai. */
  readonly until: string
}

export interface BindingDirectory {
  /** By what the person may file for an owner of the home now; `undefined` where nobody said so, or its time is over. */
  assistedBy(person: string, community: string, unit: string): Promise<Assistance | undefined>
}

export function bindingDirectory(ports: Pick<Ports, 'table' | 'now'>): BindingDirectory {
  const homes = homesIn(ports.table)
  const register = registerReader(ports)
  return {
    async assistedBy(person, community, unit) {
      const { stored } = await homes.find(community, unit)
      const today = dayOf(ports.now())
      const helper = stored.bindings.find(
        (one) =>
          one.person === person &&
          one.relation === 'helper' &&
          one.status === 'verified' &&
          one.until !== undefined &&
          one.until >= today,
      )
      if (helper?.owner === undefined || helper.until === undefined) return undefined
      const { binding, owner, until } = helper
      const name = (await register.owners(community, [owner])).get(owner)?.name ?? ''
      return { binding, owner, ownerName: maskName(name), until }
    },
  }
}
