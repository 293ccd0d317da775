import type { S3Handler } from 'aws-lambda'
import { registerArrived } from '../register/arrival.ts'
import { keyedPorts } from './lambda-ports.ts'
import { arrivedIn } from './s3-records.ts'

/** A register, or an order to work on one, was put into the bucket under `registers/<community>/`. */
export const handler: S3Handler = async (event) => {
  const ports = await keyedPorts()
  for (const arrived of arrivedIn(event)) await registerArrived(ports, arrived)
}
