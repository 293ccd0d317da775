import type { RollUnit } from '#functions/register/offers.ts'
import type { StoredGrants } from '#functions/people/repository.ts'
import { COMMUNITY } from './stage.ts'

export type DemoHome = StoredGrants['homes'][number]

/** An owner of the register with an account. */
export interface Neighbour {
  readonly person: string
  readonly name: string
  readonly homes: readonly DemoHome[]
}

/** One person for every first owner of a delivered home, with all that person owns. In the register's order. */
export function neighboursOf(units: readonly RollUnit[]): readonly Neighbour[] {
  const homes = new Map<string, { name: string; first: boolean; homes: DemoHome[] }>()
  for (const unit of units) {
    if (unit.status !== 'delivered' || unit.kind !== 'home') continue
    for (const [place, owner] of byName(unit).entries()) {
      const held = homes.get(owner.key) ?? { name: owner.name, first: false, homes: [] }
      held.first ||= place === 0
      held.homes.push(homeOf(unit, owner.key))
      homes.set(owner.key, held)
    }
  }
  return [...homes.values()]
    .filter(({ first }) => first)
    .map(({ name, homes: owned }, n) => ({ person: `neighbour-${n + 1}`, name, homes: owned }))
}

/** Keys differ from one installation to the next; names are the same everywhere, and so is the story. */
export const byName = ({ owners }: RollUnit): RollUnit['owners'] =>
  [...owners].sort((a, b) => (a.name < b.name ? -1 : 1))

export const homeOf = (unit: RollUnit, owner: string): DemoHome => ({
  community: COMMUNITY,
  unit: unit.unit,
  areaCenti: unit.areaCenti,
  relation: unit.owners.length > 1 ? 'co_owner' : 'owner',
  owner,
})
