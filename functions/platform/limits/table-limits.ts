import type { Table } from '../table/table.ts'
import type { Limits, LimitSizes } from './limits.ts'
import { processLimits } from './process-limits.ts'

const WINDOW = 60

/**
 * Fixed windows of a minute. Logins and writes are counted in the table, so that they hold across processes;
 * reads in this process only, since counting each in the table would cost more than most reads.
 */
export function tableLimits(table: Table, sizes: LimitSizes): Limits {
  const here = processLimits(sizes)
  return {
    async use(rule, who, now) {
      if (rule === 'read') return here.use(rule, who, now)
      const seconds = Math.floor(now.getTime() / 1_000)
      const current = Math.floor(seconds / WINDOW)
      const key = { pk: `RATE#${rule}#${who}`, sk: String(current) }
      const uses = await table.add(key, 1, (current + 2) * WINDOW)
      return uses <= sizes[rule] ? 0 : WINDOW - (seconds % WINDOW)
    },
  }
}
