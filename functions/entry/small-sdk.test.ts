import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { signatures } from '../platform/blobs/s3-signatures.fixture.ts'
import { describeDynamo } from '../platform/table/dynoxide.fixture.ts'
import { send } from './lambda-event.fixture.ts'
import { openLambdaWorld, type LambdaWorld } from './lambda-world.fixture.ts'

const ACCOUNT = { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'a/token+of=one' }
const REGION = 'cn-northwest-1'
// Readiness is one item read, and the calendars asked for.
const GET = 'DynamoDB_20120810.GetItem'
const QUERY = 'DynamoDB_20120810.Query'
const TYPE = 'application/x-amz-json-1.0'

interface Asked {
  readonly target: string | null
  readonly agent: string | null
  readonly wrong: string | undefined
}

/** Stands where the store would, answers as it is told and remembers what it was sent. */
async function serveStore(answers: readonly (readonly [number, object])[]) {
  const asked: Asked[] = []
  const check = signatures(ACCOUNT, REGION, () => new Date(), 'dynamodb')
  const app = new Hono()
  app.post('/', async (c) => {
    const body = Buffer.from(await c.req.arrayBuffer())
    const { headers } = c.req.raw
    asked.push({
      target: headers.get('x-amz-target'),
      agent: headers.get('user-agent'),
      wrong: check.byHeader(c.req.raw, body),
    })
    const [status, answer] = answers[asked.length - 1] ?? [200, {}]
    return new Response(JSON.stringify(answer), { status, headers: { 'content-type': TYPE } })
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { endpoint: `http://127.0.0.1:${port}`, asked, stop }
}

// What `config/bundle-sdk.cjs` leaves of the SDK does what the whole one did, against a store that checks it.
describeDynamo('the store as a built function asks it', () => {
  let world: LambdaWorld
  beforeAll(async () => {
    world = await openLambdaWorld()
  })
  afterAll(() => world.stop())

  async function readiness(...answers: readonly (readonly [number, object])[]) {
    const store = await serveStore(answers)
    const { invoke, lines, stop } = world.start('api', {
      AWS_REGION: REGION,
      AWS_SESSION_TOKEN: ACCOUNT.sessionToken,
      AWS_ENDPOINT_URL_DYNAMODB: store.endpoint,
    })
    const { status } = await send(invoke, '/readyz')
    await stop()
    await store.stop()
    return { status, asked: store.asked, lines: lines() }
  }

  test('signs as AWS checks it, and says who asks', async () => {
    const { status, asked } = await readiness()
    expect(status).toBe(200)
    const agent = expect.stringMatching(/^aws-sdk-js\/\d+\.\d+\.\d+ .*api\/DynamoDB\//) as string
    expect(asked).toEqual([
      { target: GET, agent, wrong: undefined },
      { target: QUERY, agent, wrong: undefined },
    ])
  })

  test.each([
    ['throttles', 400, { __type: 'com.amazon.coral.availability#ThrottlingException' }],
    ['is over its share', 400, { __type: 'x#ProvisionedThroughputExceededException' }],
    ['has a fault', 500, { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError' }],
    ['fails with what nobody knows', 503, {}],
  ])('asks again where the store %s', async (_, status, answer) => {
    const retried = await readiness([status, answer])
    expect(retried).toMatchObject({ status: 200 })
    const [first, ...again] = retried.asked.map(({ target, wrong = 'signed' }) => [target, wrong])
    expect(first).toEqual([GET, 'signed'])
    expect(again).toEqual([first, [QUERY, 'signed']])
  })

  test.each([
    'ResourceNotFoundException',
    // Of another operation: its class is not in the bundle, its name arrives all the same.
    'BackupInUseException',
    'AccessDeniedException',
  ])('%s is known by its name, and not asked again', async (name) => {
    const refused = await readiness([400, { __type: `com.amazonaws.dynamodb#${name}` }])
    expect(refused.status).toBe(503)
    expect(refused.asked).toHaveLength(1)
    expect(refused.lines.join('\n')).toContain(`"name":"${name}"`)
  })
})
