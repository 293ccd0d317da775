import { useState } from 'react'
import { act, render, screen } from '@testing-library/react'
import { photos } from '#shared/photos/contract.ts'
import { ApiError } from '#miniprogram/platform/api-error.ts'
import { watchNetwork } from '#miniprogram/platform/online.ts'
import { choosePhotos, sendPhoto } from '#miniprogram/platform/upload.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, comeAs, COMMUNITY, settled, startServer } from '../../server.fixture.ts'
import { PhotoPicker } from './photo-picker.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/upload.ts', () => ({
  choosePhotos: jest.fn(),
  sendPhoto: jest.fn(),
}))

function Form() {
  const [kept, setKept] = useState<readonly string[]>([])
  const add = (photo: string) => setKept((all) => [...all, photo])
  return <PhotoPicker community={COMMUNITY} photos={kept} onAdd={add} onRemove={() => undefined} />
}

async function network(isOn: boolean): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { value: isOn, configurable: true })
  act(() => void window.dispatchEvent(new Event(isOn ? 'online' : 'offline')))
  await settled()
}
async function choose(): Promise<void> {
  await tap(screen.getByRole('button', { name: '拍照或选照片' }))
  await settled()
}

beforeAll(() => watchNetwork())
beforeEach(async () => {
  await network(true)
  startServer()
  comeAs('owner')
  answerTo(photos.add, ({ key }) => ({
    ...{ photo: `ph-${key ?? ''}`, maxBytes: 10 },
    form: { url: '/files/x', fields: {} },
  }))
  jest.mocked(choosePhotos).mockResolvedValue([
    { path: 'wx://a.jpg', bytes: 10 },
    { path: 'wx://b.jpg', bytes: 10 },
  ])
})
afterEach(() => network(true))

const lost = () => Promise.reject(new ApiError('request.offline', '没有网络', 0))

test('taken where there is no network, photos go by themselves once it is back, each once', async () => {
  jest.mocked(sendPhoto).mockImplementation(lost)
  render(<Form />)
  await network(false)
  await choose()
  expect(screen.getAllByText('没有网络，恢复后自动再传。')).toHaveLength(2)
  jest.mocked(sendPhoto).mockResolvedValue(undefined)
  await network(true)
  await settled()
  expect(screen.getByText(/照片 1/)).toHaveTextContent('已传上')
  expect(screen.getByText(/照片 2/)).toHaveTextContent('已传上')
  // Under the same key: where it had arrived without our hearing of it, it is the same photo.
  const keys = callsOf(photos.add).map(({ key }) => key)
  expect([keys.length, new Set(keys).size]).toEqual([4, 2])
})

test('what the server refused waits for the person, whatever the network does', async () => {
  jest.mocked(sendPhoto).mockRejectedValue(new ApiError('photos.too_large', '照片太大', 413))
  render(<Form />)
  await choose()
  expect(screen.getAllByText('照片太大')).toHaveLength(2)
  const before = callsOf(photos.add).length
  await network(false)
  await network(true)
  expect(callsOf(photos.add)).toHaveLength(before)
})
