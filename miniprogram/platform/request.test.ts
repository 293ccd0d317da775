import Taro from '@tarojs/taro'
import { now } from './clock.ts'
import { request } from './request.ts'

const taro = jest.mocked(Taro.request)
const answer = (reply: object) => taro.mockResolvedValue(reply as never)

test('goes to the API with what it is given, and brings back JSON', async () => {
  answer({ statusCode: 201, data: '{"text":"停水"}', header: {} })
  const reply = await request({
    method: 'POST',
    path: '/communities/jx/notes',
    body: { text: '停水' },
    headers: { 'idempotency-key': 'k1' },
    signed: true,
  })
  expect(reply).toEqual({ status: 201, data: { text: '停水' } })
  expect(taro).toHaveBeenCalledWith(
    expect.objectContaining({
      url: '/api/v1/communities/jx/notes',
      method: 'POST',
      data: '{"text":"停水"}',
      header: { 'idempotency-key': 'k1', 'content-type': 'application/json' },
      timeout: 20_000,
    }),
  )
})

test('a read has no body, and waits less', async () => {
  answer({ statusCode: 200, data: '{}', header: {} })
  await request({ method: 'GET', path: '/me', headers: {}, signed: true })
  expect(taro).toHaveBeenLastCalledWith({
    url: '/api/v1/me',
    method: 'GET',
    header: {},
    timeout: 10_000,
    dataType: 'text',
  })
})

test('what is not JSON comes as it is', async () => {
  answer({ statusCode: 502, data: '<html>', header: {} })
  expect(await request({ method: 'GET', path: '/me', headers: {}, signed: true })).toEqual({
    status: 502,
    data: '<html>',
  })
})

test('no answer is told as no network', async () => {
  taro.mockRejectedValue({ errMsg: 'request:fail timeout' })
  await expect(
    request({ method: 'GET', path: '/me', headers: {}, signed: true }),
  ).rejects.toMatchObject({
    code: 'network.unreachable',
  })
})

const ahead = (): number => now().getTime() - Date.now()

describe('the clock follows the server', () => {
  const hear = async (header: Record<string, string>) => {
    answer({ statusCode: 200, data: '{}', header })
    await request({ method: 'GET', path: '/me', headers: {}, signed: true })
  }

  test.each([
    ['Date', 86_400_000],
    ['date', -3_600_000],
  ])('by the date of its answer, in whatever case it comes: %s', async (name, by) => {
    await hear({ [name]: new Date(Date.now() + by).toUTCString() })
    expect(Math.abs(ahead() - by)).toBeLessThan(2_000)
  })

  test('and is left alone by what is no time', async () => {
    const before = ahead()
    await hear({ Date: 'yesterday' })
    expect(Math.abs(ahead() - before)).toBeLessThan(1_000)
  })
})
