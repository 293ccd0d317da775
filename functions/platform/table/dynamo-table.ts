import { GetItemCommand, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { getBatch, putBatch } from './dynamo-batch.ts'
import { DynamoTarget, type DynamoOptions } from './dynamo-client.ts'
import { addToCounter } from './dynamo-counter.ts'
import { attributesOf, itemOf, keyAttributes, keyOf, rowOf } from './dynamo-items.ts'
import { countRows, readRows } from './dynamo-query.ts'
import { deleteItem, putAttributes } from './dynamo-writes.ts'
import { isExpired } from './expiry.ts'
import {
  BATCH_GET,
  checkCount,
  checkCounter,
  checkDistinct,
  checkItem,
  checkKey,
  checkVersion,
  PUT_NEW,
} from './limits.ts'
import type { IndexName, Item, Key, Range, Table } from './table.ts'

/** DynamoDB, or a server that speaks as it does. The table is as in `table-definition.ts`. */
export function dynamoTable(
  name: string,
  config: DynamoDBClientConfig = {},
  options: DynamoOptions = {},
): Table {
  return new DynamoTable(new DynamoTarget(name, config, options))
}

const idOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk])

class DynamoTable implements Table {
  readonly #target: DynamoTarget

  constructor(target: DynamoTarget) {
    this.#target = target
  }

  async get(key: Key, { consistent = true } = {}): Promise<Item | undefined> {
    checkKey(key)
    const answer = await this.#target.client.send(
      new GetItemCommand({
        ...this.#target.base(),
        Key: keyAttributes(key),
        ConsistentRead: consistent,
      }),
    )
    this.#target.read('get', answer.ConsumedCapacity)
    return answer.Item && this.#live(itemOf(answer.Item))
  }

  async batchGet(keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
    checkCount(keys.length, BATCH_GET)
    keys.forEach(checkKey)
    const distinct = new Map(keys.map((key) => [idOf(key), keyAttributes(key)]))
    const found = await getBatch(this.#target, [...distinct.values()])
    const items = new Map(found.map(itemOf).map((item) => [idOf(item), item]))
    return keys.map((key) => {
      const item = items.get(idOf(key))
      return item && this.#live(item)
    })
  }

  async put(item: Item): Promise<void> {
    await putAttributes(this.#target, attributesOf(item, checkItem(item)))
  }

  async putNew(items: readonly Item[]): Promise<void> {
    checkCount(items.length, PUT_NEW)
    checkDistinct(items)
    const all = items.map((item) => attributesOf(item, checkItem(item)))
    await putBatch(this.#target, all)
  }

  async delete(key: Key, version: number): Promise<void> {
    checkKey(key)
    checkVersion(version)
    await deleteItem(this.#target, key, version)
  }

  async add(key: Key, amount: number, expiresAt: number): Promise<number> {
    checkKey(key)
    checkCounter(amount, expiresAt)
    return addToCounter(this.#target, { key, amount, expiresAt })
  }

  async query(pk: string, range: Range = {}) {
    const page = await readRows(this.#target, { operation: 'query', pk, range })
    return { ...page, items: page.items.map(itemOf) }
  }

  async queryKeys(pk: string, range: Range = {}) {
    const question = { operation: 'queryKeys', pk, range, keysOnly: true } as const
    const page = await readRows(this.#target, question)
    return { ...page, items: page.items.map(keyOf) }
  }

  async queryIndex(index: IndexName, pk: string, range: Range = {}) {
    const page = await readRows(this.#target, { operation: 'queryIndex', pk, range, index })
    return { ...page, items: page.items.map((row) => rowOf(index, row)) }
  }

  count(pk: string, range: Range = {}) {
    return countRows(this.#target, { operation: 'count', pk, range })
  }

  close() {
    this.#target.client.destroy()
    return Promise.resolve()
  }

  #live(item: Item): Item | undefined {
    return isExpired(item, this.#target.seconds()) ? undefined : item
  }
}
