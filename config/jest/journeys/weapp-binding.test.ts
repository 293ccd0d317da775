// The package as it would be uploaded, in a stand-in for WeChat: the button that gives a phone number away.
import path from 'node:path'
import { createHost, type Host } from '../weapp-host.cjs'
import { startServer, type Server } from './server.ts'

jest.setTimeout(120_000)

const WAIT_MS = 15_000
const DIST = path.resolve('dist/weapp')
const NUMBER = '15100000103'

let server: Server

beforeAll(async () => {
  server = await startServer()
}, 300_000)

afterAll(() => server.stop())

const until = (host: Host, holds: string | (() => unknown)): Promise<void> =>
  host.until(holds, WAIT_MS)

/** Up to the question how the newcomer is to be known, agreement given. */
async function newcomer(): Promise<Host> {
  const host = createHost(DIST, { api: server.url, loginCode: () => 'demo:newcomer' })
  host.boot()
  await until(host, '您还没有绑定房屋')
  host.tap('claim-home')
  await until(host, () => host.byId('agree') ?? host.has('我是业主'))
  if (host.byId('agree')) host.tap('agree')
  await until(host, '我是业主')
  host.tap('我是业主')
  await until(host, () => !host.has('请选择一项'))
  host.tap('next')
  await until(host, () => host.byId('give-phone'))
  return host
}

const button = (host: Host): object => {
  const found = host.byId('give-phone')
  if (!found) throw new Error('there is no button for the phone number')
  return found
}
const posts = (host: Host, end: string) =>
  host.requests.filter(({ method, url }) => method === 'POST' && url.endsWith(end))

test('the button is WeChat’s own, and asks for its privacy agreement first', async () => {
  const host = await newcomer()
  expect(JSON.stringify(button(host))).toContain('getPhoneNumber|agreePrivacyAuthorization')
  expect(host.has('演示用的手机号')).toBe(false)
})

test('who says no is told the other ways, and nothing is sent', async () => {
  const host = await newcomer()
  host.fire(button(host), 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' })
  await until(host, '您没有同意提供手机号')
  expect(host.byId('way-code')).toBeDefined()
  expect(posts(host, '/bindings/phone')).toEqual([])
})

test('where WeChat has no more numbers to give, that is said, and not the person blamed', async () => {
  const host = await newcomer()
  host.fire(button(host), 'getphonenumber', { errMsg: 'getPhoneNumber:fail', errno: 1400001 })
  await until(host, '微信今天给不出更多手机号了')
})

test('the code goes to our server, which learns the number; the claim agrees with the register', async () => {
  const host = await newcomer()
  host.fire(button(host), 'getphonenumber', {
    errMsg: 'getPhoneNumber:ok',
    code: `demo-phone:${NUMBER}`,
  })
  await until(host, '锦绣花园')
  expect(posts(host, '/bindings/phone').map(({ data }) => data)).toEqual([
    JSON.stringify({ code: `demo-phone:${NUMBER}` }),
  ])
  host.tap('锦绣花园')
  await until(host, () => !host.has('请选择小区'))
  host.tap('next')
  await until(host, '哪一套房')
  host.tap('building')
  await until(host, '确认')
  host.tap('确认')
  await until(host, () => !host.has('点这里选择'))
  host.type('unit', '2')
  host.type('room', '702')
  await until(host, () => !host.has('请写房号'))
  host.tap('next')
  await until(host, '您的姓名')
  host.type('name', '陆娜航')
  await until(host, () => !host.has('请写完整姓名'))
  host.tap('next')
  await until(host, '您属于哪种情况')
  host.tap('我是登记的业主')
  await until(host, () => !host.has('请选择您的情况'))
  host.tap('next')
  await until(host, '请再看一遍')
  expect(host.has('151****0103')).toBe(true)
  host.tap('claim')
  await until(host, '已收到您的绑定申请。')
  expect(host.has('姓名和手机号与名册一致，已先绑定')).toBe(true)
  expect(host.calls).toEqual([])
})
