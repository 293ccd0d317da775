import type { ScheduledHandler } from 'aws-lambda'
import { createJobs } from '../jobs.ts'
import { lambdaPorts } from './lambda-ports.ts'

/** Once a minute: everything that is due, and whatever the stream has missed. */
export const handler: ScheduledHandler = async () => {
  const { failed } = await createJobs(await lambdaPorts()).run()
  // What failed stays due and is tried again in a minute; saying so here is what rings the alarm.
  if (failed > 0) throw new Error(`${failed} jobs failed`)
}
