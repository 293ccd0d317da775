import type { Table } from '../table/table.ts'
import { isDue } from './wake.ts'

/** One machine: what is written as due at once need not wait for the timer. On AWS the table's stream does this. */
export function signallingTable(table: Table, now: () => Date, onDue: () => void): Table {
  return {
    async put(item) {
      await table.put(item)
      if (isDue(item.wake, now())) onDue()
    },
    get: (key, options) => table.get(key, options),
    batchGet: (keys) => table.batchGet(keys),
    putNew: (items) => table.putNew(items),
    delete: (key, version) => table.delete(key, version),
    add: (key, amount, expiresAt) => table.add(key, amount, expiresAt),
    query: (pk, range) => table.query(pk, range),
    queryKeys: (pk, range) => table.queryKeys(pk, range),
    queryIndex: (index, pk, range) => table.queryIndex(index, pk, range),
    count: (pk, range) => table.count(pk, range),
    close: () => table.close(),
  }
}
