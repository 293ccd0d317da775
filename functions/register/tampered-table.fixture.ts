import type { Table } from '../platform/table/table.ts'

/** A table with some of its operations replaced. */
export const tamperedTable = (table: Table, replaced: Partial<Table>): Table =>
  new Proxy(table, {
    get: (target, name: keyof Table) =>
      replaced[name] ?? (target[name] as () => unknown).bind(target),
  })
