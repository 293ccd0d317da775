import { render, screen, fireEvent, act } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { sessions } from '#shared/sessions/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { api } from '../api.ts'
import { asking } from '../presence.ts'
import { Page } from './page.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const target = (name: 'weapp' | 'h5') => Object.assign(globalThis, { __TARGET__: name })
const CONFIRMED = { confirmedUntil: '2026-11-21T02:10:00.000Z' }

beforeEach(() => {
  startServer()
  target('h5')
  render(<Page title="角色">{null}</Page>)
})

afterEach(async () => {
  act(() => asking.read()?.answer(false))
  await settled()
})

/** Something dangerous is asked; it is let through once the person has confirmed. */
async function askDangerous(on: boolean) {
  answerTo(sessions.secondFactor, { on, recoveryLeft: on ? 10 : 0 })
  refuseTo(sessions.renewRecovery, 'sessions.confirm_needed')
  let outcome: unknown
  void api.sessions.renewRecovery({}).then(
    ({ recovery }) => (outcome = recovery),
    (err: unknown) => (outcome = err),
  )
  await settled()
  await settled()
  return () => outcome
}
const confirmWith = (answer = CONFIRMED) =>
  answerTo(sessions.confirm, () => {
    answerTo(sessions.renewRecovery, { recovery: ['AAAA-CCCC'] })
    return answer
  })
const type = (text: string) =>
  act(() => {
    fireEvent.input(screen.getByRole('textbox'), {
      target: { value: text },
      detail: { value: text },
    })
  })

test('nothing stands over the page until it is needed', () => {
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('with a second factor the code is asked for, and the call goes on by itself', async () => {
  const outcome = await askDangerous(true)
  confirmWith()
  expect(screen.getByRole('dialog')).toBeInTheDocument()
  type('123456')
  await tap(screen.getByText('确认，继续'))
  await settled()
  expect(callsOf(sessions.confirm)[0]?.body).toEqual({ way: 'totp', code: '123456' })
  expect(outcome()).toEqual(['AAAA-CCCC'])
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('a wrong code is told, and nothing was done', async () => {
  const outcome = await askDangerous(true)
  refuseTo(sessions.confirm, 'sessions.too_many_tries', { wait: '2 分钟' })
  type('000000')
  await tap(screen.getByText('确认，继续'))
  await settled()
  expect(screen.getByText(/请等 2 分钟再试/)).toBeInTheDocument()
  expect(outcome()).toBeUndefined()
})

test('whoever leaves it is told that nothing was sent', async () => {
  const outcome = await askDangerous(true)
  await tap(screen.getByText('先不做了'))
  await settled()
  expect(outcome()).toMatchObject({ code: 'client.not_confirmed' })
})

test('a demo person confirms by one tap, by the code they came with', async () => {
  Taro.setStorageSync('session', {
    token: 't',
    expiresAt: '2100-01-01T00:00:00.000Z',
    demo: 'demo:committee',
  })
  const outcome = await askDangerous(false)
  confirmWith()
  await tap(screen.getByText('演示：点一下确认'))
  await settled()
  expect(callsOf(sessions.confirm)[0]?.body).toEqual({ way: 'login', code: 'demo:committee' })
  expect(outcome()).toEqual(['AAAA-CCCC'])
})

test('in WeChat it is WeChat that says who is there', async () => {
  target('weapp')
  const outcome = await askDangerous(false)
  confirmWith()
  await tap(screen.getByText('用微信确认是我'))
  await settled()
  expect(callsOf(sessions.confirm)[0]?.body).toEqual({ way: 'login', code: 'code-of-weixin' })
  expect(outcome()).toEqual(['AAAA-CCCC'])
})

test('a browser without either has to log in anew', async () => {
  await askDangerous(false)
  await tap(screen.getByText('去登录'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/login/index' })
})
