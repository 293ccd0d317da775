import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { s3Blobs } from '../platform/blobs/s3-blobs.ts'
import { secretKeys } from '../platform/keys/keys.ts'
import { openRing } from '../platform/keys/ring.ts'
import { ringVault } from '../platform/keys/vault.ts'
import { DEFAULT_SIZES } from '../platform/limits/limits.ts'
import { tableLimits } from '../platform/limits/table-limits.ts'
import { jsonLog } from '../platform/log/log.ts'
import type { Ports } from '../platform/ports.ts'
import { dynamoTable } from '../platform/table/dynamo-table.ts'
import { sharedToken } from '../platform/weixin/shared-token.ts'
import { weixinHttp } from '../platform/weixin/weixin-http.ts'
import { readEnvironment } from './lambda-environment.ts'
import { readKeyRing, readWeixinSecret } from './lambda-secrets.ts'
import { remembered } from '../platform/remembered.ts'

// Three tries end before the ten seconds after which a cast counts as abandoned.
const DYNAMO = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
}
const now = (): Date => new Date()

type StorePorts = Omit<Ports, 'keys' | 'vault' | 'limits' | 'weixin' | 'push'>
type KeyedPorts = Omit<Ports, 'weixin' | 'push'>

// Each of the three reads one secret more than the one before; a role lets its function read no others.

/** Opened by the first event, kept for those that follow in the same process. */
export const storePorts = remembered((): Promise<StorePorts> => {
  const {
    table,
    storeEndpoint: endpoint,
    bucket,
    signer,
    s3Endpoint,
  } = readEnvironment(process.env)
  return Promise.resolve({
    table: dynamoTable(table, { ...DYNAMO, endpoint }, { now }),
    blobs: s3Blobs({ bucket, signer, ...(s3Endpoint && { endpoint: s3Endpoint }) }, now),
    log: jsonLog((line) => process.stdout.write(line), now),
    mode: 'production',
    now,
    newId: () => randomBytes(16).toString('base64url'),
  })
})

/** As `storePorts`, and our own keys. */
export const keyedPorts = remembered(async (): Promise<KeyedPorts> => {
  const store = await storePorts()
  const read = () => readKeyRing(readEnvironment(process.env))
  const ring = openRing(await read(), { now, read })
  const limits = tableLimits(store.table, DEFAULT_SIZES)
  return { ...store, keys: secretKeys(ring), vault: ringVault(ring), limits }
})

/** As `keyedPorts`, and WeChat. */
export const lambdaPorts = remembered(async (): Promise<Ports> => {
  const environment = readEnvironment(process.env)
  const { weixinBaseUrl: baseUrl } = environment
  const [keyed, { app, push, templates }] = await Promise.all([
    keyedPorts(),
    readWeixinSecret(environment),
  ])
  const outside = { now, random: Math.random, wait: (ms: number) => sleep(ms) }
  const weixin = weixinHttp(
    { ...app, ...(baseUrl && { baseUrl }) },
    { ...outside, fetch, share: (ask) => sharedToken({ ...keyed, ...outside }, app.appid, ask) },
  )
  return { ...keyed, weixin, push, templates }
})
