import { calendarOf, type Calendar } from '#shared/clocks/calendar.ts'
import type { TableVersion } from '#shared/clocks/contract.ts'
import { missingYear } from '#shared/clocks/giving-a-table.ts'
import type { Ports } from '../platform/ports.ts'
import { allVersions, currentOnes, tablesOn } from './tables.ts'

export interface CalendarDirectory {
  /** What deadlines are computed by. A table given meanwhile is in it within seconds. */
  calendar(): Promise<Calendar>
  /** Of each year the table that counts. */
  tables(): Promise<readonly TableVersion[]>
  /** Codes of what an operator has to see to: `calendar_2027_missing`. */
  warnings(): Promise<readonly string[]>
}

const FRESH_MS = 10_000

interface Held {
  readonly at: number
  readonly tables: readonly TableVersion[]
  readonly calendar: Calendar
}

/** The calendar by every table there is, remembered for a few seconds. */
export function calendarDirectory({ table, now }: Pick<Ports, 'table' | 'now'>): CalendarDirectory {
  let held: Held | undefined

  const current = async (): Promise<Held> => {
    const at = now().getTime()
    if (held && Math.abs(at - held.at) < FRESH_MS) return held
    const tables = currentOnes(allVersions(await tablesOn(table).given()))
    held = { at, tables, calendar: calendarOf(tables) }
    return held
  }
  return {
    calendar: async () => (await current()).calendar,
    tables: async () => (await current()).tables,
    async warnings() {
      const { tables } = await current()
      const missing = missingYear(
        tables.map(({ year }) => year),
        now(),
      )
      return missing === undefined ? [] : [`calendar_${missing}_missing`]
    },
  }
}
