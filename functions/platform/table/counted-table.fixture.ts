import type { Operation } from './capacity.ts'
import type { Table } from './table.ts'

/** A table that counts its calls, by operation; `taken` gives what was counted since it was last asked. */
export function countedTable(table: Table) {
  let calls: Partial<Record<Operation, number>> = {}
  const counted = new Proxy(table, {
    get(target, name: Operation) {
      calls[name] = (calls[name] ?? 0) + 1
      return (target[name] as () => unknown).bind(target)
    },
  })
  const taken = (): typeof calls => {
    const since = calls
    calls = {}
    return since
  }
  return { table: counted, taken }
}
