import { eventOf } from './lambda-event.fixture.ts'
import { requestOf, resultOf } from './lambda-http.ts'

test('an event is the request it stands for', async () => {
  const request = requestOf(
    eventOf('/api/v1/me?limit=2&text=%E6%BC%8F', {
      method: 'POST',
      headers: { Authorization: 'Bearer x', 'x-said': '漏水' },
      body: '{"text":"漏水"}',
    }),
  )
  expect(request.method).toBe('POST')
  expect(new URL(request.url).pathname).toBe('/api/v1/me')
  expect(new URL(request.url).searchParams.get('text')).toBe('漏')
  expect(request.headers.get('authorization')).toBe('Bearer x')
  expect(Buffer.from(request.headers.get('x-said') ?? '', 'latin1').toString()).toBe('漏水')
  expect(request.headers.get('content-length')).toBe('17')
  expect(await request.json()).toEqual({ text: '漏水' })
})

test('cookies are one header again', () => {
  const event = { ...eventOf('/'), cookies: ['a=1', 'b=2'] }
  expect(requestOf(event).headers.get('cookie')).toBe('a=1; b=2')
})

test('bytes arrive as they were sent', async () => {
  const bytes = Buffer.from([0, 255, 128, 10])
  const body = bytes.toString('base64')
  const request = requestOf(eventOf('/', { method: 'POST', body, isBase64Encoded: true }))
  expect(Buffer.from(await request.arrayBuffer())).toEqual(bytes)
})

test.each(['GET', 'HEAD'])('a %s with a body is one without', (method) => {
  expect(requestOf(eventOf('/', { method, body: 'x' })).body).toBeNull()
})

test('a POST without a body has an empty one', async () => {
  const request = requestOf(eventOf('/', { method: 'POST' }))
  expect(request.headers.get('content-length')).toBe('0')
  expect(await request.text()).toBe('')
})

test.each([
  'application/json; charset=utf-8',
  'application/problem+json; charset=utf-8',
  'text/plain',
])('%s goes as text', async (type) => {
  const response = new Response('漏水', { status: 201, headers: { 'content-type': type } })
  expect(await resultOf(response)).toEqual({
    statusCode: 201,
    headers: { 'content-type': type },
    body: '漏水',
    isBase64Encoded: false,
  })
})

test.each([
  ['a picture', { 'content-type': 'image/jpeg' }],
  ['what only begins like JSON', { 'content-type': 'application/jsonlike' }],
  ['packed text', { 'content-type': 'text/plain', 'content-encoding': 'gzip' }],
])('%s goes as base64', async (_, headers) => {
  const bytes = Buffer.from([0, 255, 128, 10])
  const result = await resultOf(new Response(bytes, { headers }))
  expect(result.isBase64Encoded).toBe(true)
  expect(Buffer.from(result.body ?? '', 'base64')).toEqual(bytes)
})

test('nothing is empty text', async () => {
  const result = await resultOf(new Response(null, { status: 304, headers: { etag: '"a"' } }))
  expect(result).toEqual({
    statusCode: 304,
    headers: { etag: '"a"' },
    body: '',
    isBase64Encoded: false,
  })
})

test('cookies go beside the headers', async () => {
  const response = new Response('')
  response.headers.append('set-cookie', 'a=1')
  response.headers.append('set-cookie', 'b=2')
  const { cookies, headers } = await resultOf(response)
  expect(cookies).toEqual(['a=1', 'b=2'])
  expect(headers).not.toHaveProperty('set-cookie')
})
