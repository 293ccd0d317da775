import type { S3Handler } from 'aws-lambda'
import { importUpload } from '../register/import-upload.ts'
import { keyedPorts } from './lambda-ports.ts'
import { arrivedIn } from './s3-records.ts'

/** A register was put into the bucket under `registers/<community>/`. */
export const handler: S3Handler = async (event) => {
  const ports = await keyedPorts()
  for (const arrived of arrivedIn(event)) await importUpload(ports, arrived)
}
