import { act, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { sessions } from '#shared/sessions/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import {
  answerTo,
  callsOf,
  loseAnswersTo,
  NOW,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import { whyEnded } from '#miniprogram/platform/session.ts'
import LoginPage from './index.tsx'

const offered = {
  code: 'ACD346',
  secret: 's',
  scene: 'jiayuan-login:ACD346',
  expiresAt: new Date(Date.parse(NOW) + 120_000).toISOString(),
}
const session = { token: 'web', expiresAt: '2100-01-01T00:00:00.000Z', refresh: 'r' }

beforeEach(() => {
  startServer()
  Object.assign(globalThis, { __TARGET__: 'h5' })
  answerTo(sessions.demoLogins, { items: [] })
  answerTo(sessions.startWebLogin, offered)
  answerTo(sessions.pollWebLogin, { state: 'waiting' })
})

/** The code stands there, and from now on a test says how time passes. */
async function showCode() {
  // Before any timer is set; what is asked for is answered without one.
  jest.useFakeTimers()
  const page = render(<LoginPage />)
  await pass(0)
  await pass(0)
  return page
}
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const polls = () => callsOf(sessions.pollWebLogin).length
afterEach(() => jest.useRealTimers())

test('a browser outside the demo shows a QR code and a short one, and enters once the phone has agreed', async () => {
  await showCode()
  expect(screen.getByText('ACD 346')).toBeInTheDocument()
  const picture = screen.getByRole('img', { name: /登录二维码/ })
  expect(picture.getAttribute('src')).toMatch(/^data:image\/gif;base64,/)
  await pass(3_000)
  expect(callsOf(sessions.pollWebLogin)[0]?.body).toEqual({ secret: 's' })
  answerTo(sessions.pollWebLogin, { state: 'confirmed', session })
  await pass(3_000)
  expect(Taro.getStorageSync('session')).toMatchObject(session)
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test.each([
  ['a refusal', /点了“不是我，拒绝”/, () => answerTo(sessions.pollWebLogin, { state: 'refused' })],
  ['a used code', /已经用过了/, () => refuseTo(sessions.pollWebLogin, 'sessions.web_login_over')],
  ['a lost code', /已经失效/, () => refuseTo(sessions.pollWebLogin, 'sessions.web_login_unknown')],
])('%s is told, nothing more is asked, and another code can be had', async (_, told, prepare) => {
  prepare()
  await showCode()
  await pass(3_000)
  expect(screen.getByText(told)).toBeInTheDocument()
  expect(screen.queryByText('ACD 346')).not.toBeInTheDocument()
  const before = polls()
  await pass(9_000)
  expect(polls()).toBe(before)
  answerTo(sessions.startWebLogin, { ...offered, code: 'XYZ789' })
  await tap(screen.getByText('换一个二维码'))
  await pass(0)
  expect(screen.getByText('XYZ 789')).toBeInTheDocument()
})

test('after its two minutes the code is gone, and says so', async () => {
  const expiresAt = new Date(Date.parse(NOW) - 1).toISOString()
  answerTo(sessions.startWebLogin, { ...offered, expiresAt })
  await showCode()
  await pass(3_000)
  expect(screen.getByText(/过了 2 分钟，已经失效/)).toBeInTheDocument()
})

test('without network it says so and goes on asking', async () => {
  loseAnswersTo(sessions.pollWebLogin)
  await showCode()
  await pass(3_000)
  await pass(3_000)
  expect(screen.getByText(/网络断了/)).toBeInTheDocument()
  answerTo(sessions.pollWebLogin, { state: 'waiting' })
  await pass(3_000)
  expect(screen.queryByText(/网络断了/)).not.toBeInTheDocument()
})

test('where no code can be had it says why, and it can be asked for again', async () => {
  refuseTo(sessions.startWebLogin, 'request.too_many', { seconds: 30 })
  await showCode()
  expect(screen.getByText(/请 30 秒后再试/)).toBeInTheDocument()
  answerTo(sessions.startWebLogin, offered)
  await tap(screen.getByText('换一个二维码'))
  await pass(0)
  expect(screen.getByText('ACD 346')).toBeInTheDocument()
})

test('a page that is left asks no more', async () => {
  const { unmount } = await showCode()
  await pass(3_000)
  const before = polls()
  unmount()
  await pass(9_000)
  expect(polls()).toBe(before)
})

test('why the login before has ended stands above', async () => {
  whyEnded.write('您在另一台设备上退出了这里的登录。')
  render(<LoginPage />)
  await settled()
  expect(screen.getByText(/另一台设备/)).toBeInTheDocument()
  act(() => whyEnded.write(undefined))
})
