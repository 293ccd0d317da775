// Half of what a request costs a test would be the SDK's way to the wire: each builds the stack of its middlewares and is
// signed anew, and is written for a log that nobody reads. What is asked and what comes back stays the SDK's.
import { Agent, request, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'

interface Asked extends Pick<RequestOptions, 'method' | 'path'> {
  readonly headers: Record<string, string>
  readonly body?: string | Uint8Array
}

interface Answer {
  readonly statusCode: number
  readonly headers: IncomingHttpHeaders
  readonly body: Uint8Array
}

/** dynoxide looks whether a request is signed, not by whom. */
const SIGNED = {
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
}

const sign = <R extends Asked>(asked: R): Promise<R> => {
  Object.assign(asked.headers, SIGNED)
  return Promise.resolve(asked)
}

/** What makes a client of the server at this port quick; each has sockets of its own. */
export function quickTo(port: number): DynamoDBClientConfig {
  const agent = new Agent({ keepAlive: true })

  const handle = ({ method, path, headers, body }: Asked): Promise<{ response: Answer }> =>
    new Promise((resolve, reject) => {
      const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.once('error', reject)
        answer.once('end', () => {
          const { statusCode = 0, headers: told } = answer
          resolve({ response: { statusCode, headers: told, body: Buffer.concat(chunks) } })
        })
      })
      sent.once('error', reject)
      sent.end(body)
    })

  return {
    cacheMiddleware: true,
    logger: {},
    signer: { sign },
    requestHandler: { handle, destroy: () => agent.destroy() },
  } as unknown as DynamoDBClientConfig
}
