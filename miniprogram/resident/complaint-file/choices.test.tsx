import { act, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { communities } from '#shared/communities/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/complaints/settings.ts'
import type { PublicComplaint } from '#shared/complaints/lists-contract.ts'
import { chooseElder } from '#miniprogram/platform/elder.ts'
import { tap } from '../../../config/jest/tap.ts'
import { complaintWith, NUMBER } from '../../complaints.fixture.ts'
import { button, field, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { community } from '../../votes.fixture.ts'
import ComplaintFilePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const TEXT = '三栋电梯关门时有异响'
const open = () => openPage(ComplaintFilePage)
const radio = (name: string) => screen.getByRole('radio', { name })
const write = (text = TEXT) => type('什么问题', text)

const settingsWith = (change: (settings: Settings) => Settings) => ({
  version: 1,
  settings: change(DEFAULT_SETTINGS),
})
const renamed = settingsWith((settings) => ({
  ...settings,
  categories: settings.categories.map((one) =>
    one.category === 'lift' ? { ...one, name: '电梯和扶梯' } : one,
  ),
}))
const withoutLift = settingsWith((settings) => ({
  ...settings,
  categories: settings.categories.map((one) => ({ ...one, on: one.category !== 'lift' })),
}))

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(communities.get, community)
  answerTo(complaints.settings, renamed)
  answerTo(complaints.file, complaintWith())
})

describe('the kind', () => {
  test('is suggested from the words, as it is called here, and can be changed', async () => {
    await open()
    write()
    expect(radio('电梯和扶梯')).toBeChecked()
    expect(screen.getByText('按您写的自动选的，不对可以换')).toBeInTheDocument()
    await press('换一类')
    await tap(radio('停车'))
    expect(radio('停车')).toBeChecked()
  })

  test('never overrides what the person chose themselves', async () => {
    await open()
    await press('自己选一类')
    await tap(radio('停车'))
    write()
    expect(radio('停车')).toBeChecked()
    expect(radio('电梯和扶梯')).not.toBeChecked()
    expect(screen.getByText('您自己选的，改文字不会变')).toBeInTheDocument()
    await press('提交投诉')
    expect(callsOf(complaints.file)).toMatchObject([{ body: { category: 'parking' } }])
  })

  test('switched off meanwhile: the refusal is shown, nothing is lost, another can be chosen', async () => {
    await open()
    write()
    refuseTo(complaints.file, 'complaints.unknown_category')
    answerTo(complaints.settings, withoutLift)
    await press('提交投诉')
    expect(screen.getByText(/^这一类投诉已经停用.*填写的内容还在/)).toBeInTheDocument()
    expect(screen.getByText(/“电梯”这一类已经停用，请换一类/)).toBeInTheDocument()
    expect(field('什么问题')).toHaveValue(TEXT)
    answerTo(complaints.file, complaintWith())
    await tap(radio('房屋与设施维修'))
    expect(screen.queryByText(/已经停用/)).toBeNull()
    await press('提交投诉')
    expect(callsOf(complaints.file).at(-1)).toMatchObject({ body: { category: 'repair' } })
    expect(Taro.redirectTo).toHaveBeenCalledTimes(1)
  })

  test('one that is off is not suggested', async () => {
    answerTo(complaints.settings, withoutLift)
    await open()
    write('电梯里有垃圾')
    expect(radio('环境卫生')).toBeChecked()
    expect(screen.queryByRole('radio', { name: '电梯' })).toBeNull()
  })

  test('as it was last heard of, where it cannot be asked for', async () => {
    const { unmount } = await open()
    unmount()
    refuseTo(complaints.settings, 'request.too_many', { seconds: 3 })
    await open()
    write()
    expect(radio('电梯和扶梯')).toBeChecked()
  })
})

describe('place and way', () => {
  test('one home is chosen already; who has to do what within which time is said before', async () => {
    await open()
    write()
    expect(radio('我家')).toBeChecked()
    expect(
      screen.getByText('物业须在 24 小时内答复、5 个工作日内办完，逾期自动转街道。'),
    ).toBeInTheDocument()
    await press('提交投诉')
    expect(callsOf(complaints.file)).toMatchObject([
      { body: { hidesName: false, direct: false, place: { kind: 'home', unit: '1-2-801' } } },
    ])
  })

  test('straight to the street, without a name for the property', async () => {
    await open()
    write()
    await tap(radio('直接给街道'))
    await tap(screen.getByRole('checkbox', { name: '不让物业知道是谁提的' }))
    expect(screen.getByText(/街道和社区始终看得到/)).toBeInTheDocument()
    expect(screen.getByText(/^直接给街道，不先经过物业/)).toBeInTheDocument()
    await press('提交投诉')
    expect(callsOf(complaints.file)).toMatchObject([{ body: { hidesName: true, direct: true } }])
  })

  test('what goes past the property by rule says so, and asks no more', async () => {
    await open()
    write('前台态度很差，还骂人')
    expect(screen.getByText(/^这一类按规定直接给街道，不经过物业/)).toBeInTheDocument()
    expect(screen.queryByRole('radio', { name: '先给物业' })).toBeNull()
  })

  test('a home that is no longer theirs is refused in words, and another place can be chosen', async () => {
    await open()
    write()
    refuseTo(complaints.file, 'complaints.not_your_home')
    await press('提交投诉')
    expect(screen.getByText(/^只能选择您自己登记的房屋.*内容还在/)).toBeInTheDocument()
    answerTo(complaints.file, complaintWith())
    await tap(radio('我家这栋楼'))
    await press('提交投诉')
    expect(callsOf(complaints.file).at(-1)).toMatchObject({
      body: { place: { kind: 'building', building: '1幢' } },
    })
  })
})

describe('a neighbour has said it already', () => {
  const SIMILAR: PublicComplaint = {
    ...{ number: NUMBER, category: 'lift', building: '1幢', state: 'accepted', cosigns: 4 },
    ...{ filedAt: '2026-11-19T02:00:00.000Z', days: 2 },
  }
  const card = { ...SIMILAR, mine: false, joined: [] }

  async function paused() {
    await act(() => new Promise((done) => setTimeout(done, 650)))
    await settled()
  }

  beforeEach(() => {
    answerTo(complaints.similar, { items: [{ ...SIMILAR, score: 80, words: ['电梯'] }] })
    answerTo(complaints.publicOne, card)
    answerTo(complaints.cosign, SIMILAR)
  })

  test('it is shown once typing pauses, asked for once, and one tap joins in instead', async () => {
    await open()
    write('三栋电梯')
    write()
    await paused()
    expect(callsOf(complaints.similar)).toMatchObject([
      { body: { category: 'lift', text: TEXT, place: { kind: 'home', unit: '1-2-801' } } },
    ])
    expect(screen.getByText('电梯和扶梯，1幢')).toBeInTheDocument()
    expect(screen.getByText('2 天前提交，另有 4 家一起提')).toBeInTheDocument()
    await press('我也是')
    expect(callsOf(complaints.cosign)).toMatchObject([{ body: { unit: '1-2-801' } }])
    await press('好，这件不用再提交')
    expect(callsOf(complaints.file)).toEqual([])
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
  })

  test.each([
    ['their own', { ...card, mine: true }, /^这件就是您自己提的/],
    ['one their home has joined', { ...card, joined: ['1-2-801'] }, /已经算在这件里了/],
  ])('%s is said to be that, and not joined', async (_, answer, words) => {
    answerTo(complaints.publicOne, answer)
    await open()
    write()
    await paused()
    await press('我也是')
    expect(screen.getByText(words)).toBeInTheDocument()
    expect(callsOf(complaints.cosign)).toEqual([])
  })

  test('one that has ended meanwhile is refused in words, and it can still be filed', async () => {
    refuseTo(complaints.cosign, 'complaints.already_closed', { state: '已办结' })
    await open()
    write()
    await paused()
    await press('我也是')
    expect(screen.getByText(/^这件投诉已经结束（已办结）/)).toBeInTheDocument()
    expect(button('提交投诉')).toBeEnabled()
  })

  test('where it cannot be asked for nothing is said', async () => {
    refuseTo(complaints.similar, 'request.too_many', { seconds: 3 })
    await open()
    write()
    await paused()
    expect(screen.queryByText('邻居可能已经提过')).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

test('in elder mode one question a screen, and the way on says what is missing', async () => {
  act(() => chooseElder('on'))
  await open()
  expect(screen.getByText('第 1 步，共 4 步：照片')).toBeInTheDocument()
  expect(screen.queryByRole('textbox')).toBeNull()
  await press('下一步')
  await press('下一步')
  expect(screen.getByText('请写清问题，至少 5 个字')).toBeInTheDocument()
  write()
  await press('下一步')
  expect(radio('我家')).toBeChecked()
  await press('下一步')
  await press('上一步')
  await press('下一步')
  await press('提交投诉')
  expect(callsOf(complaints.file)).toHaveLength(1)
  act(() => chooseElder('auto'))
  await settled()
})
