import Taro from '@tarojs/taro'
import { unreachable } from './api-error.ts'
import type { Transport } from './client.ts'
import { hearServerTime } from './clock.ts'

const TIMEOUT = { GET: 10_000, other: 20_000 }

type Headers = Readonly<Record<string, string>>

/** The only place that talks to the API. */
export const request: Transport = async ({ method, path, body, headers }) => {
  const reply = await Taro.request<unknown>({
    url: `${__API_BASE__}${path}`,
    method,
    header: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    timeout: method === 'GET' ? TIMEOUT.GET : TIMEOUT.other,
    dataType: 'text', // one way to read JSON on both sides, whatever its content type
    ...(body && { data: JSON.stringify(body) }),
  }).catch(() => {
    throw unreachable()
  })
  const named = byLowerCase(reply.header)
  hearServerTime(named['date'])
  return { status: reply.statusCode, data: parse(reply.data) }
}

// WeChat gives headers as the server wrote them, a browser in lower case.
const byLowerCase = (headers: Headers = {}): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return data
  try {
    return JSON.parse(data) as unknown
  } catch {
    return data
  }
}
