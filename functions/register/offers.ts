import type { RegisterBuilding, RegisterUnit } from '#shared/register/register.ts'
import type { Ports } from '../platform/ports.ts'
import { allRows, currentVersion, rowsNear } from './repository.ts'
import type { OwnerName } from './stored.ts'

/** A unit as a roll has it; names in full: mask them before others see them. */
export interface RollUnit {
  /** Label, `1-2-801`. */
  readonly unit: string
  /** 0.01 m². */
  readonly areaCenti: number
  readonly kind: RegisterUnit['kind']
  readonly status: RegisterUnit['status']
  /** Of an undelivered unit: its buyers, who are no owners yet. */
  readonly owners: readonly { readonly key: string; readonly name: string }[]
  /** Key of who holds it until it is delivered. */
  readonly developer?: string
  /** Key of the co-owner chosen to vote. */
  readonly representative?: string
}

interface RegisterAsOf {
  /** 1 for the first import. */
  readonly version: number
  readonly units: readonly RollUnit[]
}

interface RegisterState {
  readonly version: number
  readonly units: number
  readonly sha256: string
  /** ISO instant of the import. */
  readonly at: string
}

/** What other features may know of the register. `undefined` or empty where nothing was imported yet. */
export interface RegisterDirectory {
  state(community: string): Promise<RegisterState | undefined>
  /** One whole version, units in order of label. */
  roll(community: string): Promise<RegisterAsOf | undefined>
  unit(community: string, label: string): Promise<RegisterUnit | undefined>
  /** In the order of the labels, `undefined` for those the register does not know. */
  units(
    community: string,
    labels: readonly string[],
  ): Promise<readonly (RegisterUnit | undefined)[]>
  /** Names of owners by key, in full. */
  owners(community: string, keys: readonly string[]): Promise<ReadonlyMap<string, OwnerName>>
  buildings(community: string): Promise<readonly RegisterBuilding[]>
}

export function registerDirectory({ table }: Pick<Ports, 'table'>): RegisterDirectory {
  const units: RegisterDirectory['units'] = async (community, labels) => {
    const version = labels.length > 0 && (await currentVersion(table, community))
    if (!version) return labels.map(() => undefined)
    const near = await rowsNear(table, community, version, 'units', labels)
    const byLabel = new Map(near.map((unit) => [unit.label, unit]))
    return labels.map((label) => byLabel.get(label))
  }
  return {
    units,
    unit: async (community, label) => (await units(community, [label]))[0],
    async state(community) {
      const version = await currentVersion(table, community)
      if (!version) return undefined
      const { number, units: count, sha256, at } = version
      return { version: number, units: count, sha256, at }
    },
    async roll(community) {
      const version = await currentVersion(table, community)
      if (!version) return undefined
      const [all, owners] = await Promise.all([
        allRows(table, community, version, 'units'),
        allRows(table, community, version, 'owners'),
      ])
      const names = new Map(owners.map(({ key, name }) => [key, name]))
      const units = all.map((unit) => rollUnit(unit, names))
      return { version: version.number, units: units.sort((a, b) => (a.unit < b.unit ? -1 : 1)) }
    },
    async owners(community, keys) {
      const version = keys.length > 0 && (await currentVersion(table, community))
      if (!version) return new Map()
      const wanted = new Set(keys)
      const near = await rowsNear(table, community, version, 'owners', keys)
      return new Map(near.filter(({ key }) => wanted.has(key)).map((owner) => [owner.key, owner]))
    },
    async buildings(community) {
      const version = await currentVersion(table, community)
      return version ? allRows(table, community, version, 'buildings') : []
    },
  }
}

const rollUnit = (unit: RegisterUnit, names: ReadonlyMap<string, string>): RollUnit => {
  const { label, areaCenti, kind, status, developer, representative } = unit
  return {
    unit: label,
    areaCenti,
    kind,
    status,
    owners: unit.owners.map((key) => ({ key, name: names.get(key) ?? '' })),
    ...(developer !== undefined && { developer }),
    ...(representative !== undefined && { representative }),
  }
}
