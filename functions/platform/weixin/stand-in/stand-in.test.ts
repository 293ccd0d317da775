import { createHmac } from 'node:crypto'
import { APP, clockAt, codeFor, standIn, type Clock } from '../weixin.fixture.ts'
import type { WeixinStandIn } from './stand-in.ts'

type Answer = Record<string, unknown>

let clock: Clock
let twin: WeixinStandIn
beforeEach(() => {
  clock = clockAt('2026-11-21T02:00:00Z')
  twin = standIn(clock)
})

const get = async (path: string, query: Record<string, string>): Promise<Answer> => {
  const response = await twin.app.request(`${path}?${new URLSearchParams(query)}`)
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}
const post = async (path: string, body: unknown, token?: string): Promise<Answer> => {
  const query = token === undefined ? '' : `?access_token=${token}`
  const response = await twin.app.request(path + query, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}
const grant = { grant_type: 'client_credential', ...APP }
const stable = (force_refresh = false) => post('/cgi-bin/stable_token', { ...grant, force_refresh })
const tokenOf = async (answer: Promise<Answer>) => String((await answer)['access_token'])
const session = async (code: string): Promise<Answer> =>
  get('/sns/jscode2session', { ...APP, js_code: code, grant_type: 'authorization_code' })
const openidOf = async (user: string): Promise<string> =>
  String((await session(await codeFor(twin, user)))['openid'])

describe('jscode2session', () => {
  const good = { ...APP, js_code: 'c', grant_type: 'authorization_code' }
  test.each([
    [41002, { ...good, appid: '' }],
    [40013, { ...good, appid: 'wx0' }],
    [41004, { ...good, secret: '' }],
    [40125, { ...good, secret: 'wrong' }],
    [41008, { ...good, js_code: '' }],
    [40002, { ...good, grant_type: 'client_credential' }],
    [40029, good],
    [40226, { ...good, js_code: 'errcode:40226' }],
    [45011, { ...good, js_code: 'errcode:45011' }],
    [-1, { ...good, js_code: 'errcode:-1' }],
  ])('%i, with HTTP 200 and a rid', async (errcode, query) => {
    const answer = await get('/sns/jscode2session', query)
    expect(answer['errcode']).toBe(errcode)
    expect(answer['errmsg']).toMatch(/, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
  })

  test('a code of another app is good for nothing, and gone', async () => {
    const code = await codeFor(twin, 'a', 'wx0')
    expect((await session(code))['errcode']).toBe(40029)
  })

  test('a standing code is good any number of times, others are not', async () => {
    twin = standIn(clock, { standingCodes: ['demo:resident'] })
    const first = await session('demo:resident')
    expect((await session('demo:resident'))['openid']).toBe(first['openid'])
    expect((await session('demo:street'))['errcode']).toBe(40029)
  })

  test('each login brings a new session key, and ends the one before', async () => {
    const token = await tokenOf(stable())
    const first = await session(await codeFor(twin, 'a'))
    const check = (key: unknown) =>
      get('/wxa/checksession', {
        access_token: token,
        openid: String(first['openid']),
        signature: createHmac('sha256', String(key)).update('').digest('hex'),
        sig_method: 'hmac_sha256',
      })
    expect((await check(first['session_key']))['errcode']).toBe(0)
    const second = await session(await codeFor(twin, 'a'))
    expect((await check(first['session_key']))['errcode']).toBe(87009)
    expect((await check(second['session_key']))['errcode']).toBe(0)
  })
})

describe('access tokens', () => {
  test.each([
    [40002, { ...grant, grant_type: 'x' }],
    [41002, { ...grant, appid: '' }],
    [40013, { ...grant, appid: 'wx0' }],
    [41004, { ...grant, secret: '' }],
    [40125, { ...grant, secret: 'x' }],
  ])('%i', async (errcode, body) => {
    expect((await post('/cgi-bin/stable_token', body))['errcode']).toBe(errcode)
    expect((await get('/cgi-bin/token', body))['errcode']).toBe(errcode)
  })

  test('43002 for GET, 47001 for what is not a JSON object', async () => {
    expect((await get('/cgi-bin/stable_token', {}))['errcode']).toBe(43002)
    for (const body of ['{', '[]', '"a"']) {
      expect((await post('/cgi-bin/stable_token', body))['errcode']).toBe(47001)
    }
  })

  const takes = async (token: string): Promise<unknown> =>
    (await post('/wxa/msg_sec_check', {}, token))['errcode']

  test('41001 without one, 40014 malformed, 40001 unknown, 42001 expired', async () => {
    expect((await post('/wxa/msg_sec_check', {}))['errcode']).toBe(41001)
    expect(await takes('nonsense')).toBe(40014)
    expect(await takes('a'.repeat(136))).toBe(40001)
    const token = await tokenOf(stable())
    expect(await takes(token)).toBe(44002)
    clock.pass(7_200_000)
    expect(await takes(token)).toBe(42001)
  })

  test('stable: the same one with what is left, the next one in the last five minutes, both good', async () => {
    const first = await stable()
    expect(first['expires_in']).toBe(7_200)
    clock.pass(6_855_000)
    expect(await stable()).toMatchObject({ ...first, expires_in: 345 })
    clock.pass(45_000)
    const second = await stable()
    expect(second).toMatchObject({ expires_in: 7_200 })
    expect(second['access_token']).not.toBe(first['access_token'])
    expect(await takes(String(first['access_token']))).toBe(44002)
  })

  test('classic: each call a new one, the one before good for five minutes, stable untouched', async () => {
    const [untouched, first] = [
      await tokenOf(stable()),
      await tokenOf(get('/cgi-bin/token', grant)),
    ]
    await get('/cgi-bin/token', grant)
    expect(await takes(first)).toBe(44002)
    clock.pass(300_000)
    expect(await takes(first)).toBe(42001)
    expect(await takes(untouched)).toBe(44002)
  })

  test('forced: kills the one before; not within 30 s, not more than 20 times a day', async () => {
    const first = await tokenOf(stable())
    const forced = await tokenOf(stable(true))
    expect(await takes(first)).toBe(40001)
    clock.pass(29_999)
    expect(await tokenOf(stable(true))).toBe(forced)
    for (let times = 1; times < 20; times += 1) {
      clock.pass(30_000)
      await stable(true)
    }
    clock.pass(30_000)
    expect((await stable(true))['errcode']).toBe(45009)
    clock.pass(24 * 3_600_000)
    expect((await stable(true))['errcode']).toBe(0)
  })
})

describe('the content checks', () => {
  let token: string
  let openid: string
  beforeEach(async () => {
    token = await tokenOf(stable())
    openid = await openidOf('resident')
  })
  const text = { content: '你好', version: 2, scene: 3 }
  const media = { media_url: 'http://x/p', media_type: 2, version: 2, scene: 3 }

  test.each<[number, string, Answer, object]>([
    [44002, 'msg_sec_check', text, { content: '' }],
    [44002, 'msg_sec_check', text, { content: 7 }],
    [45002, 'msg_sec_check', text, { content: '好'.repeat(2_501) }],
    [40097, 'msg_sec_check', text, { version: 1 }],
    [40129, 'msg_sec_check', text, { scene: 5 }],
    [40129, 'msg_sec_check', text, { scene: 0 }],
    [40129, 'msg_sec_check', text, { scene: '3' }],
    [40003, 'msg_sec_check', text, { openid: 'x' }],
    [40003, 'msg_sec_check', text, { openid: undefined }],
    [61010, 'msg_sec_check', text, { openid: `o${'x'.repeat(27)}` }],
    [40004, 'media_check_async', media, { media_type: 3 }],
    [40097, 'media_check_async', media, { media_url: '' }],
    [40129, 'media_check_async', media, { scene: 5 }],
    [61010, 'media_check_async', media, { openid: `o${'x'.repeat(27)}` }],
  ])('%i from %s', async (errcode, path, good, wrong) => {
    const answer = await post(`/wxa/${path}`, { openid, ...good, ...wrong }, token)
    expect(answer['errcode']).toBe(errcode)
  })

  test('after two hours without a visit: 61010', async () => {
    clock.pass(2 * 3_600_000)
    token = await tokenOf(stable())
    expect((await post('/wxa/msg_sec_check', { openid, ...text }, token))['errcode']).toBe(0)
    clock.pass(1)
    expect((await post('/wxa/msg_sec_check', { openid, ...text }, token))['errcode']).toBe(61010)
  })

  test('told to assume visits, it takes everybody for present', async () => {
    twin = standIn(clock, { assumeVisits: true })
    token = await tokenOf(stable())
    const body = { ...text, openid: `o${'x'.repeat(27)}` }
    expect((await post('/wxa/msg_sec_check', body, token))['errcode']).toBe(0)
  })

  test('a verdict, by the words of its table', async () => {
    const body = { ...text, openid, content: '加我微信，代开发票' }
    expect(await post('/wxa/msg_sec_check', body, token)).toMatchObject({
      errcode: 0,
      errmsg: 'ok',
      result: { suggest: 'risky', label: 20008 },
      detail: [
        { strategy: 'content_model', errcode: 0, suggest: 'risky', label: 20008 },
        { strategy: 'keyword', suggest: 'risky', label: 20008, keyword: '代开发票' },
      ],
    })
  })

  test('the quota of a minute: 44991, until the next one', async () => {
    for (let asked = 0; asked < 2_000; asked += 1) {
      await twin.app.request(`/wxa/media_check_async?access_token=${token}`, {
        method: 'POST',
        body: '{}',
      })
    }
    expect((await post('/wxa/media_check_async', {}, token))['errcode']).toBe(44991)
    clock.pass(60_000)
    expect((await post('/wxa/media_check_async', {}, token))['errcode']).toBe(40004)
  })
})

test('in the same process an abort is heeded', async () => {
  twin.switches.slowMs = 10_000
  const signal = AbortSignal.timeout(30)
  await expect(twin.fetch('http://twin/sns/jscode2session', { signal })).rejects.toThrow('aborted')
})

test('its switches can be turned over HTTP, and only they', async () => {
  expect(await post('/stand-in/switches', { down: true })).toMatchObject({ down: true, slowMs: 0 })
  const response = await twin.app.request('/sns/jscode2session')
  expect(response.status).toBe(502)
  for (const path of ['/stand-in/switches', '/stand-in/codes']) {
    for (const body of ['{"nonsense":1}', 'no JSON']) {
      expect((await twin.app.request(path, { method: 'POST', body })).status).toBe(400)
    }
  }
})
