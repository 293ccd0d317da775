import Taro from '@tarojs/taro'
import { authorized, signIn, signInWithWeixin, signOut } from './session.ts'

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

beforeEach(() => {
  Taro.clearStorageSync()
  void Taro.navigateBack()
  jest.clearAllMocks()
  revoked = new Set()
  opened = 0
  target('h5')
  request.mockImplementation(((call: Asked) => {
    if (call.url.endsWith('/sessions')) {
      opened += 1
      const data = { token: `t${opened}`, expiresAt: '2026-12-01T00:00:00.000Z' }
      return Promise.resolve({ statusCode: 201, data: JSON.stringify(data), header: {} })
    }
    const token = call.header['authorization']?.replace('Bearer ', '') ?? ''
    const isLive = token !== '' && !revoked.has(token)
    const data = isLive ? { hello: token } : { code: 'auth.required', detail: '登录已过期。' }
    return Promise.resolve({
      statusCode: isLive ? 200 : 401,
      data: JSON.stringify(data),
      header: {},
    })
  }) as never)
})

const ask = (signed = true) => authorized({ method: 'GET', path: '/me', headers: {}, signed })

test('a demo person signs in by a code, and every call carries the token', async () => {
  await signIn('demo:resident')
  expect(asked()[0]).toMatchObject({ method: 'POST', data: '{"code":"demo:resident"}' })
  expect(await ask()).toEqual({ status: 200, data: { hello: 't1' } })
})

test('in WeChat the code comes from WeChat', async () => {
  await signInWithWeixin()
  expect(asked()[0]).toMatchObject({ data: '{"code":"code-of-weixin"}' })
})

test('WeChat giving no code is told in words', async () => {
  jest.mocked(Taro.login).mockRejectedValueOnce({ errMsg: 'login:fail' })
  await expect(signInWithWeixin()).rejects.toMatchObject({ code: 'client.no_code' })
})

describe('a session that has ended', () => {
  test('is renewed once in WeChat, and the call is sent again', async () => {
    target('weapp')
    await signInWithWeixin()
    revoked.add('t1')
    expect(await ask()).toEqual({ status: 200, data: { hello: 't2' } })
    expect(Taro.navigateTo).not.toHaveBeenCalled()
  })

  test('is renewed once for however many calls find it ended', async () => {
    target('weapp')
    await signInWithWeixin()
    revoked.add('t1')
    const replies = await Promise.all([ask(), ask(), ask()])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(opened).toBe(2)
  })

  test('is not renewed for ever: a second refusal is the answer', async () => {
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
