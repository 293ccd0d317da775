import { act, fireEvent, render, screen } from '@testing-library/react'
import { Button } from './button.tsx'

test('a second tap before the first is answered does nothing, and it says that it is busy', async () => {
  let land: () => void = () => undefined
  const press = jest.fn(() => new Promise<void>((resolve) => (land = resolve)))
  render(<Button onPress={press}>提交投诉</Button>)
  const button = screen.getByRole('button', { name: '提交投诉' })
  fireEvent.click(button)
  fireEvent.click(button)
  expect(press).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button', { name: '请稍候…' })).toBeDisabled()
  await act(() => {
    land()
    return Promise.resolve()
  })
  expect(screen.getByRole('button', { name: '提交投诉' })).toBeEnabled()
})

test('two taps within one frame are one', () => {
  const press = jest.fn(() => new Promise<void>(() => undefined))
  render(<Button onPress={press}>提交投诉</Button>)
  const button = screen.getByRole('button')
  act(() => {
    button.click()
    button.click()
  })
  expect(press).toHaveBeenCalledTimes(1)
})

test('a button that is off says why', () => {
  const press = jest.fn()
  render(
    <Button onPress={press} off="还没有选择第 2 项">
      投票
    </Button>,
  )
  fireEvent.click(screen.getByRole('button'))
  expect(press).not.toHaveBeenCalled()
  expect(screen.getByText('还没有选择第 2 项')).toBeInTheDocument()
})
