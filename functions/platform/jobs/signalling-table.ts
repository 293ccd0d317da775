import type { Table } from '../table/table.ts'
import { isDue } from './wake.ts'

/** One machine: what is written as due at once need not wait for the timer. On AWS the table's stream does this. */
export function signallingTable(table: Table, now: () => Date, onDue: () => void): Table {
  return {
    ...table,
    async put(item) {
      await table.put(item)
      if (isDue(item.wake, now())) onDue()
    },
  }
}
