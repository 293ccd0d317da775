import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { s3Blobs } from '../platform/blobs/s3-blobs.ts'
import { secretKeys } from '../platform/keys/keys.ts'
import { DEFAULT_SIZES } from '../platform/limits/limits.ts'
import { tableLimits } from '../platform/limits/table-limits.ts'
import { jsonLog } from '../platform/log/log.ts'
import type { Ports } from '../platform/ports.ts'
import { dynamoTable } from '../platform/table/dynamo-table.ts'
import { weixinHttp } from '../platform/weixin/weixin-http.ts'
import { readEnvironment } from './lambda-environment.ts'
import { readSecrets } from './lambda-secrets.ts'
import { remembered } from './remembered.ts'

// Three tries end before the ten seconds after which a cast counts as abandoned.
const DYNAMO = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
}

/** The ports on AWS: opened by the first event, kept for those that follow in the same process. */
export const lambdaPorts = remembered(async (): Promise<Ports> => {
  const environment = readEnvironment(process.env)
  const { keySecret, weixin } = await readSecrets(environment)
  const { bucket, signer, s3Endpoint, weixinBaseUrl } = environment
  const now = () => new Date()
  const table = dynamoTable(environment.table, DYNAMO, { now })
  return {
    table,
    blobs: s3Blobs({ bucket, signer, ...(s3Endpoint && { endpoint: s3Endpoint }) }, now),
    weixin: weixinHttp(
      { ...weixin, ...(weixinBaseUrl && { baseUrl: weixinBaseUrl }) },
      { fetch, now, random: Math.random, wait: sleep },
    ),
    keys: secretKeys(Buffer.from(keySecret)),
    limits: tableLimits(table, DEFAULT_SIZES),
    log: jsonLog((line) => process.stdout.write(line), now),
    mode: 'production',
    now,
    newId: () => randomBytes(16).toString('base64url'),
  }
})
