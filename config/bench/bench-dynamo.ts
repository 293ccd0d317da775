import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createTable } from '#functions/platform/table/dynamo-create.ts'
import { dynamoTable } from '#functions/platform/table/dynamo-table.ts'
import type { Table } from '#functions/platform/table/table.ts'

const TRIES = 500
// The SDK tells every process on Node 20 that it will need 22 one day.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

function binary(): string | undefined {
  try {
    return createRequire(path.resolve('package.json')).resolve('@dynoxide/linux-x64/dynoxide')
  } catch {
    return undefined
  }
}

/** Whether there is a server that speaks as DynamoDB does: at DDB_ENDPOINT, or one to start. */
export const hasDynamo = (): boolean =>
  process.env['DDB_ENDPOINT'] !== undefined || binary() !== undefined

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
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** A fresh table; `close` ends the server where one was started. */
export async function openBenchDynamo(): Promise<{
  readonly table: Table
  readonly close: () => Promise<void>
}> {
  const given = process.env['DDB_ENDPOINT']
  const port = given === undefined ? await freePort() : 0
  const child = given === undefined ? start(port) : undefined
  for (let tries = 0; child && tries < TRIES && !(await answers(port)); tries += 1) await sleep(10)
  const config = {
    endpoint: given ?? `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  const name = `jiayuan-bench-${process.pid}`
  const client = new DynamoDBClient(config)
  await createTable(client, name)
  client.destroy()
  const table = dynamoTable(name, config)
  return {
    table,
    async close() {
      await table.close()
      child?.kill()
    },
  }
}

function start(port: number): ChildProcess {
  const child = spawn(binary() ?? '', ['--host', '127.0.0.1', '--port', String(port)], {
    stdio: 'ignore',
  })
  process.once('exit', () => child.kill())
  return child
}
