import { act, fireEvent, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { notices } from '#shared/notices/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { noticeWith } from '../../notices.fixture.ts'
import { button, field, openPage, press, type } from '../../page.fixture.tsx'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import NoticePublishPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const open = (query?: Record<string, string>) => openPage(NoticePublishPage, query)
const choose = (name: string) => tap(screen.getByRole('radio', { name }))

async function write() {
  await choose('物业通知')
  type('标题', '11 月 24 日停水 4 小时')
  type('正文', '上午 8 点到 12 点更换水泵。')
}

beforeEach(() => {
  startServer()
  comeAs('property')
  answerTo(notices.publish, noticeWith())
  answerTo(notices.correct, noticeWith({ edition: 2 }))
})

test('is written, read once more, published, and then shown', async () => {
  await open()
  await write()
  await choose('置顶')
  await choose('7 天')
  await press('下一步：核对公告')
  expect(screen.getByRole('alert')).toHaveTextContent('公布后内容不能再改，只能发更正')
  expect(screen.getByText('有效到 11 月 28 日（周六）')).toBeInTheDocument()
  expect(callsOf(notices.publish)).toEqual([])
  await press('公布')
  expect(callsOf(notices.publish)).toMatchObject([
    {
      body: {
        category: 'property',
        title: '11 月 24 日停水 4 小时',
        text: '上午 8 点到 12 点更换水泵。',
        pinned: true,
        validUntil: '2026-11-28',
      },
    },
  ])
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/resident/notice/index?notice=n1' })
})

test('a day can be turned to', async () => {
  await open()
  await write()
  await choose('到指定的一天')
  expect(screen.getByText('请选择有效到哪一天')).toBeInTheDocument()
  await press('点这里选择')
  fireEvent.change(screen.getByRole('textbox', { name: '有效到哪一天' }), {
    target: { value: '2026 12 31' },
  })
  await press('确定')
  expect(screen.getByText('有效到 12 月 31 日（周四）。')).toBeInTheDocument()
})

test.each([
  [['property'], ['物业通知', '安全提醒', '收支公示', '社区活动']],
  [['committee'], ['业委会公告', '安全提醒', '收支公示', '社区活动']],
] as const)('%s may use %s', async (roles, names) => {
  comeAs(...roles)
  await open()
  const group = screen.getByRole('radiogroup', { name: '类别' })
  expect([...group.children].map(({ textContent }) => textContent)).toEqual(names)
})

test('it can be changed after it was read, and nothing is lost', async () => {
  await open()
  await write()
  await press('下一步：核对公告')
  await press('返回修改')
  expect(field('标题')).toHaveValue('11 月 24 日停水 4 小时')
})

test('two taps publish one notice', async () => {
  await open()
  await write()
  await press('下一步：核对公告')
  act(() => {
    button('公布').click()
    button('公布').click()
  })
  await settled()
  expect(callsOf(notices.publish)).toHaveLength(1)
})

test('a refusal stands on the page, and what was written stays', async () => {
  refuseTo(notices.publish, 'request.too_many', { seconds: 20 })
  await open()
  await write()
  await press('下一步：核对公告')
  await press('公布')
  expect(screen.getByText(/操作太频繁，请 20 秒后再试。写的内容还在/)).toBeInTheDocument()
  await press('返回修改')
  expect(field('正文')).toHaveValue('上午 8 点到 12 点更换水泵。')
})

describe('after a lost answer', () => {
  const lose = async () => {
    loseAnswersTo(notices.publish)
    const page = await open()
    await write()
    await press('下一步：核对公告')
    await press('公布')
    page.unmount()
  }

  test('the app is closed, and the same notice goes with the same key', async () => {
    await lose()
    answerTo(notices.publish, noticeWith())
    await open()
    expect(screen.getByText(/没写完的写/)).toBeInTheDocument()
    await press('下一步：核对公告')
    await press('公布')
    expect(new Set(callsOf(notices.publish).map(({ key }) => key)).size).toBe(1)
    expect(Taro.redirectTo).toHaveBeenCalled()
  })

  test('what was changed since is not sent as the same: it says where to look', async () => {
    await lose()
    refuseTo(notices.publish, 'request.idempotency_key_reused')
    await open()
    type('标题', '改了标题')
    await press('下一步：核对公告')
    await press('公布')
    expect(screen.getByText(/上一次其实已经公布成功.*需要改就发更正/)).toBeInTheDocument()
  })

  test('it can be given up, and the next one has a key of its own', async () => {
    await lose()
    const [before] = callsOf(notices.publish)
    answerTo(notices.publish, noticeWith())
    await open()
    await press('放弃没有发布的内容')
    await press('放弃没有发布的内容')
    expect(field('标题')).toHaveValue('')
    await write()
    await press('下一步：核对公告')
    await press('公布')
    expect(callsOf(notices.publish).at(-1)?.key).not.toBe(before?.key)
  })
})

describe('a correction', () => {
  beforeEach(() => answerTo(notices.get, noticeWith()))

  test('starts from the last wording, and must say something else', async () => {
    await open({ notice: 'n1' })
    expect(field('标题')).toHaveValue('11 月 24 日停水 4 小时')
    expect(screen.getByText('标题和正文都没有改动，不需要更正。')).toBeInTheDocument()
    expect(button('公布更正')).toBeDisabled()
    type('标题', '11 月 25 日停水 4 小时')
    await press('公布更正')
    expect(callsOf(notices.correct)).toMatchObject([
      {
        body: {
          title: '11 月 25 日停水 4 小时',
          text: '上午 8 点到 12 点更换水泵，请提前储水。',
        },
      },
    ])
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/resident/notice/index?notice=n1' })
  })

  test('of another side’s notice is refused in words, and what was typed stays', async () => {
    refuseTo(notices.correct, 'notices.not_yours')
    await open({ notice: 'n1' })
    type('标题', '11 月 25 日停水 4 小时')
    await press('公布更正')
    expect(screen.getByText(/物业的公告由物业更正/)).toBeInTheDocument()
    expect(field('标题')).toHaveValue('11 月 25 日停水 4 小时')
  })

  test('begun before somebody else corrected it says so, and can start from theirs', async () => {
    const { unmount } = await open({ notice: 'n1' })
    type('标题', '11 月 25 日停水 4 小时')
    unmount()
    const [first] = noticeWith().editions
    const theirs = { ...first, edition: 2, title: '停水改到 11 月 26 日' }
    answerTo(
      notices.get,
      noticeWith({
        edition: 2,
        editions: [theirs, first] as ReturnType<typeof noticeWith>['editions'],
      }),
    )
    await open({ notice: 'n1' })
    expect(screen.getByText(/这条公告又更正过一次/)).toBeInTheDocument()
    await press('用新版')
    expect(field('标题')).toHaveValue('停水改到 11 月 26 日')
  })
})

test('who may not publish is told so before typing anything', async () => {
  comeAs('owner')
  await open()
  expect(screen.getByText(/您的身份（业主）不能做这件事：发布公告/)).toBeInTheDocument()
})
