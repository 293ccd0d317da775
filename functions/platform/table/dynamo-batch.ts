import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type ConsumedCapacity,
} from '@aws-sdk/client-dynamodb'
import type { DynamoTarget } from './dynamo-client.ts'
import type { Attributes } from './dynamo-items.ts'

const MOST_FRUITLESS = 8
const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 2_000

/** A batch of which DynamoDB kept leaving something undone. */
export class UnprocessedError extends Error {
  override name = 'UnprocessedError'
}

/** Sends what is left again; waits, longer and longer, only when a round brought nothing. */
async function untilDone<T>(
  target: DynamoTarget,
  all: readonly T[],
  send: (left: readonly T[]) => Promise<readonly T[]>,
): Promise<void> {
  let left = await send(all)
  for (let fruitless = 0; left.length > 0;) {
    if (fruitless === MOST_FRUITLESS) {
      throw new UnprocessedError(`${left.length} of ${all.length} were left unprocessed`)
    }
    await target.wait(target.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** fruitless))
    const before = left.length
    left = await send(left)
    fruitless = left.length < before ? 0 : fruitless + 1
  }
}

const inAll = (consumed: readonly ConsumedCapacity[] | undefined): ConsumedCapacity => ({
  CapacityUnits: (consumed ?? []).reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0),
})

/** In no order. The keys are distinct. */
export async function getBatch(
  target: DynamoTarget,
  keys: readonly Attributes[],
): Promise<readonly Attributes[]> {
  const { TableName, ...options } = target.base()
  const found: Attributes[] = []
  await untilDone(target, keys, async (left) => {
    if (left.length === 0) return []
    const request = { Keys: [...left], ConsistentRead: true }
    const answer = await target.client.send(
      new BatchGetItemCommand({ ...options, RequestItems: { [TableName]: request } }),
    )
    target.read('batchGet', inAll(answer.ConsumedCapacity))
    found.push(...(answer.Responses?.[TableName] ?? []))
    return answer.UnprocessedKeys?.[TableName]?.Keys ?? []
  })
  return found
}

export async function putBatch(target: DynamoTarget, items: readonly Attributes[]): Promise<void> {
  const { TableName, ...options } = target.base()
  const requests = items.map((Item) => ({ PutRequest: { Item } }))
  await untilDone(target, requests, async (left) => {
    if (left.length === 0) return []
    const answer = await target.client.send(
      new BatchWriteItemCommand({ ...options, RequestItems: { [TableName]: [...left] } }),
    )
    target.wrote('putNew', inAll(answer.ConsumedCapacity))
    return (answer.UnprocessedItems?.[TableName] ?? []).flatMap(({ PutRequest }) =>
      PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
    )
  })
}
