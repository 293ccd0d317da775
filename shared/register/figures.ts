import { countHeads, isCounted } from './heads.ts'
import type { Problem, RowProblem } from './problems.ts'
import type { RegisterUnit } from './register.ts'

/** What a register amounts to. Parking spaces are counted in `parking` only; area in 0.01 m². */
export interface Figures {
  readonly units: number
  readonly parking: number
  readonly totalAreaCenti: number
  readonly heads: number
  /** Unsold, or sold but not delivered. */
  readonly developerUnits: number
  readonly coOwnedUnits: number
  readonly problems: readonly {
    readonly row: number
    readonly problem: Problem
    readonly unit?: string
  }[]
}

export function figuresOf(
  units: readonly RegisterUnit[],
  problems: readonly RowProblem[],
): Figures {
  const counted = units.filter(isCounted)
  return {
    units: counted.length,
    parking: units.length - counted.length,
    totalAreaCenti: counted.reduce((sum, unit) => sum + unit.areaCenti, 0),
    heads: countHeads(counted),
    developerUnits: counted.filter((unit) => unit.status !== 'delivered').length,
    coOwnedUnits: counted.filter((unit) => unit.owners.length > 1).length,
    problems: problems.map(({ row, problem, unit }) => ({
      row,
      problem,
      ...(unit !== undefined && { unit }),
    })),
  }
}
