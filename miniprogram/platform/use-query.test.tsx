import { act, renderHook, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { pullDown, showAgain } from '../../config/jest/taro.ts'
import { ApiError } from './api-error.ts'
import { useQuery } from './use-query.ts'

const down = new ApiError('network.unreachable', '没有连上网络。')

const settle = (happen: () => void) =>
  act(() => {
    happen()
    return Promise.resolve()
  })

test('waits, then has what was asked for', async () => {
  const { result } = renderHook(() => useQuery('a', () => Promise.resolve('A')))
  expect(result.current).toMatchObject({ waiting: true, data: undefined })
  await waitFor(() => expect(result.current).toMatchObject({ waiting: false, data: 'A' }))
  expect(result.current.at).toBeInstanceOf(Date)
})

test('a failure is trouble, and trying again mends it', async () => {
  const load = jest.fn().mockRejectedValueOnce(down).mockResolvedValue('A')
  const { result } = renderHook(() => useQuery('a', load))
  await waitFor(() => expect(result.current.trouble).toBe(down))
  await act(() => result.current.reload())
  expect(result.current).toMatchObject({ data: 'A', trouble: undefined })
})

test('what was there stays when it cannot be refreshed', async () => {
  const load = jest.fn().mockResolvedValueOnce('A').mockRejectedValue(down)
  const { result } = renderHook(() => useQuery('a', load))
  await waitFor(() => expect(result.current.data).toBe('A'))
  await act(() => result.current.reload())
  expect(result.current).toMatchObject({ data: 'A', trouble: down })
})

test('it is asked for again when the page is shown again, and when it is pulled down', async () => {
  const load = jest.fn().mockResolvedValue('A')
  const { result } = renderHook(() => useQuery('a', load))
  await waitFor(() => expect(result.current.data).toBe('A'))
  await settle(() => showAgain())
  expect(load).toHaveBeenCalledTimes(2)
  await settle(() => pullDown())
  expect(load).toHaveBeenCalledTimes(3)
  await waitFor(() => expect(Taro.stopPullDownRefresh).toHaveBeenCalled())
})

test('it is asked for once while an answer is on its way', async () => {
  let land: (value: string) => void = () => undefined
  const load = jest.fn(() => new Promise<string>((resolve) => (land = resolve)))
  const { result } = renderHook(() => useQuery('a', load))
  act(showAgain)
  act(() => void result.current.reload())
  await settle(() => land('A'))
  expect(result.current.data).toBe('A')
  expect(load).toHaveBeenCalledTimes(1)
})

test('an answer to the question before is not shown under the next', async () => {
  const lands: ((value: string) => void)[] = []
  const load = () => new Promise<string>((resolve) => lands.push(resolve))
  const { result, rerender } = renderHook(({ about }) => useQuery(about, load), {
    initialProps: { about: 'a' },
  })
  rerender({ about: 'b' })
  await settle(() => lands[1]?.('B'))
  await settle(() => lands[0]?.('A'))
  expect(result.current.data).toBe('B')
})

test('what an act answered with is shown without asking', async () => {
  const load = jest.fn().mockResolvedValue('A')
  const { result } = renderHook(() => useQuery('a', load))
  await waitFor(() => expect(result.current.data).toBe('A'))
  act(() => result.current.put('B'))
  expect(result.current.data).toBe('B')
  expect(load).toHaveBeenCalledTimes(1)
})

test('what is no refusal of the server has a sentence too', async () => {
  const { result } = renderHook(() => useQuery('a', () => Promise.reject(new TypeError('x'))))
  await waitFor(() => expect(result.current.trouble?.code).toBe('client.fault'))
})
