import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { sessions } from '#shared/sessions/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, refuseTo, settled, startServer } from '../../server.fixture.ts'
import SecondFactorPage from './index.tsx'

const URI = 'otpauth://totp/x?secret=MZXW6YTBOI'
const CODES = ['3467-9ACD', 'EFGH-JKMN']

beforeEach(() => startServer())

async function open(on: boolean, recoveryLeft = on ? 10 : 0) {
  answerTo(sessions.secondFactor, {
    on,
    recoveryLeft,
    ...(on && { since: '2026-11-01T02:00:00.000Z' }),
  })
  render(<SecondFactorPage />)
  await settled()
  await settled()
}
const type = (text: string) =>
  act(() => {
    fireEvent.input(screen.getByRole('textbox'), {
      target: { value: text },
      detail: { value: text },
    })
  })

test('the secret is shown, a first code turns it on, then the recovery codes are shown', async () => {
  answerTo(sessions.startSecondFactor, { secret: 'MZXW6YTBOI', uri: URI })
  answerTo(sessions.turnOnSecondFactor, { recovery: CODES })
  await open(false)
  await tap(screen.getByText('开启动态验证码'))
  await settled()
  expect(screen.getByText('MZXW 6YTB OI')).toBeInTheDocument()
  const picture = screen.getByRole('img', { name: /验证器二维码/ })
  expect(picture.getAttribute('src')).toMatch(/^data:image\/gif;base64,/)
  await tap(screen.getByText('复制密钥'))
  expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: 'MZXW6YTBOI' })
  type('123 456')
  await tap(screen.getByText('开启'))
  await settled()
  expect(callsOf(sessions.turnOnSecondFactor)[0]?.body).toEqual({ code: '123 456' })
  for (const code of CODES) expect(screen.getByText(code)).toBeInTheDocument()
  answerTo(sessions.secondFactor, { on: true, recoveryLeft: 10 })
  await tap(screen.getByText('我已抄好'))
  await settled()
  expect(screen.queryByText(CODES[0] ?? '')).not.toBeInTheDocument()
})

test('a wrong first code is told, and the secret stays', async () => {
  answerTo(sessions.startSecondFactor, { secret: 'MZXW6YTBOI', uri: URI })
  refuseTo(sessions.turnOnSecondFactor, 'sessions.totp_wrong')
  await open(false)
  await tap(screen.getByText('开启动态验证码'))
  await settled()
  type('000000')
  await tap(screen.getByText('开启'))
  await settled()
  expect(screen.getByText(/验证码不对或已用过/)).toBeInTheDocument()
  expect(screen.getByText('MZXW 6YTB OI')).toBeInTheDocument()
})

test('says when the recovery codes run out, and gives new ones', async () => {
  answerTo(sessions.renewRecovery, { recovery: CODES })
  await open(true, 2)
  expect(screen.getByText('快用完了，请换一批')).toBeInTheDocument()
  await tap(screen.getByText('换一批备用码'))
  await settled()
  expect(screen.getByText(CODES[1] ?? '')).toBeInTheDocument()
})

test('is turned off after being asked once more', async () => {
  answerTo(sessions.turnOffSecondFactor, {})
  await open(true)
  await tap(screen.getByText('关闭动态验证码'))
  expect(callsOf(sessions.turnOffSecondFactor)).toHaveLength(0)
  answerTo(sessions.secondFactor, { on: false, recoveryLeft: 0 })
  await tap(screen.getByText('关闭动态验证码'))
  await settled()
  await settled()
  expect(screen.getByText('开启动态验证码')).toBeInTheDocument()
})
