import path from 'node:path'
import { addCommunity } from '../communities/repository.ts'
import { personsIn } from '../people/repository.ts'
import { s3Blobs } from '../platform/blobs/s3-blobs.ts'
import { startS3 } from '../platform/blobs/s3-server.fixture.ts'
import { secretKeys } from '../platform/keys/keys.ts'
import { addPerson, CAST, COMMUNITIES } from '../platform/test-cast.fixture.ts'
import { openDynamoTable } from '../platform/table/dynoxide.fixture.ts'
import { APP, codeFor, serveStandIn, standIn } from '../platform/weixin/weixin.fixture.ts'
import { serveSecrets } from './aws-stand-in.fixture.ts'
import { requestBy } from './lambda-event.fixture.ts'
import { startLambda, type LambdaProcess } from './lambda-process.fixture.ts'

const ACCOUNT = { accessKeyId: 'local', secretAccessKey: 'local' }
const REGION = 'local'
const BUCKET = 'photos'
const KEY_SECRET = 'a secret of the test, and of nothing else in the world'

/** Built before any test runs. */
const BUILT = path.resolve(__dirname, '../../dist/lambda')

const PUSH = { token: 'push token', encodingAesKey: 'k'.repeat(43) }

/** Takes a message of WeChat's as the address in its console would. */
type Push = (url: string, init: RequestInit) => Promise<Response>

/** Somebody else's servers, all on loopback and by one clock. */
async function openServers(now: () => Date, push: Push) {
  const store = await openDynamoTable({ now })
  const clock = { now, pass: () => undefined }
  const weixin = standIn(
    clock,
    { push: { ...PUSH, url: '/api/v1/weixin/push', delayMs: 0 } },
    { push, download: fetch },
  )
  const served = await serveStandIn(clock, weixin)
  const s3 = await startS3(ACCOUNT, BUCKET, REGION, now)
  const app = { ...APP, pushToken: PUSH.token, pushKey: PUSH.encodingAesKey }
  const secrets = await serveSecrets({ key: KEY_SECRET, weixin: JSON.stringify(app) })
  const environment = {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: ACCOUNT.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ACCOUNT.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: store.config.endpoint as string,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
    AWS_ENDPOINT_URL_S3: s3.url,
    WEIXIN_BASE_URL: served.baseUrl,
    TABLE_NAME: store.name,
    BUCKET_NAME: BUCKET,
    KEY_SECRET: 'key',
    WEIXIN_SECRET: 'weixin',
    // Said on Node 20 only, which these functions never run on.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  }
  const settings = { bucket: BUCKET, signer: { ...ACCOUNT, region: REGION }, endpoint: s3.url }
  return {
    table: store.table,
    blobs: s3Blobs(settings, now),
    weixin,
    secrets,
    environment,
    openidOf: async (user: string): Promise<string> =>
      (await served.weixin.codeToSession(await codeFor(weixin, user))).openid,
    stop: () => Promise.all([served.stop(), secrets.stop(), s3.stop(), store.close()]),
  }
}

/** What surrounds the built functions: a table with two communities, a bucket, secrets, WeChat, and the time. */
export async function openLambdaWorld() {
  let ahead = 0
  const now = (): Date => new Date(Date.now() + ahead)
  let push: Push = () => Promise.reject(new Error('nobody listens'))
  const { table, weixin, environment, openidOf, ...servers } = await openServers(now, (url, init) =>
    push(url, init),
  )
  const keys = secretKeys(Buffer.from(KEY_SECRET))
  for (const community of COMMUNITIES) await addCommunity(table, community)

  const started: LambdaProcess[] = []
  return {
    ...servers,
    table,
    weixin,
    now,
    /** WeChat's messages go to this function. */
    pushTo: ({ invoke }: LambdaProcess): void => {
      push = (url, init) => requestBy(invoke, url, init)
    },
    advance: (ms: number): void => void (ahead += ms),
    /** A function as built: `api`, `clock`, … */
    start(name: string, changed: Readonly<Record<string, string>> = {}): LambdaProcess {
      const file = path.join(BUILT, name === 'api' ? 'api/api.mjs' : `${name}.js`)
      const lambda = startLambda(file, { ...environment, ...changed }, () => ahead)
      started.push(lambda)
      return lambda
    },
    /** A login code of the WeChat account of somebody called so. */
    code: (user: string): Promise<string> => codeFor(weixin, user),
    /** Ties the WeChat account of somebody called so to the person with this id. */
    bind,
    /** Adds persons of the cast with their WeChat accounts. */
    async admit(...ids: readonly (keyof typeof CAST)[]): Promise<void> {
      for (const id of ids) {
        await bind(id)
        await addPerson({ table, keys }, id, CAST[id])
      }
    },
    stop: async (): Promise<void> => {
      await Promise.all(started.map((lambda) => lambda.stop()))
      await servers.stop()
    },
  }

  async function bind(id: string): Promise<void> {
    const openid = await openidOf(id)
    const persons = personsIn(table)
    await persons.rememberOpenid(id, openid)
    await persons.claimOpenid(keys.digestText('openid', openid), id)
  }
}
export type LambdaWorld = Awaited<ReturnType<typeof openLambdaWorld>>
