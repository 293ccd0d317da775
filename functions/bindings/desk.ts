import { BINDING_RULES } from '#shared/bindings/profile.ts'
import type { Places } from '../communities/offers.ts'
import type { Persons } from '../people/offers.ts'
import type { Ports } from '../platform/ports.ts'
import type { ConsentDirectory, Sights } from '../privacy/offers.ts'
import { followHome } from './follow.ts'
import type { RegisterDesk } from './register-desk.ts'
import { beginWatch, homesIn, type Homes } from './repository.ts'
import type { StoredHome } from './stored.ts'

/** What the other features offer to this one. */
export interface BindingNeeds {
  readonly places: Places
  readonly persons: Pick<Persons, 'bindHome' | 'unbindHome' | 'setHelp' | 'grantsOf' | 'openidOf'>
  readonly register: RegisterDesk
  readonly consents: ConsentDirectory
  readonly sights: Sights
}

/** Everything at hand for one operation. */
export interface Desk extends BindingNeeds {
  readonly ports: Ports
  readonly homes: Homes
  readonly rules: typeof BINDING_RULES
  /** Persons' items say what the home says, now rather than at the next sweep. */
  follow(home: StoredHome): Promise<void>
  /** Changes of the community's register after this moment are followed once what it gives is called. */
  watch(community: string): Promise<(() => Promise<void>) | undefined>
}

export const deskOf = (ports: Ports, needs: BindingNeeds): Desk => ({
  ...needs,
  ports,
  homes: homesIn(ports.table),
  rules: BINDING_RULES,
  follow: (home) => followHome(needs, home),
  async watch(community) {
    const seen = await needs.register.version(community)
    if (seen === undefined) return undefined
    return () => beginWatch(ports.table, community, seen, ports.now())
  },
})
