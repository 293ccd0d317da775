import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { sessions } from '#shared/sessions/contract.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, refuseTo, settled, startServer } from '../../server.fixture.ts'
import WebLoginPage from './index.tsx'

const asked = {
  browser: 'Edge 浏览器，Windows 电脑',
  askedAt: '2026-11-21T02:00:00.000Z',
  expiresAt: '2026-11-21T02:02:00.000Z',
}
const LINK = 'https://jiayuan.example/resident/devices-web/index?scene=jiayuan-login:ACD346'

const onTarget = (name: 'h5' | 'weapp') => Object.assign(globalThis, { __TARGET__: name })

beforeEach(() => {
  onTarget('h5')
  openWith({})
  startServer()
  answerTo(sessions.webLogin, asked)
  answerTo(sessions.answerWebLogin, {})
})
afterEach(() => onTarget('h5'))

async function open() {
  render(<WebLoginPage />)
  await settled()
}

async function lookFor(code: string) {
  await open()
  act(() => {
    fireEvent.input(screen.getByRole('textbox'), {
      target: { value: code },
      detail: { value: code },
    })
  })
  await tap(screen.getByText('下一步'))
  await settled()
}

/** What the phone's camera answers, as WeChat hands it on. */
async function scan(answer: () => Promise<unknown>) {
  onTarget('weapp')
  Object.assign(Taro, { scanCode: jest.fn(answer) })
  await open()
  await tap(screen.getByText('扫一扫'))
  await settled()
}
const seeing = (result: string) => () => Promise.resolve({ result })

describe('a code that is typed', () => {
  test('shows which browser asks and from when, and warns, before anything is agreed to', async () => {
    await lookFor('acd 346')
    expect(screen.getByText(asked.browser)).toBeInTheDocument()
    expect(screen.getByText(/11 月 21 日（周六）10:00/)).toBeInTheDocument()
    expect(screen.getByText('ACD 346')).toBeInTheDocument()
    expect(screen.getByText(/不是您自己刚刚打开的网页，不要同意/)).toBeInTheDocument()
    expect(callsOf(sessions.answerWebLogin)).toHaveLength(0)
  })

  test.each([
    ['是我，同意登录', true, '已同意登录'],
    ['不是我，拒绝', false, '已拒绝'],
  ])('%s', async (word, confirm, told) => {
    await lookFor('ACD346')
    await tap(screen.getByText(word))
    await settled()
    expect(callsOf(sessions.answerWebLogin)[0]?.body).toEqual({ confirm })
    expect(screen.getByText(told)).toBeInTheDocument()
  })

  test.each([
    ['sessions.web_login_unknown', /不对，或者已过期/],
    ['sessions.web_login_over', /已经用过了/],
  ] as const)('that is refused as %s is told', async (code, told) => {
    refuseTo(sessions.webLogin, code)
    await lookFor('ACD346')
    expect(screen.getByText(told)).toBeInTheDocument()
  })

  test('whose time ends while the person reads is told, and another can be had', async () => {
    await lookFor('ACD346')
    refuseTo(sessions.answerWebLogin, 'sessions.web_login_unknown')
    await tap(screen.getByText('是我，同意登录'))
    await settled()
    expect(screen.getByText(/不对，或者已过期/)).toBeInTheDocument()
    await tap(screen.getByText('重来'))
    expect(screen.getByText('下一步')).toBeInTheDocument()
  })

  test('and is only half is not sent', async () => {
    await lookFor('ACD')
    expect(callsOf(sessions.webLogin)).toHaveLength(0)
  })
})

describe('a code that is scanned', () => {
  test('in the mini-program leads to what asks', async () => {
    await scan(seeing(LINK))
    expect(screen.getByText(asked.browser)).toBeInTheDocument()
    expect(callsOf(sessions.webLogin)[0]?.path).toContain('/ACD346')
  })

  test('and is something else is told, and nothing is sent', async () => {
    await scan(seeing('https://pay.example/ACD346'))
    expect(screen.getByText(/不是“家园”网页的登录码/)).toBeInTheDocument()
    expect(callsOf(sessions.webLogin)).toHaveLength(0)
  })

  test.each([
    ['closed: nothing happens', 'scanCode:fail cancel', null],
    ['not allowed: the other way is named', 'scanCode:fail auth deny', '没有打开相机'],
  ])('with a camera that is %s', async (_, errMsg, told) => {
    await scan(() => Promise.reject(Object.assign(new Error(errMsg), { errMsg })))
    const alert = screen.queryByRole('alert') ?? screen.queryByText(/没有打开相机/)
    if (told === null) expect(alert).toBeNull()
    else expect(alert?.textContent).toContain(told)
    expect(callsOf(sessions.webLogin)).toHaveLength(0)
  })

  test('by WeChat itself opens the page with it', async () => {
    onTarget('weapp')
    openWith({ q: encodeURIComponent(LINK) })
    await open()
    expect(screen.getByText(asked.browser)).toBeInTheDocument()
  })

  test('by WeChat itself, and over, is told with a way on', async () => {
    onTarget('weapp')
    openWith({ q: encodeURIComponent(LINK) })
    refuseTo(sessions.webLogin, 'sessions.web_login_over')
    await open()
    expect(screen.getByText(/已经用过了/)).toBeInTheDocument()
    await tap(screen.getByText('再扫一次'))
    expect(screen.getByText('扫一扫')).toBeInTheDocument()
  })

  test('by a phone whose browser nobody is logged in on, the mini-program is named', async () => {
    Taro.removeStorageSync('session')
    openWith({ scene: 'jiayuan-login:ACD346' })
    await open()
    expect(screen.getByText('请用“家园”小程序扫')).toBeInTheDocument()
    expect(screen.getByText('ACD 346')).toBeInTheDocument()
    expect(callsOf(sessions.webLogin)).toHaveLength(0)
  })
})
