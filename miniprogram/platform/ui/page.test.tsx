import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { chooseElder } from '../elder.ts'
import { watchNetwork } from '../online.ts'
import { Page } from './page.tsx'

beforeEach(() => {
  jest.clearAllMocks()
  Object.assign(globalThis, { __TARGET__: 'h5' })
})

test('H5 has no bar of its own: the page draws its title and a way back', () => {
  jest.mocked(Taro.getCurrentPages).mockReturnValueOnce([{}, {}] as never)
  render(<Page title="提交投诉">…</Page>)
  expect(screen.getByRole('heading')).toHaveTextContent('提交投诉')
  expect(Taro.setNavigationBarTitle).toHaveBeenCalledWith({ title: '提交投诉' })
  fireEvent.click(screen.getByRole('button', { name: '返回' }))
  expect(Taro.navigateBack).toHaveBeenCalled()
})

test('a page opened by its address has nothing to go back to: back is home', () => {
  render(<Page title="提交投诉">…</Page>)
  fireEvent.click(screen.getByRole('button', { name: '返回' }))
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test('a tab page has no way back', () => {
  render(
    <Page title="首页" tab>
      …
    </Page>,
  )
  expect(screen.queryByRole('button')).toBeNull()
})

test('in WeChat the bar is WeChat’s own', () => {
  Object.assign(globalThis, { __TARGET__: 'weapp' })
  const { container } = render(<Page title="首页">内容</Page>)
  expect(container).toHaveTextContent(/^内容$/)
})

test('elder mode is a class on the page, where its sizes begin', () => {
  const { container } = render(<Page title="首页">…</Page>)
  expect(container.firstChild).not.toHaveClass('elder')
  act(() => chooseElder('on'))
  expect(container.firstChild).toHaveClass('elder')
  act(() => chooseElder('auto'))
})

test('without a network it says what still works', () => {
  render(<Page title="首页">…</Page>)
  const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  act(watchNetwork)
  expect(screen.getByRole('alert')).toHaveTextContent('看过的内容还能看')
  online.mockReturnValue(true)
  act(() => void window.dispatchEvent(new Event('online')))
  expect(screen.queryByRole('alert')).toBeNull()
})
