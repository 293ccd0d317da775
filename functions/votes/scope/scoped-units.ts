import { headKeyOf } from '#shared/votes/counting/heads.ts'
import { isWithin } from '#shared/votes/scope/places.ts'
import type { AskedPlace } from '#shared/votes/scope/scope.ts'
import type { RollUnit } from '../../register/offers.ts'

/**
 * The units a matter is about. Who speaks for them is what the whole register says: a representative named at another
 * home of the same co-owners is theirs here too, and what a developer has kept stays the developer's.
 */
export function scopedUnits(
  units: readonly RollUnit[],
  places: readonly AskedPlace[],
): readonly RollUnit[] {
  const representatives = new Map<string, string>()
  const developers = new Set<string>()
  for (const { owners, status, representative, developer } of units) {
    if (developer !== undefined) developers.add(developer)
    const set = setOf(owners)
    if (representative !== undefined && status === 'delivered' && !representatives.has(set)) {
      representatives.set(set, representative)
    }
  }
  return units
    .filter((unit) => isWithin(places, unit))
    .map((unit) => {
      const representative = unit.representative ?? representatives.get(setOf(unit.owners))
      const developer = unit.developer ?? unit.owners.find(({ key }) => developers.has(key))?.key
      return {
        ...unit,
        ...(representative !== undefined && { representative }),
        ...(developer !== undefined && { developer }),
      }
    })
}

const setOf = (owners: RollUnit['owners']): string => headKeyOf(owners.map(({ key }) => key))
