import type { S3Handler } from 'aws-lambda'
import { photoArrivals } from '../photos/arrival.ts'
import { storePorts } from './lambda-ports.ts'
import { arrivedIn } from './s3-records.ts'

/** A phone has sent a photo by its signed form: from now on it is not as it came. */
export const handler: S3Handler = async (event) => {
  const arrived = photoArrivals(await storePorts())
  for (const { key } of arrivedIn(event)) await arrived(key)
}
