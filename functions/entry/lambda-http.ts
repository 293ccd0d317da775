import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

// hono/aws-lambda is deprecated, its successor not published; this is what we need of it, by AWS's own types.

/** A gateway's event (payload format 2.0) as the request it stands for. */
export function requestOf(event: APIGatewayProxyEventV2): Request {
  const { requestContext, rawPath, rawQueryString, cookies } = event
  const { method } = requestContext.http
  const headers = new Headers()
  for (const [name, value] of Object.entries(event.headers)) headers.set(name, asSent(value ?? ''))
  if (cookies) headers.set('cookie', asSent(cookies.join('; ')))
  const query = rawQueryString === '' ? '' : `?${rawQueryString}`
  const url = `https://${requestContext.domainName}${rawPath}${query}`
  // A GET may come with a body, which no operation reads and no `Request` takes.
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  headers.set('content-length', String(body.length))
  return new Request(url, { method, headers, body })
}

/** The gateway gives text of any language; a header holds bytes. */
const asSent = (value: string): string => Buffer.from(value).toString('latin1')

const TEXT = /^(text\/|application\/([\w.-]+\+)?json\b)/

/** The answer for the gateway; whatever is not text goes as base64. */
export async function resultOf(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const body = Buffer.from(await response.arrayBuffer())
  const cookies = response.headers.getSetCookie()
  const headers = Object.fromEntries(response.headers)
  delete headers['set-cookie']
  const isText = TEXT.test(headers['content-type'] ?? 'text/') && !('content-encoding' in headers)
  return {
    statusCode: response.status,
    headers,
    ...(cookies.length === 0 ? {} : { cookies }),
    body: body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  }
}
