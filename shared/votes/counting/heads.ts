export interface Unit {
  readonly id: string
  /** In 0.01 m². */
  readonly areaCenti: number
  readonly owners: readonly string[]
  readonly status: 'delivered' | 'unsold' | 'sold_undelivered'
  readonly kind: 'home' | 'commercial' | 'parking'
  /** Who holds it until it is delivered; left out where there is only one developer, called `DEV`. */
  readonly developer?: string
}

/** Which units count for an item. */
export interface Denominator {
  readonly parkingCounted: boolean
  /** Ids of the units the matter concerns; `null` for the whole community. */
  readonly scopeUnits: ReadonlySet<string> | null
}

/** One person (人) of the count, with all the area that person holds. */
export interface Head {
  /** The owners' names, sorted and joined by `+`. */
  readonly key: string
  readonly owners: readonly string[]
  readonly units: readonly string[]
  readonly areaCenti: number
  /** The co-owner chosen to cast the vote; 建房〔2009〕274号 art. 25. */
  readonly representative: string | undefined
}

/** The representative chosen by a set of co-owners, by the key of their head. */
export type Representatives = ReadonlyMap<string, string>

const ONLY_DEVELOPER = 'DEV'

export const headKeyOf = (owners: readonly string[]): string =>
  owners.length === 1 && owners[0] !== undefined ? owners[0] : [...owners].sort().join('+')

// Whether parking counts is for the rules of procedure to say: 建房〔2009〕274号 art. 25.
const isInDenominator = (unit: Unit, { parkingCounted, scopeUnits }: Denominator): boolean =>
  (unit.kind !== 'parking' || parkingCounted) && (scopeUnits === null || scopeUnits.has(unit.id))

// 法释〔2009〕7号 art. 9: what the developer has not sold or not yet handed over is one person, its own;
// the buyer becomes an owner by taking possession (art. 1).
const ownersOf = (unit: Unit): readonly string[] =>
  unit.status === 'delivered' ? unit.owners : [unit.developer ?? ONLY_DEVELOPER]

/**
 * Who counts, in order of first appearance. Units of the same set of owners are one head
 * (法释〔2009〕7号 art. 9: one buyer of several units is one person), their areas added.
 */
export function headsOf(
  units: readonly Unit[],
  denominator: Denominator,
  representatives: Representatives = new Map(),
): Head[] {
  const heads = new Map<string, GrowingHead>()
  for (const unit of units) {
    if (!isInDenominator(unit, denominator)) continue
    const owners = ownersOf(unit)
    const key = headKeyOf(owners)
    const head = heads.get(key)
    if (head === undefined) {
      const representative = representatives.get(key)
      const { id, areaCenti } = unit
      heads.set(key, { key, owners, units: [id], areaCenti, representative })
    } else {
      head.units.push(unit.id)
      head.areaCenti += unit.areaCenti
    }
  }
  return [...heads.values()]
}

interface GrowingHead extends Head {
  readonly units: string[]
  areaCenti: number
}
