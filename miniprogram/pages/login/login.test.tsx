import { act, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { sessions } from '#shared/sessions/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, NOW, settled, startServer } from '../../server.fixture.ts'
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
})

/** The code stands there, and the browser asks every three seconds. */
async function showCode() {
  render(<LoginPage />)
  await settled()
  await settled()
  jest.useFakeTimers()
  await tap(screen.getByText('显示短码'))
  await pass(0)
}
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
afterEach(() => jest.useRealTimers())

test('a browser outside the demo shows a short code, and enters once the phone has agreed', async () => {
  answerTo(sessions.pollWebLogin, { state: 'waiting' })
  await showCode()
  expect(screen.getByText('ACD 346')).toBeInTheDocument()
  await pass(3_000)
  expect(callsOf(sessions.pollWebLogin)[0]?.body).toEqual({ secret: 's' })
  answerTo(sessions.pollWebLogin, { state: 'confirmed', session })
  await pass(3_000)
  expect(Taro.getStorageSync('session')).toMatchObject(session)
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test('a refusal on the phone is told, and another code can be had', async () => {
  answerTo(sessions.pollWebLogin, { state: 'refused' })
  await showCode()
  await pass(3_000)
  expect(screen.getByText(/手机上拒绝了这次登录/)).toBeInTheDocument()
  expect(screen.getByText('显示短码')).toBeInTheDocument()
})

test('a page that is left asks no more', async () => {
  answerTo(sessions.pollWebLogin, { state: 'waiting' })
  const { unmount } = render(<LoginPage />)
  await settled()
  await settled()
  jest.useFakeTimers()
  await tap(screen.getByText('显示短码'))
  await pass(3_000)
  const before = callsOf(sessions.pollWebLogin).length
  unmount()
  await pass(9_000)
  expect(callsOf(sessions.pollWebLogin)).toHaveLength(before)
})

test('why the login before has ended stands above', async () => {
  whyEnded.write('您在另一台设备上退出了这里的登录。')
  render(<LoginPage />)
  await settled()
  expect(screen.getByText(/另一台设备/)).toBeInTheDocument()
  act(() => whyEnded.write(undefined))
})
