import path from 'node:path'
import { personsIn } from '../people/repository.ts'
import { s3Blobs } from '../platform/blobs/s3-blobs.ts'
import { startS3 } from '../platform/blobs/s3-server.fixture.ts'
import { secretKeys } from '../platform/keys/keys.ts'
import type { CAST } from '../platform/test-cast.fixture.ts'
import { openTestApp } from '../platform/test-app.fixture.ts'
import { clientOf, type Client } from '../platform/test-client.fixture.ts'
import { openDynamoTable } from '../platform/table/dynoxide.fixture.ts'
import { APP, codeFor, serveStandIn, standIn } from '../platform/weixin/weixin.fixture.ts'
import { serveSecrets } from './aws-stand-in.fixture.ts'
import { appOf, eventOf, type Invoke, type Sent } from './lambda-event.fixture.ts'
import { startLambda, type LambdaProcess } from './lambda-process.fixture.ts'

const ACCOUNT = { accessKeyId: 'local', secretAccessKey: 'local' }
const REGION = 'local'
const BUCKET = 'photos'
const KEY_SECRET = 'a secret of the test, and of nothing else in the world'

/** Built before any test runs. */
const BUILT = path.resolve(__dirname, '../../dist/lambda')

/** The account of the built functions: a table with the cast in it, secrets, WeChat; all on loopback. */
export async function openLambdaWorld() {
  const store = await openDynamoTable()
  const keys = secretKeys(Buffer.from(KEY_SECRET))
  await openTestApp(store.table, { keys })
  const clock = { now: () => new Date(), pass: () => undefined }
  const weixin = standIn(clock)
  const served = await serveStandIn(clock, weixin)
  const s3 = await startS3(ACCOUNT, BUCKET, REGION, clock.now)
  const secrets = await serveSecrets({ key: KEY_SECRET, weixin: JSON.stringify(APP) })

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
  const started: LambdaProcess[] = []
  return {
    table: store.table,
    /** The bucket, as somebody with the account's keys sees it. */
    blobs: s3Blobs(
      { bucket: BUCKET, signer: { ...ACCOUNT, region: REGION }, endpoint: s3.url },
      clock.now,
    ),
    weixin,
    secrets,
    /** A function as built: `api`, `clock`, … */
    start(name: string, changed: Readonly<Record<string, string>> = {}): LambdaProcess {
      const lambda = startLambda(path.join(BUILT, `${name}.js`), { ...environment, ...changed })
      started.push(lambda)
      return lambda
    },
    /** A login code of a new WeChat account, or of the one called so. */
    code: (user: string): Promise<string> => codeFor(weixin, user),
    /** Binds a WeChat account to a person of the cast, whom `login` then lets in. */
    async bind(person: keyof typeof CAST): Promise<void> {
      const { openid } = await served.weixin.codeToSession(await codeFor(weixin, person))
      await personsIn(store.table).claimOpenid(keys.digestText('openid', openid), person)
    },
    async stop(): Promise<void> {
      await Promise.all(started.map((lambda) => lambda.stop()))
      await Promise.all([served.stop(), secrets.stop(), s3.stop(), store.close()])
    },
  }
}
export type LambdaWorld = Awaited<ReturnType<typeof openLambdaWorld>>

export const send = async (invoke: Invoke, target: string, sent?: Sent) => {
  const result = await invoke(eventOf(target, sent))
  const body = JSON.parse(result.body ?? 'null') as unknown
  return { status: result.statusCode, headers: result.headers ?? {}, body }
}

let phones = 0

/** Logs a person of the cast in through WeChat, from a phone of its own; every request is a gateway's event. */
export async function loginAs(
  world: LambdaWorld,
  invoke: Invoke,
  person: keyof typeof CAST,
): Promise<Client> {
  const body = JSON.stringify({ code: await world.code(person) })
  const sent = { method: 'POST', body, address: `2001:db8::${(phones += 1)}` }
  const { body: session } = await send(invoke, '/api/v1/sessions', sent)
  return clientOf(appOf(invoke), (session as { token: string }).token)
}
