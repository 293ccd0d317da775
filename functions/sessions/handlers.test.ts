import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from '../app.ts'
import { personsIn } from '../people/repository.ts'
import type { Mode } from '../platform/ports.ts'
import { openLevelTable, type LevelTable } from '../platform/table/level-table.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { DEMO_LOGINS } from './demo-logins.ts'

let folder: string
let table: LevelTable
let given: TestApp

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sessions-'))
  given = await openTestAppOn(async (options) => {
    table = await openLevelTable(folder, options)
    return { table, close: () => table.close() }
  })
})
afterEach(async () => {
  await table.close()
  await rm(folder, { recursive: true })
})

async function logIn(code: string, mode: Mode = 'production') {
  const app = createApp({ ...given.ports, mode })
  const response = await app.request('/api/v1/sessions', {
    method: 'POST',
    body: JSON.stringify({ code }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}
const me = async (token: string) =>
  (await given.app.request('/api/v1/me', { headers: { authorization: `Bearer ${token}` } })).status

test('a WeChat code opens a session of the person whose account it is', async () => {
  const { status, body } = await logIn('openid-resident')
  expect(status).toBe(201)
  const answer = await given.app.request('/api/v1/me', {
    headers: { authorization: `Bearer ${body['token'] ?? ''}` },
  })
  expect(await answer.json()).toMatchObject({ person: 'resident', name: '张小明' })
})

test('an account nobody knows becomes a person without roles, the same each time, even at once', async () => {
  const logins = await Promise.all(Array.from({ length: 5 }, () => logIn('openid-new')))
  const tokens = logins.map(({ body }) => body['token'] ?? '')
  const persons = await Promise.all(
    tokens.map(async (token) => {
      const answer = await given.app.request('/api/v1/me', {
        headers: { authorization: `Bearer ${token}` },
      })
      return ((await answer.json()) as { person: string; memberships: unknown[] }).person
    }),
  )
  expect(new Set(persons).size).toBe(1)
})

test.each([
  ['weixin.code_invalid', 401, 'sessions.code_invalid'],
  ['weixin.user_blocked', 403, 'sessions.user_blocked'],
  ['weixin.busy', 503, 'sessions.weixin_unreachable'],
  ['weixin.unreachable', 503, 'sessions.weixin_unreachable'],
] as const)('%s is told as %s %s', async (refusal, status, code) => {
  const { WeixinError } = await import('../platform/weixin/weixin.ts')
  const weixin = {
    ...given.weixin.port,
    codeToSession: () => Promise.reject(new WeixinError(refusal)),
  }
  const app = createApp({ ...given.ports, weixin })
  const response = await app.request('/api/v1/sessions', {
    method: 'POST',
    body: JSON.stringify({ code: 'x' }),
  })
  expect([response.status, await response.json()]).toMatchObject([status, { code }])
})

test('a session ends by logging out, and by its time', async () => {
  const { body } = await logIn('openid-resident')
  const token = body['token'] ?? ''
  expect(await me(token)).toBe(200)
  const out = await given.app.request('/api/v1/sessions/current', {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  })
  expect([out.status, await me(token)]).toEqual([200, 401])

  const later = (await logIn('openid-resident')).body['token'] ?? ''
  given.clock.advance(15 * 60_000 - 1_000)
  expect(await me(later)).toBe(200)
  given.clock.advance(1_000)
  expect(await me(later)).toBe(401)
})

describe('the demo logins', () => {
  const codes = DEMO_LOGINS.map((login) => login.code)

  beforeEach(async () => {
    for (const code of codes) {
      const id = code.replace(':', '-')
      await personsIn(table).add(id, { name: id, grants: [], homes: [] })
      await personsIn(table).claimOpenid(given.ports.keys.digestText('openid', code), id)
    }
  })

  test.each(codes)('%s is refused outside demo mode, and let in within', async (code) => {
    expect(await logIn(code)).toMatchObject({
      status: 401,
      body: { code: 'sessions.code_invalid' },
    })
    expect((await logIn(code, 'demo')).status).toBe(201)
  })

  test('any other demo code is refused in demo mode too', async () => {
    expect((await logIn('demo:mayor', 'demo')).status).toBe(401)
  })

  test('they are listed in demo mode only', async () => {
    const listed = async (mode: Mode) => {
      const app = createApp({ ...given.ports, mode })
      const answer = await app.request('/api/v1/sessions/demo-logins')
      return ((await answer.json()) as { items: unknown[] }).items.length
    }
    expect([await listed('production'), await listed('demo')]).toEqual([0, codes.length])
  })
})
