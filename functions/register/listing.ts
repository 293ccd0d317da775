import type { RegisterUnit } from '#shared/register/register.ts'
import type { UnitShown } from '#shared/register/terms.ts'
import { shownName } from './comparing.ts'
import { allRows } from './repository.ts'
import { registerOn } from './roll-on.ts'
import { type RegisterShop, theVersion } from './shop.ts'
import type { OwnerName } from './stored.ts'
import { RefusedError } from '../platform/http/refused-error.ts'

export interface Wanted {
  readonly building?: string | undefined
  readonly unit?: string | undefined
  readonly owner?: string | undefined
  readonly day?: string | undefined
}

interface Rows {
  readonly version: number
  readonly units: readonly RegisterUnit[]
  readonly names: ReadonlyMap<string, OwnerName>
}

async function rowsOf(shop: RegisterShop, day: string | undefined): Promise<Rows> {
  const { table, community } = shop
  if (day !== undefined) {
    const dated = await registerOn(table, community, day)
    if (!dated) throw new RefusedError('register.none_yet')
    return { ...dated, names: new Map(dated.owners.map((owner) => [owner.key, owner])) }
  }
  const version = await theVersion(shop)
  const [units, owners] = await Promise.all([
    allRows(table, community, version, 'units'),
    allRows(table, community, version, 'owners'),
  ])
  const names = new Map(owners.map((owner) => [owner.key, owner]))
  return { version: version.number, units, names }
}

/** Units found, in the order in which people count: 2-1-101 before 10-1-101. */
export async function findUnits(shop: RegisterShop, wanted: Wanted): Promise<Rows> {
  const rows = await rowsOf(shop, wanted.day)
  const name = (key: string): string => rows.names.get(key)?.name ?? ''
  const label = wanted.unit?.trim().toUpperCase() ?? ''
  const owner = wanted.owner?.trim() ?? ''
  const units = rows.units.filter(
    (unit) =>
      (wanted.building === undefined || unit.building === wanted.building) &&
      unit.label.toUpperCase().includes(label) &&
      (owner === '' || holdersOf(unit).some((key) => name(key).includes(owner))),
  )
  return { ...rows, units: inOrder(units) }
}

/** Keys of all whose names a unit shows. */
export const holdersOf = ({ owners, developer }: RegisterUnit): readonly string[] =>
  developer === undefined ? owners : [...owners, developer]

const partsOf = (label: string): readonly string[] => label.match(/\d+|\D+/g) ?? []

/** Numbers by their size, everything else by its characters. */
function byLabel(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  for (const [i, part] of left.entries()) {
    const other = right[i]
    if (other === undefined) return 1
    const difference = Number(part) - Number(other)
    if (!Number.isNaN(difference) && difference !== 0) return difference
    if (Number.isNaN(difference) && part !== other) return part < other ? -1 : 1
  }
  return left.length - right.length
}

export const inOrder = <U extends Pick<RegisterUnit, 'label'>>(units: readonly U[]): readonly U[] =>
  [...units].sort((a, b) => byLabel(a.label, b.label))

export function shownUnit(
  unit: RegisterUnit,
  names: ReadonlyMap<string, OwnerName>,
  full: boolean,
): UnitShown {
  const owner = (key: string) => shownOwner(names.get(key) ?? nameless(key), full)
  const { label, building, kind, areaCenti, status, areaSource, coOwnership } = unit
  return {
    unit: label,
    building,
    kind,
    areaCenti,
    status,
    ...(areaSource && { areaSource }),
    owners: unit.owners.map(owner),
    ...(coOwnership && { coOwnership }),
    ...(unit.developer !== undefined && { developer: owner(unit.developer) }),
    ...(unit.representative !== undefined && { representative: unit.representative }),
  }
}

const nameless = (key: string): OwnerName => ({ key, name: '', organisation: false })

export const shownOwner = (owner: OwnerName, full: boolean) => ({
  key: owner.key,
  name: shownName(owner, full),
  organisation: owner.organisation,
})
