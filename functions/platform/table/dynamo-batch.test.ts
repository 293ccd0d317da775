import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UnprocessedError } from './dynamo-batch.ts'
import { dynamoTable } from './dynamo-table.ts'
import { itemAt } from './open-tables.fixture.ts'

interface Request {
  readonly operation: string
  readonly items: readonly unknown[]
}
type Taken = (request: Request) => number

/** Answers a batch by taking only some of it, as DynamoDB does when it is busy. */
function busyServer(taken: Taken): Server {
  return createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
      const { RequestItems } = JSON.parse(body) as { RequestItems: { T: unknown } }
      response.setHeader('content-type', 'application/x-amz-json-1.0')
      response.end(JSON.stringify(answer(operation, RequestItems.T, taken)))
    })
  })
}

function answer(operation: string, asked: unknown, taken: Taken) {
  if (operation === 'BatchWriteItem') {
    const items = asked as unknown[]
    const left = items.slice(taken({ operation, items }))
    return { UnprocessedItems: left.length === 0 ? {} : { T: left } }
  }
  const keys = (asked as { Keys: object[] }).Keys
  const count = taken({ operation, items: keys })
  const found = keys.slice(0, count).map((key) => ({
    ...key,
    version: { N: '1' },
    v: { N: '1' },
    data: { S: '{"title":"漏水"}' },
  }))
  const left = keys.slice(count)
  return {
    Responses: { T: found },
    UnprocessedKeys: left.length === 0 ? {} : { T: { Keys: left } },
  }
}

describe('a batch of which a busy server leaves something', () => {
  let server: Server
  let waits: number[]
  let asked: number[]
  let taken: Taken

  const table = () => {
    const { port } = server.address() as AddressInfo
    return dynamoTable(
      'T',
      {
        endpoint: `http://127.0.0.1:${port}`,
        region: 'local',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      },
      {
        random: () => 0.5,
        wait: (ms) => {
          waits.push(ms)
          return Promise.resolve()
        },
      },
    )
  }
  const items = Array.from({ length: 25 }, (_n, n) => itemAt('A', `${n}`))

  beforeEach(async () => {
    waits = []
    asked = []
    taken = () => 0
    server = busyServer((request) => {
      asked.push(request.items.length)
      return taken(request)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  test('putNew sends the rest until all is taken', async () => {
    taken = () => 10
    const opened = table()
    await opened.putNew(items)
    expect(asked).toEqual([25, 15, 5])
    await opened.close()
  })

  test('batchGet asks for the rest and answers in order', async () => {
    taken = () => 7
    const opened = table()
    expect(await opened.batchGet(items)).toEqual(items)
    expect(asked).toEqual([25, 18, 11, 4])
    await opened.close()
  })

  test('waits longer each time that nothing is taken, and gives up', async () => {
    const opened = table()
    await expect(opened.putNew(items)).rejects.toThrow(UnprocessedError)
    expect(waits).toEqual([25, 50, 100, 200, 400, 800, 1000, 1000])
    expect(asked).toEqual(Array.from({ length: 9 }, () => 25))
    waits = []
    await expect(opened.batchGet(items)).rejects.toThrow('25 of 25 were left unprocessed')
    expect(waits).toHaveLength(8)
    await opened.close()
  })

  test('waits little again once something is taken', async () => {
    const opened = table()
    taken = ({ items: left }) => {
      if (asked.length < 4) return 0
      return asked.length === 4 ? left.length - 1 : 1
    }
    await opened.putNew(items)
    expect(waits).toEqual([25, 50, 100, 25])
    await opened.close()
  })
})
