import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { checkedKey, type Blobs } from './blobs.ts'
import { postPolicy } from './post-policy.ts'
import { amzDate, presignedGet, type Signer } from './sigv4.ts'

export interface S3Settings {
  readonly bucket: string
  readonly signer: Signer
  /** Another S3-compatible server, without a slash at its end; the bucket is then the path's first part. */
  readonly endpoint?: string
}

const RETRIES = 3
const TIMEOUT_MS = 20_000
const STAYS_SAME_MS = 15 * 60_000

/** S3 in any partition, or a server that speaks its language. */
export function s3Blobs({ bucket, signer, endpoint }: S3Settings, now: () => Date): Blobs {
  const base = endpoint === undefined ? bucketUrl(bucket, signer.region) : `${endpoint}/${bucket}`
  const aws = new AwsClient({ ...signer, service: 's3', retries: RETRIES })
  const urlOf = (key: string): URL => new URL(`${base}/${checkedKey(key)}`)

  const ask = async (method: string, key: string, init: RequestInit = {}): Promise<Response> => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await aws.fetch(urlOf(key).href, { ...init, method, signal })
    if (response.ok || response.status === 404) return response
    throw new Error(`S3 answered ${method} with ${response.status}`)
  }

  return {
    uploadForm: (wish) => ({ url: `${base}/`, fields: postPolicy(wish, bucket, signer, now()) }),
    readUrl(key, expiresAt) {
      const from = Math.floor(now().getTime() / STAYS_SAME_MS) * STAYS_SAME_MS
      const seconds = Math.floor((expiresAt.getTime() - from) / 1_000)
      return presignedGet(urlOf(key), signer, amzDate(new Date(from)), seconds)
    },
    async get(key) {
      const response = await ask('GET', key)
      return response.status === 404 ? undefined : new Uint8Array(await response.arrayBuffer())
    },
    async put(key, bytes, contentType) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const headers = { 'content-type': contentType, 'x-amz-content-sha256': sha256 }
      const { status } = await ask('PUT', key, { headers, body: bytes as BodyInit })
      if (status === 404) throw new Error('S3 does not know the bucket')
    },
    async delete(key) {
      await ask('DELETE', key)
    },
  }
}

/** The partition decides the domain: Beijing and Ningxia are apart. */
export const awsDomain = (region: string): string =>
  region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'

export const bucketUrl = (bucket: string, region: string): string =>
  `https://${bucket}.s3.${region}.${awsDomain(region)}`
