import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from '../../app.ts'
import { openLevelTable, type LevelTable } from '../table/level-table.ts'
import { tableLimits } from '../limits/table-limits.ts'
import { openTestAppOn, type TestApp } from '../test-app.fixture.ts'

let folder: string
let table: LevelTable
let test_: TestApp
let token: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'edge-'))
  test_ = await openTestAppOn(async (options) => {
    table = await openLevelTable(folder, options)
    return { table, close: () => table.close() }
  })
  token = (await test_.as('resident')).token
})
afterAll(async () => {
  await table.close()
  await rm(folder, { recursive: true })
})

const COMPLAINTS = '/api/v1/communities/jinxiu/complaints'
const good = {
  category: 'lift',
  text: '电梯有异响，请检修。',
  place: { kind: 'common', area: '大堂' },
}

interface Sending {
  readonly method?: string
  readonly body?: string | ReadableStream<Uint8Array>
  readonly headers?: Readonly<Record<string, string>>
}

async function send(url: string, { method = 'POST', body, headers = {} }: Sending = {}) {
  const response = await test_.app.request(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `key-${Math.random().toString(36).slice(2)}`,
      ...headers,
    },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  })
  const text = await response.text()
  return { response, status: response.status, body: parsed(text) }
}
type Body = Readonly<Record<string, unknown>>
const parsed = (text: string): Body => (text === '' ? {} : (JSON.parse(text) as Body))

const stored = async (): Promise<number> => {
  let items = 0
  for await (const item of table.snapshot()) if (!item.pk.startsWith('RATE#')) items += 1
  return items
}
const json = (value: unknown): Sending => ({ body: JSON.stringify(value) })
const megabytes = (n: number): ReadableStream<Uint8Array> => {
  let left = n
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new Uint8Array(1024 * 1024).fill(32))
      else controller.close()
    },
  })
}

const refused: readonly [string, string, Sending, number, string][] = [
  ['no JSON', COMPLAINTS, { body: '{"category":' }, 400, 'request.not_json'],
  ['a list instead of an object', COMPLAINTS, json([good]), 400, 'request.not_json'],
  ['100,000 levels', COMPLAINTS, { body: '['.repeat(100_000) }, 400, 'request.not_json'],
  [
    '17 levels in a value',
    COMPLAINTS,
    { body: `{"a":${'['.repeat(17)}${']'.repeat(17)}}` },
    400,
    'request.not_json',
  ],
  [
    '10 MB of known length',
    COMPLAINTS,
    { body: ' '.repeat(10 * 1024 * 1024) },
    413,
    'request.too_large',
  ],
  ['10 MB of unknown length', COMPLAINTS, { body: megabytes(10) }, 413, 'request.too_large'],
  ['a wrong type', COMPLAINTS, json({ ...good, category: 7 }), 400, 'request.invalid'],
  ['an unknown field', COMPLAINTS, json({ ...good, admin: true }), 400, 'request.invalid'],
  [
    'fields that would be inherited',
    COMPLAINTS,
    { body: `{"__proto__":${JSON.stringify(good)}}` },
    400,
    'request.invalid',
  ],
  [
    'a whole complaint, and beside it what would be inherited',
    COMPLAINTS,
    { body: JSON.stringify(good).replace('{', '{"__proto__":{"direct":true},') },
    400,
    'request.invalid',
  ],
  [
    'a field of the path',
    COMPLAINTS,
    json({ ...good, community: 'yunxi' }),
    400,
    'request.invalid',
  ],
  ['a text too short', COMPLAINTS, json({ ...good, text: '坏了' }), 400, 'request.invalid'],
  [
    'a text too long',
    COMPLAINTS,
    json({ ...good, text: '长'.repeat(2_001) }),
    400,
    'request.invalid',
  ],
  [
    'a lone surrogate',
    COMPLAINTS,
    { body: JSON.stringify({ ...good, text: '电梯坏了很久了\ud800' }) },
    400,
    'request.invalid',
  ],
  [
    'a lone surrogate in an id',
    '/api/v1/bindings/representative',
    json({ community: 'jinxiu', unit: '12\udfd5', member: 'p-1' }),
    400,
    'request.invalid',
  ],
  [
    'a lone surrogate as a name',
    COMPLAINTS,
    json({ ...good, '\udfd5': 1 }),
    400,
    'request.invalid',
  ],
  [
    'a control character',
    COMPLAINTS,
    json({ ...good, text: '电梯坏了很久\u0007了' }),
    400,
    'request.invalid',
  ],
  [
    'a bidi override',
    COMPLAINTS,
    json({ ...good, text: '电梯\u202e坏了很久了' }),
    400,
    'request.invalid',
  ],
  [
    'no key where one creates',
    COMPLAINTS,
    { ...json(good), headers: { 'idempotency-key': '' } },
    400,
    'request.idempotency_key_required',
  ],
  [
    'a community one is not in',
    '/api/v1/communities/yunxi/complaints',
    json(good),
    404,
    'scope.not_found',
  ],
  [
    'a community that is none',
    '/api/v1/communities/nowhere/complaints',
    json(good),
    404,
    'scope.not_found',
  ],
  [
    'a role without the permission',
    '/api/v1/communities/jinxiu/notices',
    json({ title: '公告', text: '明天停水一天', category: 'property' }),
    403,
    'auth.not_permitted',
  ],
  [
    'no session',
    COMPLAINTS,
    { ...json(good), headers: { authorization: '' } },
    401,
    'auth.required',
  ],
  [
    'a forged session',
    COMPLAINTS,
    { ...json(good), headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' } },
    401,
    'auth.required',
  ],
  [
    'an unknown operation',
    '/api/v1/communities/jinxiu/nothing',
    json({}),
    404,
    'request.unknown_operation',
  ],
  [
    'a changed cursor',
    `${COMPLAINTS}/mine?cursor=abc.def`,
    { method: 'GET' },
    400,
    'request.cursor_invalid',
  ],
  ['a limit over 100', `${COMPLAINTS}/mine?limit=101`, { method: 'GET' }, 400, 'request.invalid'],
  ['an unknown query', `${COMPLAINTS}/mine?x=1`, { method: 'GET' }, 400, 'request.invalid'],
]

test.each(refused)(
  '%s is refused, and nothing is stored',
  async (_, url, sending, status, code) => {
    const before = await stored()
    const answer = await send(url, sending)
    expect(answer).toMatchObject({ status, body: { status, code, type: `urn:jiayuan:${code}` } })
    expect(answer.response.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.body['detail']).toMatch(/[\u4e00-\u9fff].*[。]$/)
    expect(answer.body['detail']).not.toMatch(/[{}]/)
    expect(await stored()).toBe(before)
  },
)

test('the sentence of a missing permission names the roles held and what they may not do', async () => {
  const { body } = await send('/api/v1/communities/jinxiu/notices', json({}))
  expect(body['detail']).toBe('您的身份（业主）不能做这件事：发布公告。')
})

test.each([
  ['emoji', '电梯坏了😀👨‍👩‍👧‍👦请检修'],
  ['right-to-left text and marks', '门牌 \u200eשלום\u200f 被撕了'],
  ['HTML', '<script>alert(1)</script> 电梯坏了'],
])('%s in a text is text', async (_, text) => {
  const { status, body } = await send(COMPLAINTS, json({ ...good, text }))
  expect(status).toBe(201)
  expect(body['text']).toBe(text)
})

test('a read that did not change answers 304 without a body', async () => {
  const url = '/api/v1/communities/jinxiu'
  const first = await send(url, { method: 'GET' })
  const etag = first.response.headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  const again = await send(url, { method: 'GET', headers: { 'if-none-match': etag } })
  expect([again.status, again.body]).toEqual([304, {}])
})

test('an address may not try logins without end', async () => {
  const limits = tableLimits(table, { login: 3, write: 3, read: 3 })
  const limited = createApp({ ...test_.ports, limits })
  const tryLogin = async () =>
    (
      await limited.request('/api/v1/sessions', {
        method: 'POST',
        body: JSON.stringify({ code: 'demo:resident' }),
      })
    ).status
  const statuses = []
  for (let i = 0; i < 5; i += 1) statuses.push(await tryLogin())
  expect(statuses).toEqual([401, 401, 401, 429, 429])
  test_.clock.advance(60_000)
  expect(await tryLogin()).toBe(401)
})
