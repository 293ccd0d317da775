import type { DynamoDBRecord } from 'aws-lambda'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Key } from '../platform/table/table.ts'
import { visitRecords } from './stream-records.ts'

const now = new Date('2026-11-24T02:00:00Z')
const later = new Date('2026-11-24T02:00:01Z')
const leak: Key = { pk: 'COMPLAINT#1', sk: 'STATE' }
const noise: Key = { pk: 'COMPLAINT#2', sk: 'STATE' }

let sequence = 0
beforeEach(() => {
  sequence = 0
})

/** As the stream sends it; numbered in the order of the calls. */
function written({ pk, sk }: Key, wake?: Date): DynamoDBRecord {
  const at = wake && wakeAt({ pk, sk }, wake)
  return {
    eventName: 'MODIFY',
    dynamodb: {
      SequenceNumber: String((sequence += 1)),
      Keys: { pk: { S: pk }, sk: { S: sk } },
      NewImage: {
        pk: { S: pk },
        sk: { S: sk },
        ...(at && { w_pk: { S: at.pk }, w_sk: { S: at.sk } }),
      },
    },
  }
}

async function visit(records: readonly DynamoDBRecord[], failing: readonly Key[] = []) {
  const visited: Key[] = []
  const answer = await visitRecords(
    {
      visit(keys) {
        visited.push(...keys)
        const failed = keys.filter(({ pk }) => failing.some((key) => key.pk === pk)).length
        return Promise.resolve({ visited: keys.length - failed, failed })
      },
    },
    records,
    now,
  )
  return { visited, failures: answer.batchItemFailures.map((failure) => failure.itemIdentifier) }
}

test('visits what is due, and reports nothing', async () => {
  expect(await visit([written(leak, now), written(noise, now)])).toEqual({
    visited: [leak, noise],
    failures: [],
  })
})

test.each([
  ['due later', () => written(leak, later)],
  ['due never', () => written(leak)],
  ['removed', (): DynamoDBRecord => ({ eventName: 'REMOVE', dynamodb: { Keys: {} } })],
  ['without content', (): DynamoDBRecord => ({})],
])('an item %s is not visited', async (_, record) => {
  expect(await visit([record()])).toEqual({ visited: [], failures: [] })
})

test('an item written twice is visited once', async () => {
  expect((await visit([written(leak, now), written(leak, now)])).visited).toEqual([leak])
})

test('a failure names its record, and no other', async () => {
  const { visited, failures } = await visit([written(noise, now), written(leak, now)], [leak])
  expect(visited).toEqual([noise, leak])
  expect(failures).toEqual(['2'])
})

test('of an item written twice the first record is named', async () => {
  const records = [written(leak, now), written(noise, now), written(leak, now)]
  expect((await visit(records, [leak])).failures).toEqual(['1'])
})

test('a store that does not answer fails the whole batch', async () => {
  const sweep = { visit: () => Promise.reject(new Error('no store')) }
  await expect(visitRecords(sweep, [written(leak, now)], now)).rejects.toThrow('no store')
})
