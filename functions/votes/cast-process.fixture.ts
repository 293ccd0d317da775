// One of several processes over one table: sends each request it is given, all of them at once.
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import type { Sent } from '#shared/kernel/route.ts'
import { votes } from '#shared/votes/contract.ts'
import { dynamoTable } from '../platform/table/dynamo-table.ts'
import { appOn } from '../platform/test-app.fixture.ts'

export interface CastTask {
  readonly table: string
  readonly config: DynamoDBClientConfig
  readonly now: string
  readonly casts: readonly {
    readonly person: string
    readonly key: string
    readonly ballot: Sent<typeof votes.cast>
  }[]
}

async function work({ table: name, config, now: at, casts }: CastTask): Promise<void> {
  const now = new Date(at)
  const table = dynamoTable(name, config, { now: () => now })
  const app = appOn(table, {}, { now, advance: () => undefined })
  const ready = []
  for (const cast of casts) ready.push({ ...cast, client: await app.as(cast.person) })
  const answers = await Promise.all(
    ready.map(({ client, ballot, key }) => client.send(votes.cast, ballot, { key })),
  )
  process.stdout.write(JSON.stringify(answers.map(({ status, code }) => code ?? status)))
  await table.close()
}

const [, , task = ''] = process.argv
void work(JSON.parse(task) as CastTask)
