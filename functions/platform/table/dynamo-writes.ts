import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { DynamoTarget } from './dynamo-client.ts'
import { keyAttributes, number, numberIn, type Attributes } from './dynamo-items.ts'
import { ConflictError, type Key } from './table.ts'

const ABSENT = 'attribute_not_exists(pk) or #ttl <= :now'
const LIVE = '(attribute_not_exists(#ttl) or #ttl > :now)'

/** Holds when the stored version is `version`; an expired item counts as absent. */
function versionIs(version: number, seconds: number) {
  const absent = version === 0
  const values: Attributes = { ':now': number(seconds) }
  const names: Record<string, string> = { '#ttl': 'ttl' }
  if (!absent) {
    values[':version'] = number(version)
    names['#version'] = 'version'
  }
  return {
    ConditionExpression: absent ? ABSENT : `#version = :version and ${LIVE}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  }
}

async function orConflict<T>(write: Promise<T>, version: number): Promise<T> {
  try {
    return await write
  } catch (err) {
    if (!(err instanceof ConditionalCheckFailedException)) throw err
    throw new ConflictError(`version ${version} is not what is stored`, { cause: err })
  }
}

export async function putAttributes(target: DynamoTarget, item: Attributes): Promise<void> {
  const expected = numberIn(item, 'version') - 1
  const condition = versionIs(expected, target.seconds())
  const command = new PutItemCommand({ ...target.base(), Item: item, ...condition })
  const answer = await orConflict(target.client.send(command), expected)
  target.wrote('put', answer.ConsumedCapacity)
}

export async function deleteItem(target: DynamoTarget, key: Key, version: number): Promise<void> {
  const condition = versionIs(version, target.seconds())
  const command = new DeleteItemCommand({
    ...target.base(),
    Key: keyAttributes(key),
    ...condition,
  })
  const answer = await orConflict(target.client.send(command), version)
  target.wrote('delete', answer.ConsumedCapacity)
}
