import { act, fireEvent, render, screen } from '@testing-library/react'
import { sessions } from '#shared/sessions/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, refuseTo, settled, startServer } from '../../server.fixture.ts'
import WebLoginPage from './index.tsx'

const asked = {
  browser: 'Edge 浏览器，Windows 电脑',
  askedAt: '2026-11-21T02:00:00.000Z',
  expiresAt: '2026-11-21T02:02:00.000Z',
}

beforeEach(async () => {
  startServer()
  answerTo(sessions.webLogin, asked)
  answerTo(sessions.answerWebLogin, {})
  render(<WebLoginPage />)
  await settled()
})

async function lookFor(code: string) {
  act(() => {
    fireEvent.input(screen.getByRole('textbox'), {
      target: { value: code },
      detail: { value: code },
    })
  })
  await tap(screen.getByText('下一步'))
  await settled()
}

test('shows which browser asks and from when, before anything is agreed to', async () => {
  await lookFor('acd 346')
  expect(screen.getByText(asked.browser)).toBeInTheDocument()
  expect(screen.getByText(/11 月 21 日（周六）10:00/)).toBeInTheDocument()
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

test('a code that is not, or no longer, is told', async () => {
  refuseTo(sessions.webLogin, 'sessions.web_login_unknown')
  await lookFor('ACD346')
  expect(screen.getByText(/短码不对或已过期/)).toBeInTheDocument()
})

test('half a code is not sent', async () => {
  await lookFor('ACD')
  expect(callsOf(sessions.webLogin)).toHaveLength(0)
})
