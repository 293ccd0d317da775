import type { RegisterUnit } from '#shared/register/register.ts'

/** A unit as a roll has it; names in full: mask them before others see them. */
export interface RollUnit {
  /** Label, `1-2-801`. */
  readonly unit: string
  /** As the register has it, `1`; empty for a parking space. */
  readonly building: string
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

export const rollUnit = (unit: RegisterUnit, names: ReadonlyMap<string, string>): RollUnit => {
  const { label, building, areaCenti, kind, status, developer, representative } = unit
  return {
    unit: label,
    building,
    areaCenti,
    kind,
    status,
    owners: unit.owners.map((key) => ({ key, name: names.get(key) ?? '' })),
    ...(developer !== undefined && { developer }),
    ...(representative !== undefined && { representative }),
  }
}
