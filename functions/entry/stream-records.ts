import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda'
import type { Sweep } from '../platform/jobs/sweep.ts'
import { isDue } from '../platform/jobs/wake.ts'
import type { Key } from '../platform/table/table.ts'
import { INDEX_KEYS } from '../platform/table/table-definition.ts'

interface Waking {
  readonly key: Key
  readonly sequenceNumber: string
}

/**
 * Visits what the stream says is due. An item whose visit failed is reported, so the stream sends it again;
 * one due later is left to the clock.
 */
export async function visitRecords(
  sweep: Pick<Sweep, 'visit'>,
  records: readonly DynamoDBRecord[],
  now: Date,
): Promise<DynamoDBBatchResponse> {
  const visits = wakingOf(records, now).map(async ({ key, sequenceNumber }) => {
    const { failed } = await sweep.visit([key])
    return failed > 0 ? [{ itemIdentifier: sequenceNumber }] : []
  })
  return { batchItemFailures: (await Promise.all(visits)).flat() }
}

/** Each item once: a visit reads the item as it is now, however often it was written. */
function wakingOf(records: readonly DynamoDBRecord[], now: Date): readonly Waking[] {
  const waking = new Map<string, Waking>()
  for (const { dynamodb: change } of records) {
    const image = change?.NewImage ?? {}
    const key = keyIn(image, { pk: 'pk', sk: 'sk' })
    if (!key || !isDue(keyIn(image, INDEX_KEYS.wake), now)) continue
    const id = JSON.stringify([key.pk, key.sk])
    // The first one's number: the stream starts again there, and everything since is seen once more.
    const { sequenceNumber = change?.SequenceNumber ?? '' } = waking.get(id) ?? {}
    waking.set(id, { key, sequenceNumber })
  }
  return [...waking.values()]
}

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>

function keyIn(image: Image, names: Key): Key | undefined {
  const pk = image[names.pk]?.S
  const sk = image[names.sk]?.S
  return pk === undefined || sk === undefined ? undefined : { pk, sk }
}
