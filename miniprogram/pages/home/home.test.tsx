import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { bindings } from '#shared/bindings/contract.ts'
import { people } from '#shared/people/contract.ts'
import { communities } from '#shared/communities/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { fees, type Collection } from '#shared/fees/contract.ts'
import { corrections } from '#shared/privacy/correction-contract.ts'
import { notices } from '#shared/notices/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { complaintCardWith } from '../../complaints.fixture.ts'
import { noticeCardWith } from '../../notices.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  comeTo,
  COMMUNITY,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import { cardWith, community } from '../../votes.fixture.ts'
import HomePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const NOTHING = { items: [] }
const collection: Collection = {
  asOf: '2026-11-21',
  billedFen: 1_000_000,
  paidFen: 912_000,
  billsDue: 1_440,
  billsPaid: 1_300,
  periods: [],
}

async function open() {
  const page = render(<HomePage />)
  await settled()
  await settled()
  return page
}
const titles = () => screen.getAllByRole('heading').map(({ textContent }) => textContent)
const rows = (prefix: string) =>
  [...document.querySelectorAll(`[id^="${prefix}-"]`)].map(({ id }) => id.slice(prefix.length + 1))
const press = (id: string) => tap(document.getElementById(id) as HTMLElement)

beforeEach(() => {
  startServer()
  answerTo(communities.get, community)
  answerTo(votes.list, NOTHING)
  answerTo(complaints.mine, NOTHING)
  answerTo(complaints.queue, NOTHING)
  answerTo(notices.list, NOTHING)
  answerTo(fees.mine, { ...NOTHING, dueFen: 0 })
  answerTo(fees.collection, collection)
  answerTo(bindings.queue, NOTHING)
  answerTo(corrections.waiting, { count: 0, more: false })
})

describe('a resident', () => {
  beforeEach(() => comeAs('owner'))

  test('with nothing to do is told so, kindly', async () => {
    await open()
    expect(screen.getByText('今天没有要您办的事')).toBeInTheDocument()
    expect(titles()).toEqual(['首页'])
  })

  test('sees votes with the time left, complaints, notices and what is owed; nothing else', async () => {
    answerTo(votes.list, { items: [cardWith(), cardWith({ vote: 'v2', state: 'counted' })] })
    answerTo(complaints.mine, { items: [complaintCardWith({ state: 'resolved' })] })
    answerTo(notices.list, { items: [noticeCardWith(), noticeCardWith({ read: true })] })
    answerTo(fees.mine, { items: [], dueFen: 198_840 })
    await open()
    expect(titles()).toEqual(['首页', '正在投票', '我的投诉', '没读的公告'])
    expect(screen.getByText('共 2 项，还剩 1 天 22 小时')).toBeInTheDocument()
    expect(screen.getByText('等您投票')).toBeInTheDocument()
    expect(screen.getByText('待您确认')).toBeInTheDocument()
    expect(screen.getByText('¥1,988.40')).toBeInTheDocument()
    expect(screen.queryByText('今天没有要您办的事')).toBeNull()
  })

  test.each([
    ['vote-v1', '/resident/vote/index?vote=v1'],
    ['complaint-JX7K4M9R4', '/resident/complaint/index?number=JX7K4M9R4'],
    ['notice-n1', '/resident/notice/index?notice=n1'],
    ['see-bills', '/resident/bills/index?'],
  ])('a tap on %s leads there', async (id, url) => {
    answerTo(votes.list, { items: [cardWith()] })
    answerTo(complaints.mine, { items: [complaintCardWith()] })
    answerTo(notices.list, { items: [noticeCardWith()] })
    answerTo(fees.mine, { items: [], dueFen: 1 })
    await open()
    await press(id)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
  })

  test('sees three of each, and how many more there are', async () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((notice) => noticeCardWith({ notice }))
    answerTo(notices.list, { items: five })
    await open()
    expect(rows('notice')).toEqual(['a', 'b', 'c'])
    expect(screen.getByText('还有 2 条公告')).toBeInTheDocument()
    await press('more-affairs')
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/affairs/index' })
  })

  test('one part that fails takes none of the others along, and is tried again alone', async () => {
    refuseTo(votes.list, 'request.too_many', { seconds: 9 })
    answerTo(notices.list, { items: [noticeCardWith()] })
    await open()
    expect(screen.getByText(/表决没有加载出来。操作太频繁，请 9 秒后再试/)).toBeInTheDocument()
    expect(rows('notice')).toEqual(['n1'])
    expect(screen.queryByText('今天没有要您办的事')).toBeNull()
    answerTo(votes.list, { items: [cardWith()] })
    await tap(screen.getByRole('button', { name: '再试' }))
    await settled()
    expect(rows('vote')).toEqual(['v1'])
    expect(callsOf(notices.list)).toHaveLength(1)
  })

  test('never asks for more than four things at a time, once known', async () => {
    let flying = 0
    let most = 0
    const real = jest.mocked(Taro.request).getMockImplementation()
    jest.mocked(Taro.request).mockImplementation((async (call: never) => {
      flying += 1
      most = Math.max(most, flying)
      await new Promise((done) => setTimeout(done))
      flying -= 1
      return real?.(call)
    }) as never)
    comeTo('another', 'owner')
    await open()
    await settled()
    expect(callsOf(fees.mine)).toHaveLength(1)
    expect(callsOf(communities.get)).toHaveLength(1)
    expect(most).toBe(4)
  })

  test('is told that nothing here is real, where the rules are fictitious', async () => {
    await open()
    expect(screen.getByText(/演示小区，全是虚构的/)).toBeInTheDocument()
  })
})

describe('the property', () => {
  beforeEach(() => comeAs('property'))

  test('sees how many wait, the longest waiting first, and the collection rate', async () => {
    const numbers = ['a', 'b', 'c', 'd']
    answerTo(complaints.queue, {
      items: numbers.map((number) => complaintCardWith({ number })),
      cursor: 'more',
    })
    await open()
    expect(titles()).toEqual(['首页', '要办的投诉 4 件以上'])
    expect(rows('complaint')).toEqual(['a', 'b', 'c'])
    expect(screen.getByText('91.2 %')).toBeInTheDocument()
    await press('complaint-a')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/property/complaint/index?number=a' })
  })

  test('with an empty queue is told so', async () => {
    await open()
    expect(screen.getByText('投诉都办完了')).toBeInTheDocument()
  })
})

describe('the committee', () => {
  beforeEach(() => comeAs('committee'))

  test('sees what it has in hand and what comes next', async () => {
    answerTo(votes.list, {
      items: [
        cardWith({ vote: 'd', state: 'draft' }),
        cardWith({ vote: 'r', state: 'roll_frozen' }),
        cardWith({ vote: 'o' }),
        cardWith({ vote: 'c', state: 'counted' }),
      ],
    })
    await open()
    expect(rows('vote')).toEqual(['d', 'r', 'o'])
    expect(screen.getByText('共 2 项，下一步：公示名册')).toBeInTheDocument()
    expect(screen.getByText('共 2 项，下一步：公告并定投票时间')).toBeInTheDocument()
    await press('vote-d')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/committee/vote-conduct/index?vote=d' })
  })

  test('with nothing in hand can begin something', async () => {
    await open()
    expect(screen.getByText('没有进行中的表决')).toBeInTheDocument()
    await press('draft-vote')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/committee/vote-draft/index?' })
    await press('publish-notice')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/committee/notice-publish/index?' })
  })
})

test('the office sees what waits for it before what waits for the property', async () => {
  comeAs('community')
  answerTo(complaints.queue, ({ path }) => ({
    items: [complaintCardWith({ number: path.includes('stage=held') ? 'held' : 'open' })],
  }))
  await open()
  expect(titles()).toEqual(['首页', '等社区查看 1 件', '物业在办的投诉 1 件'])
  expect(rows('complaint')).toEqual(['held', 'open'])
})

test('who has several sides is told from which one this is', async () => {
  comeAs('owner', 'committee')
  await open()
  expect(screen.getByText(/您现在以居民身份查看/)).toBeInTheDocument()
})

test('the chosen side is the one that is shown', async () => {
  comeAs('owner', 'committee')
  Taro.setStorageSync('place:p1', { community: COMMUNITY, hat: 'committee' })
  await open()
  expect(screen.getByText('没有进行中的表决')).toBeInTheDocument()
})

describe('homes that wait to be confirmed', () => {
  test.each([
    ['committee', '0 套'],
    ['community', '0 套'],
  ] as const)('%s sees how many, and is led to them', async (role, count) => {
    comeAs(role)
    await open()
    expect(screen.getByText('待核实的房屋')).toBeInTheDocument()
    expect(screen.getByText(count)).toBeInTheDocument()
    await press('see-claims')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/community/claims/index?' })
  })

  test('the street, which confirms none, is not asked to', async () => {
    comeAs('street')
    await open()
    expect(screen.queryByText('待核实的房屋')).toBeNull()
    expect(callsOf(bindings.queue)).toHaveLength(0)
  })
})

describe('requests to correct', () => {
  test.each(['committee', 'community'] as const)(
    '%s sees how many, without a look into any, and is led to them',
    async (role) => {
      comeAs(role)
      answerTo(corrections.waiting, { count: 50, more: true })
      await open()
      expect(screen.getByText('50 件以上')).toBeInTheDocument()
      expect(callsOf(corrections.queue)).toHaveLength(0)
      await press('see-corrections')
      expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/community/corrections/index?' })
    },
  )

  test('the street, which corrects none, is not asked to', async () => {
    comeAs('street')
    await open()
    expect(callsOf(corrections.waiting)).toHaveLength(0)
  })
})

describe('somebody without a home', () => {
  beforeEach(() => answerTo(people.me, { person: 'p1', name: '', memberships: [] }))

  test.each([
    ['claim-home', '/resident/home-claim/index'],
    ['my-homes', '/resident/home-list/index'],
    ['see-board', '/resident/notice-board/index'],
  ])('%s leads there', async (id, url) => {
    await open()
    expect(screen.getByText('您还没有绑定房屋')).toBeInTheDocument()
    await press(id)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
  })

  test('who works here and was entered meanwhile looks again', async () => {
    await open()
    comeAs('committee')
    await press('again')
    await settled()
    expect(screen.getByText('待核实的房屋')).toBeInTheDocument()
  })
})
