import {
  ConditionalCheckFailedException,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { DynamoTarget } from './dynamo-client.ts'
import { keyAttributes, number, numberIn, type Attributes } from './dynamo-items.ts'
import { COUNTER } from './table-definition.ts'
import { ConflictError, LimitError, type Key } from './table.ts'

interface Addition {
  readonly key: Key
  readonly amount: number
  readonly expiresAt: number
}

const NAMES = { '#n': 'n', '#v': 'v', '#ttl': 'ttl', '#version': 'version' }

const increase = (target: DynamoTarget, { key, amount, expiresAt }: Addition) =>
  new UpdateItemCommand({
    ...target.base(),
    Key: keyAttributes(key),
    UpdateExpression: 'set #v = :counter, #ttl = :ttl add #n :amount, #version :one',
    ConditionExpression: 'attribute_not_exists(pk) or (#v = :counter and #ttl > :now)',
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: {
      ':counter': number(COUNTER),
      ':ttl': number(expiresAt),
      ':amount': number(amount),
      ':one': number(1),
      ':now': number(target.seconds()),
    },
    ReturnValues: 'UPDATED_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  })

/** In place of what has expired. */
const startAgain = (target: DynamoTarget, { key, amount, expiresAt }: Addition) =>
  new PutItemCommand({
    ...target.base(),
    Item: {
      ...keyAttributes(key),
      version: number(1),
      v: number(COUNTER),
      n: number(amount),
      ttl: number(expiresAt),
    },
    ConditionExpression: 'attribute_not_exists(pk) or #ttl <= :now',
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':now': number(target.seconds()) },
  })

const unlessRefused = async <T>(write: Promise<T>) => {
  try {
    return await write
  } catch (err) {
    if (err instanceof ConditionalCheckFailedException) return err
    throw err
  }
}

const MOST_TRIES = 5

/** Adds, or starts again where the counter has expired; either may lose to somebody doing the same. */
export async function addToCounter(target: DynamoTarget, addition: Addition): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const added = await unlessRefused(target.client.send(increase(target, addition)))
    if (!(added instanceof ConditionalCheckFailedException)) {
      target.wrote('add', added.ConsumedCapacity)
      return numberIn(added.Attributes ?? {}, 'n')
    }
    refuseOther(target, added.Item)
    const put = await unlessRefused(target.client.send(startAgain(target, addition)))
    if (!(put instanceof ConditionalCheckFailedException)) {
      target.wrote('add', put.ConsumedCapacity)
      return addition.amount
    }
  }
  throw new ConflictError('the counter kept changing')
}

function refuseOther(target: DynamoTarget, stored: Attributes | undefined): void {
  if (!stored || numberIn(stored, 'v') === COUNTER) return
  const isLive = !stored['ttl'] || numberIn(stored, 'ttl') > target.seconds()
  if (isLive) throw new LimitError('add found an item that is no counter')
}
