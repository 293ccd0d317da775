import type { RegisterBuilding, RegisterUnit } from '#shared/register/register.ts'
import type { Ports } from '../platform/ports.ts'
import { unitsWithOtherOwners } from './comparing.ts'
import { designate } from './designating.ts'
import { type Matched, matchOwner, type Said } from './matching.ts'
import { allRows, currentVersion, rowsNear } from './repository.ts'
import { type DatedRoll, rollOn } from './roll-on.ts'
import { rollUnit, type RollUnit } from './roll-unit.ts'
import type { OwnerName } from './stored.ts'

export type { RollUnit } from './roll-unit.ts'
export type { Matched, Said } from './matching.ts'

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

/** What is read of the register. `undefined` or empty where nothing was imported yet. */
export interface RegisterReader {
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
  /** Owners of a unit (of an undelivered one: its buyers), names in full; `undefined` for an unknown unit. */
  ownersOf(community: string, unit: string): Promise<readonly OwnerName[] | undefined>
  /** Last four of each phone by owner's key: an officer compares them with what somebody says. */
  lastFoursOf(
    community: string,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>
  /** The roll of a day in Shanghai, `2026-11-24`, by the transfers' own dates; a frozen roll stays what it is. */
  rollOn(community: string, day: string): Promise<DatedRoll | undefined>
  /** Labels of units whose owners differ between two versions; a version nobody kept counts as empty. */
  changedUnits(community: string, from: number, to: number): Promise<readonly string[]>
}

/** What other features may know and do. */
export interface RegisterDirectory extends RegisterReader {
  /** Whether somebody is who the register has for a unit, by name and keyed hash of the phone. */
  match(community: string, said: Said): Promise<Matched>
  /**
   * Who votes for the co-owners of the unit, and of every unit of the same co-owners; nobody where `owner` is absent.
   * A version of its own; twice is once. @throws RefusedError where the unit or the owner is none of the register's
   */
  designate(community: string, unit: string, owner: string | undefined): Promise<void>
}

type Needs = Pick<Ports, 'table' | 'keys' | 'now' | 'newId'>

export const registerDirectory = (ports: Needs): RegisterDirectory => ({
  ...registerReader(ports),
  match: (community, said) => matchOwner(ports, community, said),
  designate: (community, unit, owner) => designate(ports, community, unit, owner),
})

export function registerReader({ table }: Pick<Ports, 'table'>): RegisterReader {
  const units: RegisterReader['units'] = async (community, labels) => {
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
    async ownersOf(community, label) {
      const version = await currentVersion(table, community)
      if (!version) return undefined
      const units = await rowsNear(table, community, version, 'units', [label])
      const keys = units.find((unit) => unit.label === label)?.owners
      if (!keys) return undefined
      const near = keys.length > 0 ? await rowsNear(table, community, version, 'owners', keys) : []
      return keys.flatMap((key) => near.filter((owner) => owner.key === key))
    },
    async lastFoursOf(community, keys) {
      const version = keys.length > 0 && (await currentVersion(table, community))
      if (!version) return new Map()
      const near = await rowsNear(table, community, version, 'numbers', keys)
      return new Map(near.map(({ key, phones }) => [key, phones.map(({ last4 }) => last4)]))
    },
    rollOn: (community, day) => rollOn(table, community, day),
    changedUnits: (community, from, to) => unitsWithOtherOwners(table, community, from, to),
  }
}
