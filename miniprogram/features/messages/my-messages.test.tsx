import { act, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { messages } from '#shared/messages/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { MyMessages } from './my-messages.tsx'
import { UnreadBadge } from './unread-badge.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

async function open() {
  render(<MyMessages />)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
})

test.each([
  [{ unread: 3, more: false }, '3 条未读', '3'],
  [{ unread: 99, more: true }, '99+ 条未读', '99+'],
])('%j is said here and at the tab', async (unread, word, text) => {
  answerTo(messages.unread, unread)
  await open()
  expect(screen.getByText(word)).toBeInTheDocument()
  expect(Taro.setTabBarBadge).toHaveBeenCalledWith({ index: 4, text })
})

test('with nothing unread there is no mark', async () => {
  answerTo(messages.unread, { unread: 0, more: false })
  await open()
  expect(screen.queryByText(/未读/)).toBeNull()
  expect(Taro.removeTabBarBadge).toHaveBeenCalledWith({ index: 4 })
})

test('where it cannot be known, the way to the inbox is there all the same', async () => {
  refuseTo(messages.unread, 'request.too_many', { seconds: 5 })
  await open()
  await tap(screen.getByText('消息'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/inbox/index?' })
  expect(Taro.setTabBarBadge).not.toHaveBeenCalled()
})

test('a page without tabs shows none', async () => {
  jest.mocked(Taro.setTabBarBadge).mockRejectedValueOnce(new Error('not TabBar page'))
  answerTo(messages.unread, { unread: 1, more: false })
  await open()
  expect(screen.getByText('1 条未读')).toBeInTheDocument()
})

test('the badge asks once the page it stands on has had its turn', async () => {
  jest.useFakeTimers()
  answerTo(messages.unread, { unread: 2, more: false })
  render(<UnreadBadge />)
  await act(() => jest.advanceTimersByTimeAsync(799))
  expect(callsOf(messages.unread)).toEqual([])
  await act(() => jest.advanceTimersByTimeAsync(1))
  jest.useRealTimers()
  await settled()
  expect(Taro.setTabBarBadge).toHaveBeenCalledWith({ index: 4, text: '2' })
})
