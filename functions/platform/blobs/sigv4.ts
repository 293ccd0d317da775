import { createHash, createHmac } from 'node:crypto'

/** Who signs, and for which region. A session token comes with temporary credentials. */
export interface Signer {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  readonly region: string
}

/** `20151229T000000Z` */
export const amzDate = (time: Date): string =>
  time.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')

/** `<key id>/20151229/<region>/s3/aws4_request` */
export const credentialOf = (signer: Signer, date: string): string =>
  `${signer.accessKeyId}/${scopeOf(signer, date)}`

const scopeOf = ({ region }: Signer, date: string): string =>
  `${date.slice(0, 8)}/${region}/s3/aws4_request`

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()

/** AWS Signature Version 4 over a ready string, hex. `date` as `amzDate` gives it. */
export function sign(signer: Signer, date: string, text: string): string {
  const day = hmac(`AWS4${signer.secretAccessKey}`, date.slice(0, 8))
  const key = hmac(hmac(hmac(day, signer.region), 's3'), 'aws4_request')
  return hmac(key, text).toString('hex')
}

/** A `GET` by address alone, good for `seconds` from `date` on. */
export function presignedGet(url: URL, signer: Signer, date: string, seconds: number): string {
  const query = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': credentialOf(signer, date),
    'X-Amz-Date': date,
    'X-Amz-Expires': String(seconds),
    ...(signer.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': signer.sessionToken }),
    'X-Amz-SignedHeaders': 'host',
  }
  const canonical = Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const request = ['GET', url.pathname, canonical, `host:${url.host}`, '', 'host']
  const digest = createHash('sha256')
    .update([...request, 'UNSIGNED-PAYLOAD'].join('\n'))
    .digest('hex')
  const text = ['AWS4-HMAC-SHA256', date, scopeOf(signer, date), digest].join('\n')
  return `${url.href}?${canonical}&X-Amz-Signature=${sign(signer, date, text)}`
}
