import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  S3Event,
  S3EventRecord,
} from 'aws-lambda'
import type { Hono } from 'hono'
import { clientOf, type Client } from '../platform/test-client.fixture.ts'

export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** The gateway encodes what is no text. */
  readonly isBase64Encoded?: boolean
  readonly address?: string
}

/** What the gateway makes of a request. `target` is path and query. */
export function eventOf(target: string, sent: Sent = {}): APIGatewayProxyEventV2 {
  const { method = 'GET', headers = {}, body, isBase64Encoded = false } = sent
  const [path = '', query = ''] = target.split('?')
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: Object.fromEntries(named) as Record<string, string>,
    requestContext: {
      accountId: '123456789012',
      apiId: 'a1b2c3',
      domainName: 'a1b2c3.execute-api.cn-northwest-1.amazonaws.com.cn',
      domainPrefix: 'a1b2c3',
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: sent.address ?? '203.0.113.7',
        userAgent: 'MicroMessenger',
      },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: '$default',
      stage: '$default',
      time: '24/Nov/2026:02:00:00 +0000',
      timeEpoch: 1_795_485_600_000,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded,
  }
}

export type Invoke = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

export async function send(invoke: Invoke, target: string, sent?: Sent) {
  const result = await invoke(eventOf(target, sent))
  const body = JSON.parse(result.body ?? 'null') as unknown
  return { status: result.statusCode, headers: result.headers ?? {}, body }
}

let phones = 0

/** Logs in with a code, from a phone of its own. Whatever the client sends goes as a gateway's event. */
export async function login(invoke: Invoke, code: string): Promise<Client> {
  const body = JSON.stringify({ code })
  const sent = { method: 'POST', body, address: `2001:db8::${(phones += 1)}` }
  const { body: session } = await send(invoke, '/api/v1/sessions', sent)
  return clientOf(appOf(invoke), (session as { token: string }).token)
}

/** As `fetch`, by way of the gateway. */
export async function requestBy(
  invoke: Invoke,
  target: string,
  init: RequestInit = {},
): Promise<Response> {
  const { method = 'GET', headers, body } = init
  const sent = { method, headers: headers as Record<string, string> }
  return responseOf(
    await invoke(eventOf(target, typeof body === 'string' ? { ...sent, body } : sent)),
  )
}

const appOf = (invoke: Invoke): Hono =>
  ({
    request: (target: string, init?: RequestInit) => requestBy(invoke, target, init),
  }) as unknown as Hono

/** What the gateway makes of a function's result. */
function responseOf(result: APIGatewayProxyStructuredResultV2): Response {
  const { statusCode = 200, headers = {}, body = '', isBase64Encoded = false } = result
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  return new Response(bytes.length === 0 ? null : bytes, {
    status: statusCode,
    headers: headers as Record<string, string>,
  })
}

/** What the bucket sends when a file has arrived, as far as anybody reads it. */
export function s3EventOf(key: string, size: number): S3Event {
  const object = { key: encodeURIComponent(key).replaceAll('%2F', '/'), size }
  const record: Pick<S3EventRecord, 'eventName'> & { s3: { object: object } } = {
    eventName: 'ObjectCreated:Put',
    s3: { object },
  }
  return { Records: [record as S3EventRecord] }
}
