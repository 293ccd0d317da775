import {
  CreateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import { TABLE_DEFINITION, TIME_TO_LIVE } from './table-definition.ts'

const LONGEST_WAIT_S = 60

/** For tests and for clusters without CloudFormation; on AWS `serverless.yml` declares the same. */
export async function createTable(client: DynamoDBClient, TableName: string): Promise<void> {
  await client.send(new CreateTableCommand({ TableName, ...TABLE_DEFINITION }))
  await waitUntilTableExists({ client, maxWaitTime: LONGEST_WAIT_S }, { TableName })
  await client.send(
    new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: TIME_TO_LIVE }),
  )
}
