import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { votes, type Vote } from '#shared/votes/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, field, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import { resultWith, votesByState } from '../../votes.fixture.ts'
import VoteWatchPage from './index.tsx'

async function open(vote: Vote) {
  answerTo(votes.get, vote)
  await openPage(VoteWatchPage, { vote: 'v1' })
}
const within = (id: string) => document.getElementById(id) as HTMLElement

beforeEach(() => {
  startServer()
  comeAs('community')
})

describe('the community’s look at the count', () => {
  const sha = 'cd'.repeat(32)
  beforeEach(() => {
    const confirmations = [
      { office: 'committee' as const, by: '陈**', at: '2026-11-21T01:00:00.000Z' },
    ]
    answerTo(votes.countToConfirm, { result: resultWith(), ballotsSha256: sha, confirmations })
  })

  test('shows who confirmed, the count and its fingerprint, and puts the community under it', async () => {
    await open(votesByState.closed)
    await press('核对计票结果')
    expect(screen.getByText(/^陈\*\*，/)).toBeInTheDocument()
    expect(screen.getByText('1. 续聘安居物业三年')).toBeInTheDocument()
    answerTo(votes.confirmCount, votesByState.counted)
    await press('代表社区确认计票结果')
    expect(callsOf(votes.confirmCount)).toMatchObject([{ body: { ballotsSha256: sha } }])
    expect(screen.getByText(/计票已经核对，等待公布/)).toBeInTheDocument()
  })

  test('who has confirmed for the committee does not stand for the community as well', async () => {
    refuseTo(votes.confirmCount, 'votes.confirmed_by_you')
    await open(votesByState.closed)
    await press('核对计票结果')
    await press('代表社区确认计票结果')
    expect(screen.getByText(/要由两个人确认/)).toBeInTheDocument()
    await press('先不确认，返回')
    expect(button('核对计票结果')).toBeEnabled()
  })

  test('is not offered to the street', async () => {
    comeAs('street')
    await open(votesByState.closed)
    expect(screen.queryByRole('button', { name: '核对计票结果' })).toBeNull()
  })

  test('an opinion has none', async () => {
    await open({ ...votesByState.closed, mode: 'advisory' })
    expect(screen.queryByRole('button', { name: '核对计票结果' })).toBeNull()
  })
})

describe('disputes', () => {
  test('one is noted with what it is about, and noted as over', async () => {
    await open(votesByState.final)
    await press('登记一件争议')
    expect(screen.getByText('请选择什么争议')).toBeInTheDocument()
    await tap(screen.getByRole('radio', { name: '有人请求法院撤销' }))
    type('情况', '收到法院受理通知。')
    const dispute = { dispute: 'd1', kind: 'annulment' as const, at: '2026-12-20T02:00:00.000Z' }
    const pending = { ...votesByState.final, disputes: [dispute] }
    answerTo(votes.dispute, pending)
    await press('登记争议')
    expect(callsOf(votes.dispute)).toMatchObject([
      { body: { kind: 'annulment', note: '收到法院受理通知。' } },
    ])
    expect(screen.getByText('没有了结')).toBeInTheDocument()
    await tap(within('dispute-d1'))
    type('怎么了结的', '法院驳回，判决生效。')
    const ended = { ...dispute, ended: '2027-06-01T02:00:00.000Z' }
    answerTo(votes.endDispute, { ...pending, disputes: [ended] })
    await press('登记了结')
    expect(screen.getByText('已了结')).toBeInTheDocument()
  })

  test('a refusal stands where it was asked, and the words stay', async () => {
    refuseTo(votes.dispute, 'votes.too_many_disputes', { most: 20 })
    await open(votesByState.final)
    await press('登记一件争议')
    await tap(screen.getByRole('radio', { name: '有其他诉讼' }))
    type('情况', '收到法院受理通知。')
    await press('登记争议')
    expect(screen.getByText(/争议已有 20 件/)).toHaveTextContent('写的内容还在')
    expect(field('情况')).toHaveValue('收到法院受理通知。')
  })

  test('before there is a roll there is nothing to keep', async () => {
    await open(votesByState.roll_published)
    expect(screen.queryByText('争议登记')).toBeNull()
  })
})

describe('annulment', () => {
  beforeEach(() => comeAs('street'))

  test('the street notes by which document, and it stands for good', async () => {
    await open(votesByState.final)
    await press('登记撤销')
    expect(screen.getByText(/登记后不能恢复/)).toBeInTheDocument()
    expect(screen.getByText('请选择谁撤销的')).toBeInTheDocument()
    await tap(screen.getByRole('radio', { name: '人民法院判决撤销' }))
    type('文书编号', '（2027）民初 8 号')
    type('说明', '公告不满十五日。')
    answerTo(votes.annul, votesByState.annulled)
    await press('登记撤销')
    expect(callsOf(votes.annul)).toMatchObject([
      { body: { authority: 'court', document: '（2027）民初 8 号', note: '公告不满十五日。' } },
    ])
    expect(screen.getByText('已由人民法院撤销')).toBeInTheDocument()
  })

  test.each(['open', 'closed', 'annulled', 'no_quorum'] as const)(
    'there is nothing to annul of a vote that is %s',
    async (state) => {
      await open(votesByState[state])
      expect(screen.queryByRole('button', { name: '登记撤销' })).toBeNull()
    },
  )

  test('the community does not annul', async () => {
    comeAs('community')
    await open(votesByState.final)
    expect(screen.queryByRole('button', { name: '登记撤销' })).toBeNull()
  })
})

test('leads to the roll, the objections and the result', async () => {
  await open(votesByState.result_published)
  await tap(within('see-roll'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/vote-roll/index?vote=v1' })
  await press('看结果')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/vote-result/index?vote=v1' })
})
