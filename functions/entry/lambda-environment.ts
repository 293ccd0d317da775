import { awsDomain } from '../platform/blobs/s3-blobs.ts'
import type { Signer } from '../platform/blobs/sigv4.ts'

/** What a function is told by its environment. No secret: those are read by their names. */
export interface LambdaEnvironment {
  readonly table: string
  readonly bucket: string
  /** Names of the secrets: one for our own keys, one for WeChat's. */
  readonly keySecret: string
  readonly weixinSecret: string
  readonly secretsEndpoint: string
  readonly signer: Signer
  /** The region's, unless something stands in for it. */
  readonly storeEndpoint: string
  /** Only where something stands in for them. */
  readonly s3Endpoint: string | undefined
  readonly weixinBaseUrl: string | undefined
}

/** @throws Error that names every variable that is missing */
export function readEnvironment(env: NodeJS.ProcessEnv): LambdaEnvironment {
  const missing: string[] = []
  const need = (name: string): string => {
    const value = env[name] ?? ''
    if (value === '') missing.push(name)
    return value
  }
  const sessionToken = env['AWS_SESSION_TOKEN']
  const region = need('AWS_REGION')
  const environment: LambdaEnvironment = {
    table: need('TABLE_NAME'),
    bucket: need('BUCKET_NAME'),
    keySecret: need('KEY_SECRET'),
    weixinSecret: need('WEIXIN_SECRET'),
    secretsEndpoint: need('AWS_ENDPOINT_URL_SECRETS_MANAGER'),
    signer: {
      accessKeyId: need('AWS_ACCESS_KEY_ID'),
      secretAccessKey: need('AWS_SECRET_ACCESS_KEY'),
      ...(sessionToken === undefined ? {} : { sessionToken }),
      region,
    },
    storeEndpoint:
      env['AWS_ENDPOINT_URL_DYNAMODB'] ?? `https://dynamodb.${region}.${awsDomain(region)}`,
    s3Endpoint: env['AWS_ENDPOINT_URL_S3'],
    weixinBaseUrl: env['WEIXIN_BASE_URL'],
  }
  if (missing.length > 0) throw new Error(`not set: ${missing.join(', ')}`)
  return environment
}
