import { act, renderHook } from '@testing-library/react'
import { ApiError } from './api-error.ts'
import { useAct } from './use-act.ts'

const settle = (happen: () => void) =>
  act(() => {
    happen()
    return Promise.resolve()
  })

test('a second tap while the first is answered does nothing', async () => {
  let land: (value: string) => void = () => undefined
  const send = jest.fn(() => new Promise<string>((resolve) => (land = resolve)))
  const { result } = renderHook(() => useAct(send))
  let first: Promise<string | undefined> | undefined
  let second: Promise<string | undefined> | undefined
  act(() => {
    first = result.current.run()
    second = result.current.run()
  })
  expect(result.current.busy).toBe(true)
  await settle(() => land('done'))
  expect(await first).toBe('done')
  expect(await second).toBeUndefined()
  expect(send).toHaveBeenCalledTimes(1)
  expect(result.current.busy).toBe(false)
})

test('a refusal is kept to be shown, and forgotten with the next try', async () => {
  const refusal = new ApiError('votes.not_open', '投票还没有开始。', 409)
  const send = jest.fn().mockRejectedValueOnce(refusal).mockResolvedValue('done')
  const { result } = renderHook(() => useAct(send))
  await act(() => result.current.run())
  expect(result.current.trouble).toBe(refusal)
  await act(() => result.current.run())
  expect(result.current.trouble).toBeUndefined()
})
