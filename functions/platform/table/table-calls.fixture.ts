import type { Operation } from './capacity.ts'
import type { Table } from './table.ts'

/** The table, with its calls counted by operation; `taken` gives what was counted since it was last asked. */
export function countCalls(table: Table) {
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
