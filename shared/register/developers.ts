import { isDeveloperName, isOrganisation, type NamedOwner } from './owners.ts'
import type { NamedUnit } from './rows.ts'

/** Who holds what is not delivered yet: its internal key and the name to show. */
export interface Developer {
  readonly id: string
  readonly name: string
}

/** For a register that says `未售` and names nobody. */
const NAMELESS: Developer = { id: 'developer', name: '建设单位（名册未写明）' }

export const isUndelivered = (unit: NamedUnit): boolean => unit.status !== 'delivered'

/** Of what is not delivered yet, a company that builds homes is no buyer. */
const isHolder = (unit: NamedUnit, { name }: NamedOwner): boolean =>
  unit.status === 'unsold' || (unit.status === 'sold_undelivered' && isDeveloperName(name))

/** A developer is named in its own column, or as the owner of an unsold unit. */
const nameIn = (unit: NamedUnit): string | undefined =>
  (isUndelivered(unit) ? unit.developer : undefined) ??
  unit.owners.find((owner) => isHolder(unit, owner))?.name

const least = (texts: readonly string[]): string | undefined => [...texts].sort()[0]

function only(names: readonly string[]): string | undefined {
  const [first, ...others] = new Set(names)
  return others.length === 0 ? first : undefined
}

/**
 * One developer per name: what a developer holds is one head (解释 art. 9), so here the name is enough.
 * Its key is that of an owner of the same name with identity or phone, so that what it owns delivered joins.
 */
function developerOf(
  name: string,
  named: readonly NamedOwner[],
  delivered: readonly NamedOwner[],
): Developer {
  const told = (number: 'identity' | 'phone'): string | undefined =>
    least(named.flatMap((owner) => owner[number] ?? [])) ??
    // Named without a number, it is the one owner of its name there is.
    only(delivered.flatMap((owner) => owner[number] ?? []))
  const identity = told('identity')
  const phone = told('phone')
  if (identity !== undefined) return { id: `${name}|identity|${identity}`, name }
  return { id: phone === undefined ? `${name}|developer` : `${name}|phone|${phone}`, name }
}

const group = <K, V>(groups: Map<K, V[]>, key: K, value: V): void => {
  const held = groups.get(key)
  if (held) held.push(value)
  else groups.set(key, [value])
}

export interface Developers {
  /** Of an undelivered unit; `undefined` where there are several and nothing tells which. */
  of(unit: NamedUnit): Developer | undefined
  /** What it owns delivered joins what it holds, where no number says that it is another of that name. */
  named(owner: NamedOwner): Developer | undefined
}

/**
 * The developer of an undelivered unit: as its row says, else the only one of its building, else the only one of
 * the register.
 */
export function developersOf(units: readonly NamedUnit[]): Developers {
  const named = new Map<string, NamedOwner[]>()
  const inBuilding = new Map<string, string[]>()
  for (const unit of units) {
    const name = nameIn(unit)
    if (name === undefined) continue
    group(inBuilding, unit.building, name)
    group(named, name, { name })
    for (const owner of unit.owners) {
      if (owner.name === name && isHolder(unit, owner)) group(named, name, owner)
    }
  }
  const delivered = new Map<string, NamedOwner[]>()
  for (const { owners } of units.filter((unit) => !isUndelivered(unit))) {
    for (const owner of owners) if (named.has(owner.name)) group(delivered, owner.name, owner)
  }
  const developers = new Map(
    [...named].map(([name, owners]) => [
      name,
      developerOf(name, owners, delivered.get(name) ?? []),
    ]),
  )
  const ofBuilding = new Map([...inBuilding].map(([building, names]) => [building, only(names)]))
  const ofAll = only([...named.keys()])
  return {
    of(unit) {
      if (named.size === 0) return NAMELESS
      const name = nameIn(unit) ?? ofBuilding.get(unit.building) ?? ofAll
      return name === undefined ? undefined : developers.get(name)
    },
    named: ({ name, identity, phone }) =>
      identity === undefined && phone === undefined && isOrganisation(name)
        ? developers.get(name)
        : undefined,
  }
}
