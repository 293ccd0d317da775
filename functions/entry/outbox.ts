import type { DynamoDBStreamHandler } from 'aws-lambda'
import { createJobs } from '../jobs.ts'
import { lambdaPorts } from './lambda-ports.ts'
import { visitRecords } from './stream-records.ts'

/** From the table's stream: what was written as due at once need not wait for the clock. */
export const handler: DynamoDBStreamHandler = async ({ Records }) => {
  const ports = await lambdaPorts()
  return visitRecords(createJobs(ports), Records, ports.now())
}
