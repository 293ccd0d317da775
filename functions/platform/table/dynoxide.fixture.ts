import { spawn, type ChildProcess } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  DeleteTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb'
import { createTable } from './dynamo-create.ts'
import { dynamoTable } from './dynamo-table.ts'
import type { DynamoOptions } from './dynamo-client.ts'
import { quickTo } from './dynoxide-client.fixture.ts'

const binary = ((): string | undefined => {
  try {
    return require.resolve('@dynoxide/linux-x64/dynoxide')
  } catch {
    return undefined
  }
})()
const { env } = process
// The SDK tells every process on Node 20 that it will need 22 one day.
env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
const endpoint = env['DDB_ENDPOINT']
const isHere = binary !== undefined || endpoint !== undefined
const WHY_NOT = 'no @dynoxide/linux-x64 on this platform and no DDB_ENDPOINT'

/** `REQUIRE_DYNAMO=1` (CI) keeps the adapter's tests in the list, so that they fail by name. */
export const isDynamoTested = isHere || env['REQUIRE_DYNAMO'] === '1'

/** `describe` where there is a DynamoDB-compatible server; skipped elsewhere, as is said above. */
export const describeDynamo = isDynamoTested ? describe : describe.skip

if (!isDynamoTested) {
  process.stderr.write(`SKIPPED, the DynamoDB adapter: ${WHY_NOT}\n`)
  test.skip(`the DynamoDB adapter (${WHY_NOT})`, () => undefined)
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

const configOf = (url: string): DynamoDBClientConfig => ({
  endpoint: url,
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
})

interface Server {
  /** For the SDK as it is. */
  readonly config: DynamoDBClientConfig
  /** For a client in this process. */
  readonly quick: DynamoDBClientConfig
}

let child: ChildProcess | undefined
let started: Promise<Server> | undefined
let tables = 0

const kill = (): void => {
  child?.kill()
}

async function start(): Promise<Server> {
  if (endpoint !== undefined) return { config: configOf(endpoint), quick: configOf(endpoint) }
  if (binary === undefined) throw new Error(WHY_NOT)
  const port = await freePort()
  child = spawn(binary, ['--host', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' })
  process.once('exit', kill)
  for (let tries = 0; tries < 500; tries += 1) {
    if (await answers(port)) {
      const config = configOf(`http://127.0.0.1:${port}`)
      return { config, quick: { ...config, ...quickTo(port) } }
    }
    await sleep(10)
  }
  throw new Error('dynoxide did not start within 5 s')
}

const stop = (): Promise<void> =>
  new Promise((resolve) => {
    process.off('exit', kill)
    child?.once('exit', () => resolve())
    if (!child?.kill()) resolve()
  })

afterAll(stop)

/** A fresh table on a DynamoDB-compatible server in memory, one server for all of a test file. Another process finds it by `name` and `config`. */
export async function openDynamoTable(options: DynamoOptions = {}) {
  const { config, quick } = await (started ??= start())
  tables += 1
  const name = `jiayuan-test-${process.pid}-${tables}`
  const client = new DynamoDBClient(quick)
  await createTable(client, name)
  const table = dynamoTable(name, quick, options)
  const close = async (): Promise<void> => {
    await table.close()
    await client.send(new DeleteTableCommand({ TableName: name }))
    client.destroy()
  }
  return { table, close, name, config }
}
