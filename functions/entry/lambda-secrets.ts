import { AwsClient } from 'aws4fetch'
import * as z from '#shared/kernel/zod.ts'
import type { WeixinSettings } from '../platform/weixin/weixin-http.ts'
import type { LambdaEnvironment } from './lambda-environment.ts'

export interface Secrets {
  /** Of which all keys are derived: whoever loses it loses every account and number made with it. */
  readonly keySecret: string
  readonly weixin: Pick<WeixinSettings, 'appid' | 'secret'>
}

const Answer = z.object({ SecretString: z.string().min(1) })
const WeixinSecret = z.object({ appid: z.string().min(1), secret: z.string().min(1) })

const TIMEOUT_MS = 3_000
const RETRIES = 3

/**
 * Reads them from Secrets Manager, which bears every function starting at once.
 * @throws Error where one is unknown, has no value yet, is of another form or may not be read
 */
export async function readSecrets(environment: LambdaEnvironment): Promise<Secrets> {
  const { keySecret, weixinSecret } = environment
  const [key, weixin] = await Promise.all([
    readSecret(environment, keySecret),
    readSecret(environment, weixinSecret),
  ])
  return { keySecret: key, weixin: parseWeixin(weixin) }
}

async function readSecret(environment: LambdaEnvironment, id: string): Promise<string> {
  const { signer, secretsEndpoint } = environment
  const aws = new AwsClient({ ...signer, service: 'secretsmanager', retries: RETRIES })
  const response = await aws.fetch(`${secretsEndpoint}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body: JSON.stringify({ SecretId: id }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const { data } = Answer.safeParse(await response.json().catch(() => undefined))
  if (!data) throw new Error(`secret ${id} cannot be read: HTTP ${response.status}`)
  return data.SecretString
}

function parseWeixin(text: string): Secrets['weixin'] {
  try {
    return WeixinSecret.parse(JSON.parse(text))
  } catch {
    // The cause would quote what it could not read.
    throw new Error('the WeChat secret is not {"appid": "…", "secret": "…"}')
  }
}
