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
import { readKeySecret, readWeixinSecret } from './lambda-secrets.ts'
import { remembered } from './remembered.ts'

/** What a function without WeChat needs; its role may not read WeChat's secret. */
export type StorePorts = Omit<Ports, 'weixin'>

// Three tries end before the ten seconds after which a cast counts as abandoned.
const DYNAMO = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
}
const now = (): Date => new Date()

/** Opened by the first event, kept for those that follow in the same process. */
export const storePorts = remembered(async (): Promise<StorePorts> => {
  const environment = readEnvironment(process.env)
  const { bucket, signer, s3Endpoint } = environment
  const table = dynamoTable(environment.table, DYNAMO, { now })
  return {
    table,
    blobs: s3Blobs({ bucket, signer, ...(s3Endpoint && { endpoint: s3Endpoint }) }, now),
    keys: secretKeys(Buffer.from(await readKeySecret(environment))),
    limits: tableLimits(table, DEFAULT_SIZES),
    log: jsonLog((line) => process.stdout.write(line), now),
    mode: 'production',
    now,
    newId: () => randomBytes(16).toString('base64url'),
  }
})

/** As `storePorts`, and WeChat. */
export const lambdaPorts = remembered(async (): Promise<Ports> => {
  const environment = readEnvironment(process.env)
  const { weixinBaseUrl: baseUrl } = environment
  const [store, app] = await Promise.all([storePorts(), readWeixinSecret(environment)])
  const weixin = weixinHttp(
    { ...app, ...(baseUrl && { baseUrl }) },
    { fetch, now, random: Math.random, wait: sleep },
  )
  return { ...store, weixin }
})
