import type { S3Event } from 'aws-lambda'

export interface Arrived {
  readonly key: string
  readonly bytes: number
}

/** What has arrived in the bucket. Keys come as a form would send them. */
export const arrivedIn = ({ Records }: S3Event): readonly Arrived[] =>
  Records.map(({ s3: { object } }) => ({
    key: decodeURIComponent(object.key.replaceAll('+', ' ')),
    bytes: object.size,
  }))
