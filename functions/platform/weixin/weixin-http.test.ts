import {
  agenda,
  APP,
  clockAt,
  codeFor,
  phoneCodeFor,
  serveStandIn,
  standIn,
  type Clock,
} from './weixin.fixture.ts'
import type { WeixinStandIn } from './stand-in/stand-in.ts'
import { weixinHttp } from './weixin-http.ts'
import { WeixinError, type Weixin, type WeixinAccount } from './weixin.ts'

let clock: Clock
let twin: WeixinStandIn
let served: Awaited<ReturnType<typeof serveStandIn>>
let weixin: Weixin
const jobs = agenda()

beforeEach(async () => {
  clock = clockAt('2026-11-21T02:00:00Z')
  twin = standIn(clock)
  served = await serveStandIn(clock, twin)
  weixin = served.weixin
})
afterEach(() => served.stop())

const login = async (): Promise<WeixinAccount> =>
  weixin.codeToSession(await codeFor(twin, 'resident'))
const failure = async (asked: Promise<unknown>): Promise<WeixinError> => {
  const err: unknown = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (err instanceof WeixinError) return err
  throw new Error(`expected a WeixinError, got ${String(err)}`)
}

describe('a login', () => {
  test('gives the same openid each time, and never the session key', async () => {
    const first = await login()
    expect(first).toEqual({ openid: expect.stringMatching(/^o[\w-]{27}$/) as string })
    expect(await login()).toEqual(first)
  })

  test('gives a unionid where the app is bound', async () => {
    await served.stop()
    twin = standIn(clock, { unionBound: true })
    served = await serveStandIn(clock, twin)
    const { openid, unionid } = await served.weixin.codeToSession(await codeFor(twin, 'a'))
    expect(unionid).toMatch(/^o[\w-]{27}$/)
    expect(unionid).not.toBe(openid)
  })

  test.each([
    ['a code nobody issued', 'weixin.code_invalid', 40029, '0123'],
    ['a blocked person', 'weixin.user_blocked', 40226, 'errcode:40226'],
    ['too many logins', 'weixin.busy', 45011, 'errcode:45011'],
    ['a busy system', 'weixin.busy', -1, 'errcode:-1'],
    ['a wrong secret', 'weixin.rejected', 40125, 'errcode:40125'],
    ['an error nobody knows', 'weixin.rejected', 99999, 'errcode:99999'],
  ])('%s: %s', async (_, code, errcode, sent) => {
    const err = await failure(weixin.codeToSession(sent))
    expect(err).toMatchObject({ code, errcode })
    expect(err.rid).toMatch(/^[0-9a-f-]{26}$/)
  })

  test('a code is good once', async () => {
    const code = await codeFor(twin, 'resident')
    await weixin.codeToSession(code)
    expect((await failure(weixin.codeToSession(code))).code).toBe('weixin.code_invalid')
  })

  test('a code is good for five minutes', async () => {
    const [early, late] = [await codeFor(twin, 'a'), await codeFor(twin, 'a')]
    clock.pass(299_999)
    await weixin.codeToSession(early)
    clock.pass(1)
    expect((await failure(weixin.codeToSession(late))).code).toBe('weixin.code_invalid')
  })
})

describe('WeChat in trouble', () => {
  test.each([
    [[-1], 2, [150]],
    [[-1, 45011], 3, [150, 300]],
  ])('busy answers %j are waited out, half by chance', async (failures, asked, waits) => {
    const code = await codeFor(twin, 'resident')
    twin.switches.failures = failures
    await weixin.codeToSession(code)
    expect(served.requests).toHaveLength(asked)
    expect(served.waits).toEqual(waits)
  })

  test('busy three times is busy', async () => {
    twin.switches.failures = [-1, -1, -1]
    expect((await failure(weixin.codeToSession('0'))).code).toBe('weixin.busy')
    expect(served.requests).toHaveLength(3)
  })

  test.each([40029, 40226, 43101, 47003, 61010, 45009])(
    '%i is not asked again',
    async (errcode) => {
      twin.switches.failures = [errcode]
      expect((await failure(weixin.codeToSession('0'))).errcode).toBe(errcode)
      expect(served.requests).toHaveLength(1)
    },
  )

  test('slow: given up after the time set, and not asked again', async () => {
    twin.switches.slowMs = 5_000
    const start = performance.now()
    expect((await failure(weixin.codeToSession('0'))).code).toBe('weixin.unreachable')
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(served.requests).toHaveLength(1)
  })

  test('a gateway that answers with HTML', async () => {
    twin.switches.down = true
    expect((await failure(weixin.codeToSession('0'))).code).toBe('weixin.unreachable')
  })

  test('nobody there at all', async () => {
    await served.stop()
    expect((await failure(weixin.codeToSession('0'))).code).toBe('weixin.unreachable')
    served = await serveStandIn(clock, twin)
  })

  test.each([
    ['an answer of another form', '{"errcode":0,"openid":7}'],
    ['an answer that is no object', '[]'],
    ['an empty answer', ''],
  ])('%s', async (_, body) => {
    const odd = weixinHttp(APP, {
      fetch: () => Promise.resolve(new Response(body)),
      now: clock.now,
      random: () => 0,
      wait: () => Promise.resolve(),
    })
    expect((await failure(odd.codeToSession('0'))).code).toBe('weixin.unreachable')
  })

  test('the secret is in no message, and the default address is WeChat', async () => {
    const asked: string[] = []
    const lost = weixinHttp(APP, {
      fetch: (url) => {
        asked.push(url)
        return Promise.reject(new TypeError('fetch failed'))
      },
      now: clock.now,
      random: () => 0,
      wait: () => Promise.resolve(),
    })
    const err = await failure(lost.codeToSession('c'))
    expect(err.message).toBe('weixin.unreachable')
    expect(asked[0]).toMatch(/^https:\/\/api\.weixin\.qq\.com\/sns\/jscode2session\?appid=wx8f/)
  })
})

describe('the access token', () => {
  test('is fetched once for many calls', async () => {
    const { openid } = await login()
    const ask = { openid, content: '楼道漏水', scene: 'forum' } as const
    await Promise.all([weixin.checkText(ask), weixin.checkText(ask), weixin.checkText(ask)])
    expect(served.requests.filter((path) => path.endsWith('stable_token'))).toHaveLength(1)
  })

  test.each([40001, 40014, 42001])('%i: one new token, one more try', async (errcode) => {
    const { openid } = await login()
    const ask = { openid, content: '楼道漏水', scene: 'forum' } as const
    await weixin.checkText(ask)
    served.requests.length = 0
    twin.switches.failures = [errcode]
    expect(await weixin.checkText(ask)).toEqual({ suggest: 'pass', label: 100 })
    expect(served.requests).toEqual([
      '/wxa/msg_sec_check',
      '/cgi-bin/stable_token',
      '/wxa/msg_sec_check',
    ])
  })

  test('a second refusal is final', async () => {
    const paths: string[] = []
    const refusing = weixinHttp(APP, {
      fetch: (url) => {
        const { pathname } = new URL(url)
        paths.push(pathname)
        const answer = { access_token: `t${paths.length}`, expires_in: 7_200 }
        return Promise.resolve(
          Response.json(pathname.endsWith('stable_token') ? answer : { errcode: 40001 }),
        )
      },
      now: clock.now,
      random: () => 0,
      wait: () => Promise.resolve(),
    })
    const asked = refusing.checkText({ openid: 'o', content: '你好', scene: 'forum' })
    expect(await failure(asked)).toMatchObject({ code: 'weixin.rejected', errcode: 40001 })
    expect(paths).toEqual([
      '/cgi-bin/stable_token',
      '/wxa/msg_sec_check',
      '/cgi-bin/stable_token',
      '/wxa/msg_sec_check',
    ])
  })

  test('forced anew by another process, it is fetched again by itself', async () => {
    const { openid } = await login()
    const ask = { openid, content: '楼道漏水', scene: 'forum' } as const
    await weixin.checkText(ask)
    const force = { grant_type: 'client_credential', ...APP, force_refresh: true }
    const body = JSON.stringify(force)
    await fetch(`${served.baseUrl}/cgi-bin/stable_token`, { method: 'POST', body })
    expect((await weixin.checkText(ask)).suggest).toBe('pass')
  })
})

describe('a phone number', () => {
  const NUMBER = '13300000169'
  const asked = async (code: string, user = 'resident'): Promise<string> => {
    const { openid } = await weixin.codeToSession(await codeFor(twin, user))
    return weixin.phoneNumber(code, openid)
  }

  test('is that of the person who pressed the button, once, within five minutes', async () => {
    const [first, second] = [
      await phoneCodeFor(twin, 'resident', NUMBER),
      await phoneCodeFor(twin, 'resident', NUMBER),
    ]
    expect(await asked(first)).toBe(NUMBER)
    expect((await failure(asked(first))).code).toBe('weixin.code_invalid')
    clock.pass(300_000)
    expect((await failure(asked(second))).code).toBe('weixin.code_invalid')
  })

  test('is not given to another account than the one that pressed it', async () => {
    const code = await phoneCodeFor(twin, 'resident', NUMBER)
    expect((await failure(asked(code, 'somebody else'))).code).toBe('weixin.code_invalid')
  })

  test('a login code is no phone code, nor the other way round', async () => {
    const login = await codeFor(twin, 'resident')
    expect((await failure(asked(login))).code).toBe('weixin.code_invalid')
    const phone = await phoneCodeFor(twin, 'resident', NUMBER)
    expect((await failure(weixin.codeToSession(phone))).code).toBe('weixin.code_invalid')
  })

  test('the demo’s codes, which name the number, are taken in the demo only', async () => {
    expect((await failure(asked(`demo-phone:${NUMBER}`))).code).toBe('weixin.code_invalid')
    await served.stop()
    twin = standIn(clock, { standingPhones: true })
    served = await serveStandIn(clock, twin)
    weixin = served.weixin
    expect(await asked(`demo-phone:${NUMBER}`)).toBe(NUMBER)
  })
})

describe('text', () => {
  test.each([
    ['电梯又坏了，请尽快修', 'pass', 100],
    ['本店代开发票', 'risky', 20008],
    ['加我微信', 'review', 10001],
    [`${'好'.repeat(6_000)}滚出小区`, 'review', 20003],
    [`加我微信${'好'.repeat(6_000)}网上赌场`, 'risky', 20006],
  ])('%.12s… → %s', async (content, suggest, label) => {
    const { openid } = await login()
    expect(await weixin.checkText({ openid, content, scene: 'forum' })).toEqual({ suggest, label })
  })

  test('of a person who has been away for two hours is not checked', async () => {
    const { openid } = await login()
    clock.pass(2 * 3_600_000 + 1)
    const asked = weixin.checkText({ openid, content: '你好', scene: 'comment' })
    expect((await failure(asked)).code).toBe('weixin.user_away')
  })
})

test('a picture is asked about and gets a trace', async () => {
  await served.stop()
  twin = standIn(clock, {}, { later: jobs.later })
  served = await serveStandIn(clock, twin)
  const { openid } = await served.weixin.codeToSession(await codeFor(twin, 'resident'))
  const ask = { openid, mediaUrl: 'http://x/p', kind: 'image', scene: 'forum' } as const
  expect(await served.weixin.checkMedia(ask)).toEqual({
    traceId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) as string,
  })
  expect(jobs.waits()).toEqual([1_000])
})
