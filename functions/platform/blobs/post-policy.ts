import { checkedKey, type UploadAsk } from './blobs.ts'
import { amzDate, credentialOf, sign, type Signer } from './sigv4.ts'

/**
 * The fields of an upload by HTML form: S3's POST policy, so that the store itself holds the phone to key, size and time.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function postPolicy(
  { key, maxBytes, contentType, expiresAt }: UploadAsk,
  bucket: string,
  signer: Signer,
  now: Date,
): Readonly<Record<string, string>> {
  const date = amzDate(now)
  const { sessionToken } = signer
  const fields = {
    key: checkedKey(key),
    success_action_status: '201',
    ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': credentialOf(signer, date),
    'x-amz-date': date,
  }
  const conditions = [
    { bucket },
    ['content-length-range', 1, maxBytes],
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
  ]
  const policy = Buffer.from(
    JSON.stringify({ expiration: expiresAt.toISOString(), conditions }),
  ).toString('base64')
  return { ...fields, policy, 'x-amz-signature': sign(signer, date, policy) }
}
