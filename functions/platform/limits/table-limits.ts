import type { Table } from '../table/table.ts'
import type { Limits, LimitRule, LimitSizes } from './limits.ts'

const WINDOW = 60

/**
 * Fixed windows of a minute. Logins and writes are counted in the table, so that they hold across processes;
 * reads in this process only, since counting each in the table would cost more than most reads.
 */
export function tableLimits(table: Table, sizes: LimitSizes): Limits {
  let window = -1
  let reads = new Map<string, number>()

  const countHere = (who: string, current: number): number => {
    if (current !== window) {
      window = current
      reads = new Map()
    }
    const uses = (reads.get(who) ?? 0) + 1
    reads.set(who, uses)
    return uses
  }
  const countInTable = (rule: LimitRule, who: string, current: number): Promise<number> =>
    table.add({ pk: `RATE#${rule}#${who}`, sk: String(current) }, 1, (current + 2) * WINDOW)

  return {
    async use(rule, who, now) {
      const seconds = Math.floor(now.getTime() / 1_000)
      const current = Math.floor(seconds / WINDOW)
      const uses =
        rule === 'read' ? countHere(who, current) : await countInTable(rule, who, current)
      return uses <= sizes[rule] ? 0 : WINDOW - (seconds % WINDOW)
    },
  }
}
