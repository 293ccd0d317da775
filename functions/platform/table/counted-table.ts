import { allWrites, readUnits, tableWrites, type OnCapacity, type Operation } from './capacity.ts'
import { itemBytes, rowBytes } from './item-size.ts'
import {
  ConflictError,
  type IndexName,
  type Item,
  type Key,
  type Range,
  type Table,
} from './table.ts'

/**
 * Tells what each operation would cost on DynamoDB, by its published rules, over any adapter.
 * For tests: to learn sizes it reads more than the operation does, and it knows nothing of rows
 * that have expired or of what others write between its reads and the operation.
 */
export const countedTable = (table: Table, onCapacity: OnCapacity): Table =>
  new CountedTable(table, onCapacity)

const sum = (bytes: readonly number[]): number => bytes.reduce((all, one) => all + one, 0)

/** An adapter reads one row more than a page holds, to know whether there is a next page. */
const andOneMore = (range: Range): Range =>
  range.limit === undefined ? range : { ...range, limit: range.limit + 1 }

const boundsOf = ({ from, to, prefix }: Range): Range => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(prefix !== undefined && { prefix }),
})

class CountedTable implements Table {
  readonly #table: Table
  readonly #onCapacity: OnCapacity

  constructor(table: Table, onCapacity: OnCapacity) {
    this.#table = table
    this.#onCapacity = onCapacity
  }

  async get(key: Key, options: { readonly consistent?: boolean } = {}) {
    const item = await this.#table.get(key, options)
    this.#read('get', readUnits(item ? itemBytes(item) : 0, options.consistent ?? true))
    return item
  }

  async batchGet(keys: readonly Key[]) {
    const items = await this.#table.batchGet(keys)
    const distinct = new Map(keys.map(({ pk, sk }, n) => [JSON.stringify([pk, sk]), items[n]]))
    const units = [...distinct.values()].map((item) => readUnits(item ? itemBytes(item) : 0, true))
    this.#read('batchGet', sum(units))
    return items
  }

  async put(item: Item) {
    const before = await this.#table.get(item)
    await this.#written('put', before, item, () => this.#table.put(item))
  }

  async putNew(items: readonly Item[]) {
    const before = await this.#table.batchGet(items)
    await this.#table.putNew(items)
    this.#wrote('putNew', sum(items.map((item, n) => allWrites(before[n], item))))
  }

  async delete(key: Key, version: number) {
    const before = await this.#table.get(key)
    await this.#written('delete', before, undefined, () => this.#table.delete(key, version))
  }

  async add(key: Key, amount: number, expiresAt: number) {
    const before = await this.#table.get(key)
    const value = await this.#table.add(key, amount, expiresAt)
    this.#wrote('add', allWrites(before, await this.#table.get(key)))
    return value
  }

  async query(pk: string, range: Range = {}) {
    this.#read('query', readUnits(await this.#bytesOf(pk, range), true))
    return this.#table.query(pk, range)
  }

  async queryKeys(pk: string, range: Range = {}) {
    // A projection saves nothing: what is read counts, not what is returned.
    this.#read('queryKeys', readUnits(await this.#bytesOf(pk, range), true))
    return this.#table.queryKeys(pk, range)
  }

  async queryIndex(index: IndexName, pk: string, range: Range = {}) {
    const read = await this.#table.queryIndex(index, pk, andOneMore(range))
    const bytes = read.items.map(async ({ at, ...shown }) => {
      const item = await this.#table.get(shown)
      const expiry = item?.expiresAt === undefined ? {} : { expiresAt: item.expiresAt }
      return rowBytes({ ...shown, ...expiry, data: null, [index]: { pk, sk: at } }, index)
    })
    this.#read('queryIndex', readUnits(sum(await Promise.all(bytes)), false))
    return this.#table.queryIndex(index, pk, range)
  }

  async count(pk: string, range: Range = {}) {
    const bounds = boundsOf(range)
    let page = await this.#table.query(pk, bounds)
    this.#read('count', readUnits(sum(page.items.map((item) => itemBytes(item))), true))
    while (page.cursor !== undefined) {
      page = await this.#table.query(pk, { ...bounds, cursor: page.cursor })
      this.#read('count', readUnits(sum(page.items.map((item) => itemBytes(item))), true))
    }
    return this.#table.count(pk, range)
  }

  close() {
    return this.#table.close()
  }

  async #bytesOf(pk: string, range: Range): Promise<number> {
    const { items } = await this.#table.query(pk, andOneMore(range))
    return sum(items.map((item) => itemBytes(item)))
  }

  /** AWS bills a write whose condition failed, though no answer says so; it reaches no index. */
  async #written(
    operation: Operation,
    before: Item | undefined,
    after: Item | undefined,
    write: () => Promise<void>,
  ): Promise<void> {
    try {
      await write()
      this.#wrote(operation, allWrites(before, after))
    } catch (err) {
      if (err instanceof ConflictError) this.#wrote(operation, tableWrites(before, after))
      throw err
    }
  }

  #read(operation: Operation, units: number): void {
    this.#onCapacity(operation, { reads: units, writes: 0 })
  }

  #wrote(operation: Operation, units: number): void {
    this.#onCapacity(operation, { reads: 0, writes: units })
  }
}
