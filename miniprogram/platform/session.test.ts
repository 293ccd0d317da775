import Taro from '@tarojs/taro'
import { asking } from './presence.ts'
import { authorized, signIn, signInWithWeixin, signOut, whyEnded } from './session.ts'

jest.mock('./wait.ts', () => ({ wait: () => Promise.resolve() }))

const request = jest.mocked(Taro.request)
const target = (name: 'weapp' | 'h5') => Object.assign(globalThis, { __TARGET__: name })

interface Asked {
  readonly url: string
  readonly method: string
  readonly header: Readonly<Record<string, string>>
  readonly data?: string
}
const asked = (): readonly Asked[] => request.mock.calls.map(([call]) => call as unknown as Asked)

let revoked: Set<string>
let opened: number
let refreshed: readonly string[]
/** What the server says to a refresh token; a pair, unless a test has it otherwise. */
let onRefresh: () => { statusCode: number; data: object }

const FAR = '2100-01-01T00:00:00.000Z'
const pair = (n: number, expiresAt = FAR) => ({ token: `t${n}`, expiresAt, refresh: `r${n}` })

beforeEach(() => {
  Taro.clearStorageSync()
  void Taro.navigateBack()
  jest.clearAllMocks()
  revoked = new Set()
  opened = 0
  refreshed = []
  onRefresh = () => {
    opened += 1
    return { statusCode: 200, data: pair(opened) }
  }
  target('h5')
  request.mockImplementation(((call: Asked) => {
    if (call.url.endsWith('/sessions')) {
      opened += 1
      const data = pair(opened)
      return Promise.resolve({ statusCode: 201, data: JSON.stringify(data), header: {} })
    }
    if (call.url.endsWith('/sessions/refresh')) {
      refreshed = [...refreshed, call.data ?? '']
      try {
        const { statusCode, data } = onRefresh()
        return Promise.resolve({ statusCode, data: JSON.stringify(data), header: {} })
      } catch {
        return Promise.reject(new Error('request:fail'))
      }
    }
    const token = call.header['authorization']?.replace('Bearer ', '') ?? ''
    const isLive = token !== '' && !revoked.has(token)
    const data = isLive ? { hello: token } : { code: 'auth.required', detail: '登录已过期。' }
    const statusCode = isLive ? 200 : 401
    return Promise.resolve({ statusCode, data: JSON.stringify(data), header: {} })
  }) as never)
})

const ask = (signed = true) => authorized({ method: 'GET', path: '/me', headers: {}, signed })

test('a demo person signs in by a code, and every call carries the token', async () => {
  await signIn('demo:resident')
  expect(asked()[0]).toMatchObject({
    method: 'POST',
    data: '{"code":"demo:resident","device":"浏览器"}',
  })
  expect(await ask()).toEqual({ status: 200, data: { hello: 't1' } })
})

test('in WeChat the code comes from WeChat', async () => {
  await signInWithWeixin()
  expect(asked()[0]?.data).toContain('"code":"code-of-weixin"')
})

test('WeChat giving no code is told in words', async () => {
  jest.mocked(Taro.login).mockRejectedValueOnce({ errMsg: 'login:fail' })
  await expect(signInWithWeixin()).rejects.toMatchObject({ code: 'client.no_code' })
})

const refuseRefresh = (code: string, detail = '登录已过期。') => {
  onRefresh = () => ({ statusCode: 401, data: { code, detail } })
}

describe('a token that has ended', () => {
  test('is renewed by the refresh token, and the call is sent again', async () => {
    await signIn('demo:resident')
    revoked.add('t1')
    expect(await ask()).toEqual({ status: 200, data: { hello: 't2' } })
    expect(refreshed).toEqual(['{"refresh":"r1"}'])
    expect(Taro.getStorageSync('session')).toMatchObject({ ...pair(2), demo: 'demo:resident' })
    expect(Taro.navigateTo).not.toHaveBeenCalled()
  })

  test('is renewed once for however many calls find it ended', async () => {
    await signIn('demo:resident')
    revoked.add('t1')
    const replies = await Promise.all([ask(), ask(), ask()])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(refreshed).toHaveLength(1)
  })

  test('is not even sent where its time is known to be over', async () => {
    await signIn('demo:resident')
    Taro.setStorageSync('session', pair(1, '2000-01-01T00:00:00.000Z'))
    expect(await ask()).toEqual({ status: 200, data: { hello: 't2' } })
    expect(asked().filter(({ url }) => url.endsWith('/me'))).toHaveLength(1)
  })

  test('is renewed by another tab', async () => {
    await signIn('demo:resident')
    revoked.add('t1')
    const asking = ask()
    Taro.setStorageSync('session', pair(7))
    expect(await asking).toEqual({ status: 200, data: { hello: 't7' } })
    expect(refreshed).toEqual([])
  })

  test('asks again with the same refresh token where the answer got lost', async () => {
    await signIn('demo:resident')
    revoked.add('t1')
    let lost = 0
    const answer = onRefresh
    onRefresh = () => {
      if ((lost += 1) > 2) return answer()
      throw new Error('request:fail')
    }
    expect((await ask()).status).toBe(200)
    expect(refreshed).toEqual(Array(3).fill('{"refresh":"r1"}'))
  })

  test('is kept where the server cannot be reached: nobody is logged out by a tunnel', async () => {
    await signIn('demo:resident')
    revoked.add('t1')
    const answer = onRefresh
    onRefresh = () => {
      throw new Error('request:fail')
    }
    await expect(ask()).rejects.toMatchObject({ code: 'network.unreachable' })
    expect(Taro.navigateTo).not.toHaveBeenCalled()
    onRefresh = answer
    expect((await ask()).status).toBe(200)
  })

  test('lives on where the phone cannot store it', async () => {
    await signIn('demo:resident')
    jest.mocked(Taro.setStorageSync).mockImplementationOnce(() => {
      throw new Error('setStorage:fail exceed max')
    })
    revoked.add('t1')
    expect((await ask()).status).toBe(200)
    revoked.add('t2')
    expect((await ask()).status).toBe(200)
    expect(refreshed).toEqual(['{"refresh":"r1"}', '{"refresh":"r2"}'])
  })

  test('of an older package has no refresh token: the login page opens', async () => {
    Taro.setStorageSync('session', { token: 'old', expiresAt: FAR })
    expect((await ask()).data).toEqual({ hello: 'old' })
    revoked.add('old')
    await expect(ask()).rejects.toMatchObject({ code: 'auth.required' })
    expect(refreshed).toEqual([])
  })
})

describe('a session that has ended', () => {
  beforeEach(() => refuseRefresh('sessions.refresh_unknown'))

  test('is opened anew in WeChat, without a word', async () => {
    target('weapp')
    await signInWithWeixin()
    revoked.add('t1')
    expect(await ask()).toEqual({ status: 200, data: { hello: 't2' } })
    expect(Taro.navigateTo).not.toHaveBeenCalled()
    expect(Taro.showModal).not.toHaveBeenCalled()
  })

  test('for safety is opened anew in WeChat too, and the person is told why', async () => {
    target('weapp')
    await signInWithWeixin()
    revoked.add('t1')
    refuseRefresh('sessions.ended_reused', '为了安全，这次登录已退出。')
    expect((await ask()).status).toBe(200)
    expect(Taro.showModal).toHaveBeenCalledWith(
      expect.objectContaining({ content: '为了安全，这次登录已退出。' }),
    )
  })

  test('by the person’s own hand stays ended, in WeChat too', async () => {
    target('weapp')
    await signInWithWeixin()
    revoked.add('t1')
    refuseRefresh('sessions.ended_by_you', '您在另一台设备上退出了这里的登录。')
    await expect(ask()).rejects.toMatchObject({ detail: '您在另一台设备上退出了这里的登录。' })
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/login/index' })
    expect(whyEnded.read()).toContain('另一台设备')
    await signInWithWeixin()
    expect(whyEnded.read()).toBeUndefined()
  })

  test('is not opened for ever: a second refusal is the answer', async () => {
    target('weapp')
    revoked.add('t1')
    expect((await ask()).status).toBe(401)
    expect(opened).toBe(1)
  })

  test('leads to the login page on H5, over the page that asked', async () => {
    await signIn('demo:resident')
    revoked.add('t1')
    await expect(ask()).rejects.toMatchObject({ code: 'auth.required', status: 401 })
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/login/index' })
  })

  test('leads there once, however many calls are refused, then and later', async () => {
    const refused = await Promise.allSettled([ask(), ask()])
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(ask()).rejects.toMatchObject({ code: 'auth.required' })
    expect(Taro.navigateTo).toHaveBeenCalledTimes(1)
  })
})

describe('what is dangerous', () => {
  let needed: boolean
  let code: string
  const confirmNeeded = (call: Asked) =>
    needed && call.url.endsWith('/me')
      ? { statusCode: 403, data: JSON.stringify({ code, detail: '请先确认' }), header: {} }
      : { statusCode: 200, data: '{"done":true}', header: {} }

  beforeEach(async () => {
    await signIn('demo:committee')
    needed = true
    code = 'sessions.confirm_needed'
    request.mockImplementation(((call: Asked) => Promise.resolve(confirmNeeded(call))) as never)
  })

  test.each(['sessions.confirm_needed', 'votes.login_not_fresh'])(
    '%s: is sent again once the person has shown to be there, asked once for all',
    async (asked) => {
      code = asked
      const both = Promise.all([ask(), ask()])
      while (asking.read() === undefined) await Promise.resolve()
      needed = false
      asking.read()?.answer(true)
      expect((await both).map(({ status }) => status)).toEqual([200, 200])
      expect(asking.read()).toBeUndefined()
    },
  )

  test('is not done where the person does not', async () => {
    const one = ask()
    while (asking.read() === undefined) await Promise.resolve()
    asking.read()?.answer(false)
    await expect(one).rejects.toMatchObject({ code: 'client.not_confirmed', status: 403 })
  })
})

test('what anyone may ask is asked without a session', async () => {
  target('weapp')
  expect((await ask(false)).status).toBe(401)
  expect(opened).toBe(0)
})

test('WeChat lets a person in without asking, the first time', async () => {
  target('weapp')
  expect(await ask()).toEqual({ status: 200, data: { hello: 't1' } })
})

describe('whoever signs out', () => {
  test('is told to the server with the token that ends', async () => {
    await signIn('demo:resident')
    await signOut()
    expect(asked().at(-1)).toMatchObject({
      method: 'DELETE',
      url: '/api/v1/sessions/current',
      header: { authorization: 'Bearer t1' },
    })
  })

  test('stays out, in WeChat too, until they sign in', async () => {
    target('weapp')
    await signInWithWeixin()
    await signOut()
    await expect(ask()).rejects.toMatchObject({ code: 'auth.required' })
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/login/index' })
    await signInWithWeixin()
    expect((await ask()).status).toBe(200)
  })

  test('is out even where the server cannot be reached', async () => {
    await signIn('demo:resident')
    request.mockRejectedValueOnce({ errMsg: 'request:fail' })
    await signOut()
    await expect(ask()).rejects.toMatchObject({ code: 'auth.required' })
  })
})
