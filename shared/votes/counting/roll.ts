import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { Head } from './heads.ts'
import type { Sum } from './sum.ts'

/** The heads of a vote with their total, known to be exact: nothing else can be counted. */
export interface Roll {
  readonly heads: readonly Head[]
  readonly total: Sum
}

/** Refuses a total beyond 2^53 - 1 hundredths of a square metre, which would be rounded. */
export function rollOf(heads: readonly Head[]): Decision<Roll, 'votes.area_too_large'> {
  const areaCenti = heads.reduce((sum, head) => sum + head.areaCenti, 0)
  if (!Number.isSafeInteger(areaCenti)) return refuse('votes.area_too_large')
  return accept({ heads, total: { heads: heads.length, areaCenti } })
}
