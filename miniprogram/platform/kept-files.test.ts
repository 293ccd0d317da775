import { renderHook, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { dropFile, findFile, keepFile, useKeptFile } from './kept-files.ts'

interface Asked {
  readonly tempFilePath: string
  readonly path: string
  readonly success: (told?: { savedFilePath: string }) => void
  readonly fail: () => void
}

/** A phone that keeps files, or has no room for them. */
function phone(hasRoom = true) {
  const files = new Set<string>()
  const answers = {
    saveFile({ tempFilePath, success, fail }: Asked) {
      if (!hasRoom) {
        fail()
        return
      }
      files.add(`kept/${tempFilePath}`)
      success({ savedFilePath: `kept/${tempFilePath}` })
    },
    access: ({ path, success, fail }: Asked) => (files.has(path) ? success() : fail()),
    removeSavedFile: ({ filePath }: { filePath: string }) => void files.delete(filePath),
  }
  jest.mocked(Taro.getFileSystemManager).mockReturnValue(answers as never)
  return files
}

beforeEach(() => Object.assign(globalThis, { __TARGET__: 'weapp' }))

test('a photo that WeChat would forget is put aside until it was sent', async () => {
  const files = phone()
  const place = await keepFile('tmp.jpg')
  expect(await findFile(place)).toBe('kept/tmp.jpg')
  dropFile(place)
  expect(files.size).toBe(0)
  expect(await findFile(place)).toBeUndefined()
})

test('without room it is sent from where it lies for now', async () => {
  phone(false)
  expect(await keepFile('tmp.jpg')).toBe('tmp.jpg')
})

test('one that is gone is known to be gone, not shown as a hole', async () => {
  phone()
  const place = await keepFile('a.jpg')
  const { result, rerender } = renderHook(({ path }) => useKeptFile(path), {
    initialProps: { path: place },
  })
  expect(result.current).toBeUndefined()
  await waitFor(() => expect(result.current).toBe('kept/a.jpg'))
  rerender({ path: 'b.jpg' })
  await waitFor(() => expect(result.current).toBeNull())
})

describe('in a browser', () => {
  beforeEach(() => Object.assign(globalThis, { __TARGET__: 'h5' }))

  test('which keeps nothing, it is there as long as the page it was chosen on', async () => {
    const reach = jest.fn((url: string) =>
      url === 'blob:1'
        ? Promise.resolve({ blob: () => Promise.resolve(new Blob(['x'])) })
        : Promise.reject(new Error('gone')),
    )
    Object.assign(globalThis, { fetch: reach })
    expect(await keepFile('blob:1')).toBe('blob:1')
    expect(await findFile('blob:1')).toBe('blob:1')
    expect(await findFile('blob:2')).toBeUndefined()
  })
})
