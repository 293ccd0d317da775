import type { RegisterUnit } from './register.ts'

/** Who stands for a unit: its owners once delivered, its developer until then (解释 art. 9). */
const holdersOf = (unit: RegisterUnit): readonly string[] =>
  unit.developer === undefined ? unit.owners : [unit.developer]

export const isCounted = (unit: RegisterUnit): boolean => unit.kind !== 'parking'

/** Units of the same set of owners are one head; so is all that a developer holds and owns (解释 art. 9). */
export const countHeads = (units: readonly RegisterUnit[]): number =>
  new Set(units.filter(isCounted).map((unit) => [...holdersOf(unit)].sort().join('+'))).size
