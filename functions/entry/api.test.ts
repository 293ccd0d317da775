import { api } from '#shared/api.ts'
import { openapiText } from '../platform/openapi/text.ts'
import { describeDynamo } from '../platform/table/dynoxide.fixture.ts'
import { eventOf, login, send, type Invoke } from './lambda-event.fixture.ts'
import { openLambdaWorld, type LambdaWorld } from './lambda-world.fixture.ts'

/** The bundle as it is deployed, in a process of its own, fed with what the gateway sends. */
describeDynamo('the api function as built', () => {
  let world: LambdaWorld
  let invoke: Invoke
  let lines: () => readonly string[]
  beforeAll(async () => {
    world = await openLambdaWorld()
    const lambda = world.start('api')
    ;({ invoke, lines } = lambda)
    await world.admit('resident')
  }, 30_000)
  afterAll(() => world.stop())

  const resident = async () => login(invoke, await world.code('resident'))
  const tryLogin = (code: string, address?: string) =>
    send(invoke, '/api/v1/sessions', {
      method: 'POST',
      body: JSON.stringify({ code }),
      ...(address !== undefined && { address }),
    })

  test('is healthy, and ready while the store answers', async () => {
    expect(await send(invoke, '/healthz')).toMatchObject({ status: 200, body: { ok: true } })
    // What it foresees depends on the day: in December next year's calendar may be missing.
    expect(await send(invoke, '/readyz')).toMatchObject({ status: 200, body: { ready: true } })
  })

  test('describes itself, to the byte as the contracts say it', async () => {
    const target = '/api/v1/openapi.json'
    const first = await invoke(eventOf(target))
    expect(first).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
    })
    expect(first.body).toBe(openapiText())
    const etag = String(first.headers?.['etag'])
    const again = await invoke(eventOf(target, { headers: { 'if-none-match': etag } }))
    expect(again).toMatchObject({ statusCode: 304, body: '', headers: { etag } })
  })

  test('a WeChat login opens a session, in which the person is known', async () => {
    const client = await resident()
    const { status, body } = await client.send(api.people.me, {})
    expect(status).toBe(200)
    expect(body).toMatchObject({ person: 'resident', name: '张小明' })
    expect(body.memberships.map(({ community }) => community)).toEqual(['jinxiu'])
  })

  test('an answer not changed since is not sent again', async () => {
    const client = await resident()
    const { headers } = await client.send(api.people.me, {})
    const known = { 'if-none-match': headers.get('etag') ?? '' }
    expect((await client.send(api.people.me, {}, { headers: known })).status).toBe(304)
  })

  test('whoever logs out is out', async () => {
    const client = await resident()
    expect((await client.send(api.sessions.close, {})).status).toBe(200)
    expect(await client.send(api.people.me, {})).toMatchObject({
      status: 401,
      code: 'auth.required',
    })
  })

  test('a code is good once', async () => {
    const code = await world.code('resident')
    expect((await tryLogin(code)).status).toBe(201)
    expect(await tryLogin(code)).toMatchObject({ body: { code: 'sessions.code_invalid' } })
  })

  test('a demo code opens nothing', async () => {
    expect(await tryLogin('demo:resident')).toMatchObject({
      body: { code: 'sessions.code_invalid' },
    })
  })

  test('WeChat being down is said, and the rest goes on', async () => {
    world.weixin.switches.down = true
    try {
      const { status, body } = await tryLogin('any code: nobody looks at it')
      expect(status).toBe(503)
      expect(body).toMatchObject({ code: 'sessions.weixin_unreachable' })
      expect(await send(invoke, '/readyz')).toMatchObject({ status: 200 })
    } finally {
      world.weixin.switches.down = false
    }
  })

  test.each([
    ['no session', '/api/v1/me', {}, 401, 'auth.required'],
    ['an unknown operation', '/api/v1/nothing', {}, 404, 'request.unknown_operation'],
    ['a path outside the API', '/', {}, 404, 'request.unknown_operation'],
    [
      'a session with nothing in it',
      '/api/v1/sessions',
      { method: 'POST', body: '' },
      400,
      'request.invalid',
    ],
    ['no JSON', '/api/v1/sessions', { method: 'POST', body: '{"code":' }, 400, 'request.not_json'],
    [
      'JSON the gateway took for bytes, but too much of it',
      '/api/v1/sessions',
      { method: 'POST', body: 'A'.repeat(1_000_000), isBase64Encoded: true },
      413,
      'request.too_large',
    ],
  ])('%s is refused as problem details', async (_, target, sent, status, code) => {
    const answer = await send(invoke, target, sent)
    expect(answer).toMatchObject({ status, body: { code, status } })
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  test('a community of others does not exist', async () => {
    const client = await resident()
    expect((await client.send(api.communities.get, { community: 'jinxiu' })).status).toBe(200)
    expect(await client.send(api.communities.get, { community: 'yunxi' })).toMatchObject({
      status: 404,
      code: 'scope.not_found',
    })
  })

  test('logins are counted by the address the gateway saw', async () => {
    // More than two minutes' worth: one may begin meanwhile.
    const tries = Array.from({ length: 65 }, () => tryLogin('wrong', '198.51.100.9'))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses).toContain(429)
    expect((await tryLogin(await world.code('resident'), '198.51.100.10')).status).toBe(201)
  })

  test('a body sent as base64 is the same body', async () => {
    const body = Buffer.from(JSON.stringify({ code: await world.code('resident') }))
    const sent = { method: 'POST', body: body.toString('base64'), isBase64Encoded: true }
    expect((await send(invoke, '/api/v1/sessions', sent)).status).toBe(201)
  })

  test('the secrets are read once, by the first event', () => {
    expect([...world.secrets.asked].sort()).toEqual(['key', 'weixin'])
  })

  test('every line it writes is JSON, with a request id and nothing personal', () => {
    const written = lines()
    expect(written.length).toBeGreaterThan(10)
    for (const line of written) expect(() => JSON.parse(line) as unknown).not.toThrow()
    expect(written.join()).not.toMatch(/张小明|203\.0\.113|Bearer|openid/)
  })

  test('a secret that has no value yet is said, and read once it has one', async () => {
    const lambda = world.start('api', { WEIXIN_SECRET: 'weixin-late' })
    await expect(lambda.invoke(eventOf('/healthz'))).rejects.toThrow(
      'secret weixin-late cannot be read: HTTP 400',
    )
    world.secrets.secrets.set('weixin-late', '{"appid":"a"}')
    await expect(lambda.invoke(eventOf('/healthz'))).rejects.toThrow(/^the WeChat secret is not/)
    world.secrets.secrets.set(
      'weixin-late',
      JSON.stringify({ appid: 'a', secret: 'b', pushToken: 'c', pushKey: 'd'.repeat(43) }),
    )
    expect(await lambda.invoke(eventOf('/healthz'))).toMatchObject({ statusCode: 200 })
  })

  test('what is missing in the environment is named', async () => {
    const lambda = world.start('api', { TABLE_NAME: '', KEY_SECRET: '' })
    await expect(lambda.invoke(eventOf('/healthz'))).rejects.toThrow(
      'not set: TABLE_NAME, KEY_SECRET',
    )
  })

  test('a store that does not answer makes it unready, not dead', async () => {
    const { invoke: alone } = world.start('api', { TABLE_NAME: 'no-such-table' })
    expect(await send(alone, '/healthz')).toMatchObject({ status: 200 })
    expect(await send(alone, '/readyz')).toMatchObject({ status: 503, body: { ready: false } })
  })
})
