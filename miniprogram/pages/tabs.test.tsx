import type { ComponentType } from 'react'
import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { communities } from '#shared/communities/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { fees } from '#shared/fees/contract.ts'
import { notices } from '#shared/notices/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { tap } from '../../config/jest/tap.ts'
import { complaintCardWith } from '../complaints.fixture.ts'
import { standard } from '../fees.fixture.ts'
import { noticeCardWith } from '../notices.fixture.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../server.fixture.ts'
import { cardWith, community } from '../votes.fixture.ts'
import AffairsPage from './affairs/index.tsx'
import ComplaintsPage from './complaints/index.tsx'
import PublicPage from './public/index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const NOTHING = { items: [] }

async function open(Page: ComponentType) {
  render(<Page />)
  await settled()
  await settled()
}
const press = async (name: string) => {
  await tap(screen.getByRole('button', { name }))
  await settled()
}

beforeEach(() => {
  startServer()
  answerTo(communities.get, community)
  answerTo(votes.list, NOTHING)
  answerTo(notices.list, NOTHING)
  answerTo(complaints.mine, NOTHING)
  answerTo(complaints.queue, NOTHING)
  answerTo(fees.standards, { items: [standard] })
})

describe('议事', () => {
  test('without votes and notices says what will be here', async () => {
    comeAs('owner')
    await open(AffairsPage)
    expect(screen.getByText('还没有表决')).toBeInTheDocument()
    expect(screen.getByText('还没有公告')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '发布公告' })).toBeNull()
  })

  test.each([
    ['committee', ['拟一次表决', '发布公告'], '/committee/notice-publish/index?'],
    ['property', ['发布公告'], '/property/notice-publish/index?'],
  ] as const)('%s can begin %s', async (role, names, url) => {
    comeAs(role)
    await open(AffairsPage)
    for (const name of names) expect(screen.getByRole('button', { name })).toBeInTheDocument()
    await press('发布公告')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
  })

  test('a list that goes on is loaded page by page', async () => {
    comeAs('owner')
    answerTo(notices.list, ({ path }) =>
      path.includes('cursor=next')
        ? { items: [noticeCardWith({ notice: 'n2', title: '第二页' })] }
        : { items: [noticeCardWith()], cursor: 'next' },
    )
    await open(AffairsPage)
    await press('看更多')
    expect(screen.getByText('第二页')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '看更多' })).toBeNull()
  })
})

describe('投诉', () => {
  test('a resident without any is led to file one', async () => {
    comeAs('owner')
    await open(ComplaintsPage)
    expect(screen.getByText('您还没有投诉')).toBeInTheDocument()
    await press('我要投诉')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/complaint-file/index?' })
  })

  test('what was begun and not sent is found again, before what was sent', async () => {
    comeAs('owner')
    Taro.setStorageSync('drafts:p1:complaint:c1', [
      { id: 'd1', key: 'k1', savedAt: '2026-11-20T02:00:00.000Z', content: { text: '楼道灯坏了' } },
    ])
    answerTo(complaints.mine, { items: [complaintCardWith()] })
    await open(ComplaintsPage)
    await tap(screen.getByText('楼道灯坏了'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/resident/complaint-file/index?draft=d1',
    })
  })

  test('the property sees what is open, and what is done', async () => {
    comeAs('property')
    answerTo(complaints.queue, ({ path }) => ({
      items: path.includes('stage=done') ? [] : [complaintCardWith()],
    }))
    await open(ComplaintsPage)
    expect(screen.getByText('三栋电梯关门时有异响')).toBeInTheDocument()
    expect(screen.queryByRole('radio', { name: '待社区查看' })).toBeNull()
    await tap(screen.getByRole('radio', { name: '已办结' }))
    await settled()
    expect(screen.getByText('这里还没有投诉')).toBeInTheDocument()
  })

  test('only the community office sees what waits for it', async () => {
    comeAs('community')
    await open(ComplaintsPage)
    await tap(screen.getByRole('radio', { name: '待社区查看' }))
    await settled()
    expect(callsOf(complaints.queue).at(-1)?.path).toContain('stage=held')
  })

  test('the committee is told that complaints are not theirs to see', async () => {
    comeAs('committee')
    await open(ComplaintsPage)
    expect(screen.getByText('投诉由物业和社区办理')).toBeInTheDocument()
    expect(callsOf(complaints.queue)).toEqual([])
    await press('看小区投诉目录')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/complaint-public/index?' })
  })

  test('a resident is led to what neighbours complain about, and to what they joined', async () => {
    comeAs('owner')
    answerTo(complaints.mine, { items: [] })
    await open(ComplaintsPage)
    await tap(screen.getByText('小区投诉目录'))
    await tap(screen.getByText('我家也有的'))
    const urls = jest.mocked(Taro.navigateTo).mock.calls.map(([{ url }]) => url)
    expect(urls).toEqual([
      '/resident/complaint-public/index?',
      '/resident/complaint-public/index?stage=joined',
    ])
  })

  test('where the list cannot be had, it can be tried again', async () => {
    comeAs('owner')
    refuseTo(complaints.mine, 'request.too_many', { seconds: 3 })
    await open(ComplaintsPage)
    answerTo(complaints.mine, { items: [complaintCardWith()] })
    await press('再试一次')
    expect(screen.getByText('三栋电梯关门时有异响')).toBeInTheDocument()
  })
})

describe('公开', () => {
  test('shows prices with what they include, and says that the rules are fictitious', async () => {
    comeAs('tenant')
    await open(PublicPage)
    expect(screen.getByText('1.85 元/㎡·月')).toBeInTheDocument()
    expect(screen.getByText('包含：保洁、秩序维护')).toBeInTheDocument()
    expect(screen.getByText(/虚构，仅供演示.*真实省份的规则不同/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '看物业费收费率' })).toBeNull()
  })

  test('shows published accounts and results only', async () => {
    comeAs('owner')
    answerTo(notices.list, {
      items: [
        noticeCardWith({ category: 'finance', title: '三季度收支' }),
        noticeCardWith({ notice: 'n2', title: '停水' }),
      ],
    })
    answerTo(votes.list, {
      items: [cardWith({ state: 'final', title: '已出结果的' }), cardWith({ vote: 'v2' })],
    })
    await open(PublicPage)
    expect(screen.getByText('三季度收支')).toBeInTheDocument()
    expect(screen.queryByText('停水')).toBeNull()
    expect(screen.getByText('已出结果的')).toBeInTheDocument()
    expect(screen.queryByText('物业和维修资金')).toBeNull()
  })

  test('one part that fails leaves the others', async () => {
    comeAs('property')
    refuseTo(fees.standards, 'request.too_many', { seconds: 3 })
    await open(PublicPage)
    expect(screen.getByText('锦绣花园')).toBeInTheDocument()
    expect(screen.getByText('没有加载出来')).toBeInTheDocument()
    await press('看物业费收费率')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/property/collection/index?' })
  })
})
