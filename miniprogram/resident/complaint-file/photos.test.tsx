import { act, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { communities } from '#shared/communities/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { photos } from '#shared/photos/contract.ts'
import { ApiError } from '#miniprogram/platform/api-error.ts'
import { watchNetwork } from '#miniprogram/platform/online.ts'
import { choosePhotos, sendPhoto } from '#miniprogram/platform/upload.ts'
import { complaintWith } from '../../complaints.fixture.ts'
import { openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, settled, startServer } from '../../server.fixture.ts'
import { community } from '../../votes.fixture.ts'
import ComplaintFilePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/kept-files.ts', () => ({
  keepFile: (path: string) => Promise.resolve(path),
  findFile: (path: string) => Promise.resolve(path),
  dropFile: () => undefined,
  useKeptFile: (path: string) => path,
}))
jest.mock('#miniprogram/platform/upload.ts', () => ({
  choosePhotos: jest.fn(),
  sendPhoto: jest.fn(),
}))

const open = () => openPage(ComplaintFilePage)
const write = () => type('什么问题', '三栋电梯关门时有异响')
const never = () => new Promise<void>(() => undefined)

async function network(isOn: boolean): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { value: isOn, configurable: true })
  act(() => void window.dispatchEvent(new Event(isOn ? 'online' : 'offline')))
  await settled()
}

beforeAll(() => watchNetwork())

beforeEach(async () => {
  await network(true)
  startServer()
  comeAs('owner')
  answerTo(communities.get, community)
  answerTo(complaints.file, complaintWith())
  answerTo(photos.add, ({ key }) => ({
    ...{ photo: `ph-${key ?? ''}`, maxBytes: 10 },
    form: { url: '/files/x', fields: {} },
  }))
  jest.mocked(choosePhotos).mockResolvedValue([{ path: 'wx://a.jpg', bytes: 10 }])
  jest.mocked(sendPhoto).mockResolvedValue(undefined)
})

afterEach(() => network(true))

test('the first thing on the page is a photo', async () => {
  await open()
  expect(screen.getAllByRole('button')[1]).toHaveAccessibleName('拍照或选照片')
})

test('a photo says how far it is, then that it has arrived', async () => {
  let land: () => void = () => undefined
  jest.mocked(sendPhoto).mockImplementation((_form, _photo, told) => {
    told?.(40)
    return new Promise((resolve) => (land = () => resolve(undefined)))
  })
  await open()
  await press('拍照或选照片')
  expect(screen.getByText('正在传 40%')).toBeInTheDocument()
  land()
  await settled()
  expect(screen.getByText('已传上')).toBeInTheDocument()
})

test('one that does not end: it can be waited for, gone without, or taken off', async () => {
  jest.mocked(sendPhoto).mockImplementation(never)
  await open()
  await press('拍照或选照片')
  write()
  expect(screen.getByRole('button', { name: '照片传好后自动提交' })).toBeEnabled()
  await press('照片传好后自动提交')
  expect(screen.getByText(/^还没有提交：等 1 张照片传好后自动提交/)).toBeInTheDocument()
  await press('先不发，我再改改')
  await press('不等 1 张照片，先提交')
  expect(callsOf(complaints.file)).toMatchObject([{ body: { photos: [] } }])
})

test('taken off while it is on its way, it no longer holds anything up', async () => {
  jest.mocked(sendPhoto).mockImplementation(never)
  await open()
  await press('拍照或选照片')
  write()
  await press('去掉照片 1')
  await press('提交投诉')
  expect(callsOf(complaints.file)).toMatchObject([{ body: { photos: [] } }])
})

test('one that is too large says so, is said not to be sent along, and can be tried again', async () => {
  jest
    .mocked(sendPhoto)
    .mockRejectedValueOnce(new ApiError('client.photo_refused', '这张照片太大。', 413))
  await open()
  await press('拍照或选照片')
  expect(screen.getByText('这张照片太大。')).toBeInTheDocument()
  expect(screen.getByText(/有 1 张照片没有传上。现在提交就不带它/)).toBeInTheDocument()
  await press('再传照片 1')
  expect(screen.getByText('已传上')).toBeInTheDocument()
})

test('without a network all of it waits on the phone, says so, and goes once it is back', async () => {
  await open()
  await network(false)
  await press('拍照或选照片')
  expect(screen.getByText('等网络恢复后传')).toBeInTheDocument()
  write()
  await press('存好，等网络恢复后发送')
  expect(screen.getByText(/^还没有提交：等网络恢复后发送.*小程序关着时不会发/)).toBeInTheDocument()
  expect(callsOf(complaints.file)).toEqual([])
  await network(true)
  await settled()
  expect(callsOf(complaints.file)).toHaveLength(1)
  expect(Taro.redirectTo).toHaveBeenCalledTimes(1)
})

test('changed while it waits, it no longer goes by itself', async () => {
  await open()
  await network(false)
  write()
  await press('存好，等网络恢复后发送')
  type('什么问题', '三栋电梯关门时有异响，今天又')
  expect(screen.queryByText(/^还没有提交/)).toBeNull()
  await network(true)
  expect(callsOf(complaints.file)).toEqual([])
})
