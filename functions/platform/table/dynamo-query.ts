import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import type { Operation } from './capacity.ts'
import { isEmptyRange, readCursor, writeCursor } from './cursor.ts'
import type { DynamoTarget } from './dynamo-client.ts'
import { keyAttributes, number, text, type Attributes } from './dynamo-items.ts'
import { checkPartition, checkRange } from './limits.ts'
import { INDEX_KEYS } from './table-definition.ts'
import type { IndexName, Page, Range } from './table.ts'

/** What is asked for: the table or an index of it, and what of each row. */
export interface Question {
  readonly operation: Operation
  readonly pk: string
  readonly range: Range
  readonly index?: IndexName
  readonly keysOnly?: boolean
}

const BASE_KEYS = { pk: 'pk', sk: 'sk' }
const keysOf = (index: IndexName | undefined) => (index ? INDEX_KEYS[index] : BASE_KEYS)

function conditionOf({ from = '', to, prefix = '' }: Range, sk: string) {
  if (prefix !== '') {
    return { condition: ` and begins_with(${sk}, :prefix)`, values: { ':prefix': text(prefix) } }
  }
  const lower = from === '' ? undefined : { ':from': text(from) }
  const upper = to === undefined ? undefined : { ':to': text(to) }
  const values = { ...lower, ...upper }
  if (lower && upper) return { condition: ` and ${sk} between :from and :to`, values }
  if (lower) return { condition: ` and ${sk} >= :from`, values }
  return { condition: upper ? ` and ${sk} <= :to` : '', values }
}

function inputOf(target: DynamoTarget, question: Question): QueryCommandInput {
  const { pk, range, index } = question
  const names = keysOf(index)
  const { condition, values } = conditionOf(range, names.sk)
  return {
    ...target.base(),
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
    ...(question.keysOnly && { ProjectionExpression: 'pk, sk' }),
    KeyConditionExpression: `${names.pk} = :pk${condition}`,
    // DynamoDB removes what has expired within days, not at once.
    FilterExpression: 'attribute_not_exists(#ttl) or #ttl > :now',
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ...values, ':pk': text(pk), ':now': number(target.seconds()) },
    ScanIndexForward: !range.reverse,
  }
}

function startOf({ pk, range, index }: Question): Attributes | undefined {
  const parts = readCursor(range, index ? 3 : 1)
  if (!parts) return undefined
  const [first = '', itemPk = '', itemSk = ''] = parts
  if (!index) return keyAttributes({ pk, sk: first })
  const names = INDEX_KEYS[index]
  return {
    [names.pk]: text(pk),
    [names.sk]: text(first),
    ...keyAttributes({ pk: itemPk, sk: itemSk }),
  }
}

const placeOf = (index: IndexName | undefined, row: Attributes): string[] => {
  const names = index ? [INDEX_KEYS[index].sk, 'pk', 'sk'] : ['sk']
  return names.map((name) => row[name]?.S ?? '')
}

/** When rows of the first request had expired, the next asks for more than is missing. */
const LEAST_REFILL = 100

/** One row more than `limit` is asked for: only so a page knows whether there is a next one. */
export async function readRows(
  target: DynamoTarget,
  question: Question,
): Promise<Page<Attributes>> {
  const { pk, range, index } = question
  checkPartition(pk)
  checkRange(range)
  const limit = range.limit ?? Infinity
  let start = startOf(question)
  if (isEmptyRange(range)) return { items: [] }
  const input = inputOf(target, question)
  const rows: Attributes[] = []
  const upTo = (count: number, last: Attributes | undefined): Page<Attributes> => ({
    items: rows.slice(0, count),
    ...(last && { cursor: writeCursor(placeOf(index, last)) }),
  })
  let asked = limit + 1
  for (;;) {
    const page = await ask(target, question.operation, input, asked, start)
    rows.push(...page.rows)
    if (rows.length > limit) return upTo(limit, rows[limit - 1])
    if (!page.next) return upTo(rows.length, undefined)
    if (page.cutBySize && rows.length > 0) return upTo(rows.length, page.next)
    start = page.next
    asked = Math.max(limit + 1 - rows.length, LEAST_REFILL)
  }
}

async function ask(
  target: DynamoTarget,
  operation: Operation,
  input: QueryCommandInput,
  asked: number,
  start: Attributes | undefined,
) {
  const page = await target.client.send(
    new QueryCommand({
      ...input,
      ...(Number.isFinite(asked) && { Limit: asked }),
      ...(start && { ExclusiveStartKey: start }),
    }),
  )
  target.read(operation, page.ConsumedCapacity)
  return {
    rows: page.Items ?? [],
    next: page.LastEvaluatedKey,
    cutBySize: (page.ScannedCount ?? 0) < asked,
  }
}

export async function countRows(target: DynamoTarget, question: Question): Promise<number> {
  checkPartition(question.pk)
  checkRange(question.range)
  if (isEmptyRange(question.range)) return 0
  const input = { ...inputOf(target, question), Select: 'COUNT' as const }
  let count = 0
  let start: Attributes | undefined
  do {
    const page = await target.client.send(
      new QueryCommand({ ...input, ...(start && { ExclusiveStartKey: start }) }),
    )
    target.read(question.operation, page.ConsumedCapacity)
    count += page.Count ?? 0
    start = page.LastEvaluatedKey
  } while (start)
  return count
}
