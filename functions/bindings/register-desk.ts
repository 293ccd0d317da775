import type { Match } from '#shared/bindings/terms.ts'
import type { RegisterDirectory } from '../register/offers.ts'

export interface RegisteredOwner {
  readonly key: string
  readonly name: string
  readonly organisation: boolean
  /** Last four of each phone. */
  readonly phones: readonly string[]
}

/** A unit as far as binding persons to it goes. */
export interface RegisteredHome {
  readonly unit: string
  /** 0.01 m². */
  readonly areaCenti: number
  readonly owners: readonly RegisteredOwner[]
  /** Key of the co-owner whom the register names as the one who votes. */
  readonly representative?: string | undefined
}

export const NOBODY: RegisteredHome = { unit: '', areaCenti: 0, owners: [] }

interface Said {
  readonly unit: string
  readonly name: string
  readonly phone?: string | undefined
}

/** What binding asks of the register. */
export interface RegisterDesk {
  version(community: string): Promise<number | undefined>
  home(community: string, unit: string): Promise<RegisteredHome | undefined>
  match(
    community: string,
    said: Said,
  ): Promise<{ readonly match: Match; readonly owner?: string | undefined }>
  /** Labels of units whose owners differ between two versions. */
  changedUnits(community: string, from: number, to: number): Promise<readonly string[]>
  /** Who votes for the co-owners of the unit; nobody where `owner` is absent. Twice is once. */
  designate(community: string, unit: string, owner: string | undefined): Promise<void>
}

export const registerDesk = (register: RegisterDirectory): RegisterDesk => ({
  version: async (community) => (await register.state(community))?.version,
  async home(community, label) {
    const unit = await register.unit(community, label)
    if (!unit) return undefined
    const [names, lastFours] = await Promise.all([
      register.owners(community, unit.owners),
      register.lastFoursOf(community, unit.owners),
    ])
    return {
      unit: unit.label,
      areaCenti: unit.areaCenti,
      owners: unit.owners.map((key) => ({
        key,
        name: names.get(key)?.name ?? '',
        organisation: names.get(key)?.organisation === true,
        phones: lastFours.get(key) ?? [],
      })),
      representative: unit.representative,
    }
  },
  async match(community, said) {
    const { result, owner } = await register.match(community, said)
    return { match: result === 'no_unit' ? 'none' : result, owner }
  },
  changedUnits: (community, from, to) => register.changedUnits(community, from, to),
  designate: (community, unit, owner) => register.designate(community, unit, owner),
})
