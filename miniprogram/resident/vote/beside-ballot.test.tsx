import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { votes, type MyHead, type Vote } from '#shared/votes/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openPage } from '../../page.fixture.tsx'
import { answerTo, comeAs, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VotePage from './index.tsx'

const mine: MyHead = { head: 'h1', areaCenti: 18_957, units: ['1-2-801', '3-1-302'], owners: 1 }
const voteWith = (...heads: MyHead[]): Vote => ({
  ...votesByState.open,
  standing: 'may_cast',
  heads,
})

async function open(vote: Vote) {
  answerTo(votes.get, vote)
  await openPage(VotePage, { vote: 'v1' })
}

beforeEach(() => {
  startServer()
  comeAs('owner')
})

describe('before and beside the ballot', () => {
  test('says why the person may cast it, and by which rule it counts so', async () => {
    await open(voteWith({ ...mine, owners: 2 }))
    expect(screen.getByText(/由您和其他共有人一共 2 人共有，合起来算一票/)).toBeInTheDocument()
    expect(screen.getByText(/共有人意见不一致的不算参与.*第二十五条/)).toBeInTheDocument()
  })

  test.each([
    ['roll_published', /业主可以提出异议/],
    ['noticed', /公告期未满，12 月 7 日/],
    ['closed', /社区还没有核对并确认计票结果/],
  ] as const)('%s: what is missing for the next step stands there too', async (state, words) => {
    await open(votesByState[state])
    expect(screen.getByText(words)).toBeInTheDocument()
  })

  test('a roll that is published is led to, and its objections', async () => {
    await open(votesByState.roll_published)
    await tap(document.getElementById('see-roll') as HTMLElement)
    await tap(document.getElementById('roll-objections') as HTMLElement)
    expect(jest.mocked(Taro.navigateTo).mock.calls.map(([{ url }]) => url)).toEqual([
      '/resident/vote-roll/index?vote=v1',
      '/resident/vote-objections/index?vote=v1&about=roll',
    ])
  })

  test('what is made of silence is read before anybody chooses', async () => {
    const silence = { clause: '第十八条', warning: '不交回的，随已投票的多数。' }
    await open({ ...voteWith(mine), silence: { policy: 'FOLLOWS_MAJORITY', ...silence } })
    expect(screen.getByText('已送达没有交回的，随已投票的多数。')).toBeInTheDocument()
    expect(screen.getByText(silence.warning)).toBeInTheDocument()
  })
})
