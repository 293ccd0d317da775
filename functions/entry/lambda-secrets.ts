import { AwsClient } from 'aws4fetch'
import * as z from '#shared/kernel/zod.ts'
import { readKeyDocument, ringFrom } from '../platform/keys/key-document.ts'
import type { KeyRing } from '../platform/keys/ring.ts'
import type { PushSettings } from '../platform/weixin/push.ts'
import {
  readSubscribeTemplates,
  type SubscribeTemplates,
} from '../platform/weixin/subscribe-templates.ts'
import type { WeixinSettings } from '../platform/weixin/weixin-http.ts'
import type { LambdaEnvironment } from './lambda-environment.ts'

const Answer = z.object({ SecretString: z.string().min(1) })
const WeixinSecret = z.object({
  appid: z.string().min(1),
  secret: z.string().min(1),
  pushToken: z.string().min(1),
  pushKey: z.string().length(43),
  templates: z.unknown().optional(),
})
const FORM = '{"appid", "secret", "pushToken", "pushKey" of 43 characters, "templates"?}'

const TIMEOUT_MS = 3_000
const RETRIES = 3

export interface WeixinSecrets {
  readonly app: Pick<WeixinSettings, 'appid' | 'secret'>
  readonly push: PushSettings
  readonly templates: SubscribeTemplates
}

/** Of which all keys are derived. @throws Error also where it is of another form */
export const readKeyRing = async (environment: LambdaEnvironment): Promise<KeyRing> =>
  ringFrom(readKeyDocument(await readSecret(environment, environment.keySecret)))

/** @throws Error also where it is of another form */
export async function readWeixinSecret(environment: LambdaEnvironment): Promise<WeixinSecrets> {
  const text = await readSecret(environment, environment.weixinSecret)
  try {
    const read = WeixinSecret.parse(JSON.parse(text))
    const { appid, secret, pushToken: token, pushKey } = read
    const templates = readSubscribeTemplates(read.templates ?? {})
    return { app: { appid, secret }, push: { appid, token, encodingAesKey: pushKey }, templates }
  } catch {
    // The cause would quote what it could not read.
    throw new Error(`the WeChat secret is not ${FORM}`)
  }
}

/**
 * From Secrets Manager, which bears it when a great many functions start at once.
 * @throws Error where it is unknown, has no value yet or may not be read
 */
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
