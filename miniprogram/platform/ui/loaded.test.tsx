import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { tap } from '../../../config/jest/tap.ts'
import { ApiError } from '../api-error.ts'
import type { Query } from '../use-query.ts'
import { Loaded } from './loaded.tsx'

const reload = jest.fn(() => Promise.resolve())
const query = (known: Partial<Query<string>>): Query<string> => ({
  data: undefined,
  trouble: undefined,
  waiting: false,
  at: undefined,
  reload,
  put: jest.fn(),
  ...known,
})
const show = (known: Partial<Query<string>>) =>
  render(<Loaded query={query(known)}>{(data) => <p>{data}</p>}</Loaded>)

beforeEach(() => jest.clearAllMocks())

test('while it is on its way, its shape is shown and said', () => {
  show({ waiting: true })
  expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument()
})

test('what came is shown', () => {
  show({ data: '停水通知' })
  expect(screen.getByText('停水通知')).toBeInTheDocument()
})

test('what could not be refreshed stays, says from when it is, and can be tried again', async () => {
  show({
    data: '停水通知',
    at: new Date('2026-11-24T02:00:00Z'),
    trouble: new ApiError('network.unreachable', '没有连上网络。'),
  })
  expect(screen.getByText('停水通知')).toBeInTheDocument()
  expect(screen.getByRole('alert')).toHaveTextContent('11 月 24 日（周二）10:00 的内容')
  await tap(screen.getByRole('button', { name: '再试' }))
  expect(reload).toHaveBeenCalled()
})

describe('where nothing could be had', () => {
  test.each([
    [new ApiError('network.unreachable', '没有连上网络。'), '没有连上网络', '再试一次'],
    [
      new ApiError('auth.not_permitted', '您的身份（租户）不能做这件事：投票。', 403),
      '这里您现在看不到',
      '再试一次',
    ],
    [
      new ApiError('server.fault', '系统出了问题。', 500, 'abcdefgh-1234'),
      '没有加载出来',
      '再试一次',
    ],
  ])('$code says what happened and offers another try', async (trouble, title, word) => {
    show({ trouble })
    expect(screen.getByText(title)).toBeInTheDocument()
    await tap(screen.getByRole('button', { name: word }))
    expect(reload).toHaveBeenCalled()
  })

  test('no permission says why, and how to get it', () => {
    show({
      trouble: new ApiError('auth.not_permitted', '您的身份（租户）不能做这件事：投票。', 403),
    })
    expect(screen.getByText(/租户.*请带证件到社区或物业办公室更正/)).toBeInTheDocument()
  })

  test('a fault says that nothing is lost, and gives a number to quote', () => {
    show({ trouble: new ApiError('server.fault', '系统出了问题。', 500, 'abcdefgh-1234') })
    expect(screen.getByText(/没有丢失任何内容/)).toBeInTheDocument()
    expect(screen.getByText('问题编号 abcdefgh')).toBeInTheDocument()
  })

  test('who is not signed in is led to the login', async () => {
    show({ trouble: new ApiError('auth.required', '请先登录。', 401) })
    await tap(screen.getByRole('button', { name: '去登录' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/login/index' })
  })

  test('what does not exist leads home', async () => {
    show({ trouble: new ApiError('complaints.not_found', '没有找到这件投诉。', 404) })
    await tap(screen.getByRole('button', { name: '回首页' }))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  })
})
