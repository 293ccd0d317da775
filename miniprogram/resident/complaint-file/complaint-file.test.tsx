import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { bindings } from '#shared/bindings/contract.ts'
import { communities } from '#shared/communities/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { people } from '#shared/people/contract.ts'
import { photos } from '#shared/photos/contract.ts'
import { bindingWith } from '#miniprogram/features/bindings/bindings.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { complaintWith, NUMBER } from '../../complaints.fixture.ts'
import { button, field, openPage, press, pressTwice, type } from '../../page.fixture.tsx'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  startServer,
} from '../../server.fixture.ts'
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
  choosePhotos: () => Promise.resolve([{ path: 'wx://a.jpg', bytes: 10 }]),
  sendPhoto: () => Promise.resolve(),
}))

const open = (query?: Record<string, string>) => openPage(ComplaintFilePage, query)
const text = () => field('什么问题')

const radio = (name: string) => screen.getByRole('radio', { name })

const write = () => type('什么问题', '三栋电梯关门时有异响')

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(communities.get, community)
  answerTo(complaints.file, complaintWith())
})

test('is sent with its place and photos, and leads to what was filed', async () => {
  answerTo(photos.add, { photo: 'ph1', form: { url: '/files/x', fields: {} }, maxBytes: 10 })
  await open()
  await press('拍照或选照片')
  write()
  await press('提交投诉')
  expect(callsOf(complaints.file)).toMatchObject([
    {
      body: {
        category: 'lift',
        text: '三栋电梯关门时有异响',
        place: { kind: 'home', unit: '1-2-801' },
        photos: ['ph1'],
      },
    },
  ])
  const url = `/resident/complaint/index?number=${NUMBER}&filed=1`
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url })
})

test('cannot be sent while something is missing, and says what', async () => {
  await open()
  expect(screen.getByText('请写清问题，至少 5 个字')).toBeInTheDocument()
  type('什么问题', '这个东西不好用')
  expect(screen.getByText('请选择是哪一类问题')).toBeInTheDocument()
  await press('提交投诉')
  expect(callsOf(complaints.file)).toEqual([])
})

test('two taps file one complaint', async () => {
  await open()
  write()
  await pressTwice('提交投诉')
  expect(callsOf(complaints.file)).toHaveLength(1)
})

test('a refusal stands on the page, and what was typed stays', async () => {
  refuseTo(complaints.file, 'complaints.not_your_home')
  await open()
  write()
  await press('提交投诉')
  expect(screen.getByRole('alert')).toHaveTextContent(/填写的内容还在/)
  expect(text()).toHaveValue('三栋电梯关门时有异响')
  expect(Taro.redirectTo).not.toHaveBeenCalled()
})

test('after a lost answer the app is closed; opened again it goes by itself, once, with the same key', async () => {
  loseAnswersTo(complaints.file)
  const { unmount } = await open()
  write()
  await press('提交投诉')
  expect(screen.getByText(/没有连上网络.*不会变成两件.*内容还在/)).toBeInTheDocument()
  expect(text()).toHaveValue('三栋电梯关门时有异响')
  unmount()
  answerTo(complaints.file, complaintWith())
  await open()
  expect(screen.getByText(/^已提交，编号/)).toBeInTheDocument()
  expect(text()).toHaveValue('')
  const keys = callsOf(complaints.file).map(({ key }) => key)
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
})

test('what was sent is no longer kept: the next one begins empty, with a key of its own', async () => {
  const { unmount } = await open()
  write()
  await press('提交投诉')
  unmount()
  await open()
  expect(text()).toHaveValue('')
  write()
  await press('提交投诉')
  expect(new Set(callsOf(complaints.file).map(({ key }) => key)).size).toBe(2)
})

test('one that was left unfinished can be given up, after being asked by name', async () => {
  const { unmount } = await open()
  type('什么问题', '写错了的内容')
  unmount()
  await open()
  await press('放弃没有写完的投诉')
  expect(text()).toHaveValue('写错了的内容')
  await press('放弃没有写完的投诉')
  expect(text()).toHaveValue('')
})

test('a common area is asked for in words', async () => {
  await open()
  write()
  await tap(screen.getByRole('radio', { name: '公共区域' }))
  expect(screen.getByText('请写明在公共区域的哪里')).toBeInTheDocument()
  type('公共区域的哪里', '地下车库 B 区')
  expect(button('提交投诉')).toBeEnabled()
})

test('where the buildings cannot be loaded, home and common area can still be chosen', async () => {
  refuseTo(communities.get, 'request.too_many', { seconds: 3 })
  await open()
  expect(radio('我家')).toBeChecked()
  expect(radio('公共区域')).toBeInTheDocument()
  expect(screen.queryByRole('radio', { name: '我家这栋楼' })).toBeNull()
})

describe('a helper says for whom', () => {
  const helping = bindingWith({
    status: 'verified',
    relation: 'helper',
    unit: '3-2-1201',
    until: '2026-11-21',
    helps: { name: '周**', tie: 'neighbour' },
  })

  test('themselves first; for another the places are the other’s', async () => {
    answerTo(bindings.mine, { items: [helping] })
    await open()
    expect(radio('我自己')).toBeChecked()
    write()
    await tap(radio('我家'))
    await tap(radio('周**'))
    expect(screen.getByText(/会写明由您代为提交/)).toBeInTheDocument()
    expect(screen.getByText('请选择地点')).toBeInTheDocument()
    await tap(radio('他家'))
    await press('提交投诉')
    expect(callsOf(complaints.file)).toMatchObject([
      { body: { onBehalfOf: '3-2-1201', place: { kind: 'home', unit: '3-2-1201' } } },
    ])
    expect(Taro.redirectTo).toHaveBeenCalledWith({
      url: `/resident/complaint/index?number=${NUMBER}&filed=1&community=c1`,
    })
  })

  test('without a home of one’s own it comes from the help, and is for that person', async () => {
    answerTo(people.me, { person: 'p1', name: '', memberships: [] })
    answerTo(bindings.mine, { items: [helping] })
    await open({ community: 'c1', for: '3-2-1201' })
    expect(screen.queryByRole('radio', { name: '我自己' })).toBeNull()
    expect(radio('周**')).toBeChecked()
    write()
    await tap(radio('他家'))
    await press('提交投诉')
    expect(callsOf(complaints.file)).toMatchObject([{ body: { onBehalfOf: '3-2-1201' } }])
  })

  test('what was begun for oneself does not go on as another’s', async () => {
    answerTo(bindings.mine, { items: [helping] })
    const { unmount } = await open()
    type('什么问题', '我自己家的事情')
    unmount()
    await open({ community: 'c1', for: '3-2-1201' })
    expect(text()).toHaveValue('')
  })

  test.each([
    ['whose days are over', { until: '2026-11-20' }],
    ['whose days have not come', { from: '2026-11-22', until: '2026-12-22' }],
    ['in another community', { community: 'c2' }],
    ['who has ended it', { status: 'ended' as const }],
  ])('one %s is not asked', async (_, changed) => {
    answerTo(bindings.mine, { items: [{ ...helping, ...changed }] })
    await open()
    expect(screen.queryByText('替谁提交')).toBeNull()
  })

  test('help that has ended meanwhile is said, and nothing is lost', async () => {
    answerTo(bindings.mine, { items: [] })
    await open({ community: 'c1', for: '3-2-1201' })
    expect(screen.getByText(/您现在不是 3-2-1201 的代办人/)).toBeInTheDocument()
  })
})
