import { screen } from '@testing-library/react'
import { votes, type Vote } from '#shared/votes/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, field, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import { resultWith, votesByState } from '../../votes.fixture.ts'
import VoteConductPage from './index.tsx'

async function open(vote: Vote) {
  answerTo(votes.get, vote)
  await openPage(VoteConductPage, { vote: 'v1' })
}

beforeEach(() => {
  startServer()
  comeAs('committee')
})

describe('the committee’s look at the count', () => {
  const sha = 'cd'.repeat(32)
  const counted = { result: resultWith(), ballotsSha256: sha, confirmations: [] }
  const mine = { office: 'committee', by: '陈**', at: '2026-11-21T02:00:00.000Z' } as const
  const start = async () => {
    answerTo(votes.countToConfirm, counted)
    await open(votesByState.closed)
    await press('核对计票结果')
  }

  test('shows the count and by what it was made, and puts the office under it', async () => {
    await start()
    expect(screen.getByText(/只有核对的人看得到/)).toBeInTheDocument()
    expect(screen.getByText(sha)).toBeInTheDocument()
    expect(screen.getAllByText('还没有确认')).toHaveLength(2)
    answerTo(votes.confirmCount, { ...votesByState.closed, confirmations: [mine] })
    await press('代表业委会确认计票结果')
    expect(callsOf(votes.confirmCount)).toMatchObject([{ body: { ballotsSha256: sha } }])
    expect(button('核对计票结果')).toBeDisabled()
    expect(screen.getByText('业委会已经确认，等社区核对')).toBeInTheDocument()
  })

  test('a count that changed meanwhile is shown anew before it is confirmed', async () => {
    refuseTo(votes.confirmCount, 'votes.count_changed')
    await start()
    await press('代表业委会确认计票结果')
    answerTo(votes.countToConfirm, { ...counted, ballotsSha256: 'ef'.repeat(32) })
    await press('刷新')
    expect(screen.getByText('ef'.repeat(32))).toBeInTheDocument()
  })

  test('before it is made it cannot be opened, and says from when on', async () => {
    const next = { act: 'wait_for_count', missing: ['已截止，正在计票'] } as const
    await open({ ...votesByState.closed, next: { ...next, missing: [...next.missing] } })
    expect(button('核对计票结果')).toBeDisabled()
  })
})

describe('after the count', () => {
  test('publishing the result says what follows, and only then does it', async () => {
    answerTo(votes.publishResult, votesByState.result_published)
    await open(votesByState.counted)
    await press('公布结果')
    expect(screen.getByText(/谁投了什么不会公布/)).toBeInTheDocument()
    await press('公布结果')
    expect(callsOf(votes.publishResult)).toHaveLength(1)
  })

  test('filing takes the documents handed in, and the receipt', async () => {
    answerTo(votes.file, votesByState.filed)
    await open(votesByState.final)
    await press('登记备案')
    expect(screen.getByText('请勾选交了哪些材料')).toBeInTheDocument()
    await tap(document.getElementById('document-minutes') as HTMLElement)
    await tap(document.getElementById('document-roll') as HTMLElement)
    await tap(document.getElementById('document-roll') as HTMLElement)
    expect(screen.getByText(/请填写回执编号/)).toBeInTheDocument()
    type('回执编号', '安和街备〔2026〕8号')
    await press('登记备案')
    expect(callsOf(votes.file)).toMatchObject([
      { body: { documents: ['minutes'], receipt: '安和街备〔2026〕8号' } },
    ])
    expect(screen.getByText('备案申请表、业主大会会议记录')).toBeInTheDocument()
  })

  test('what was filled in survives a refusal', async () => {
    refuseTo(votes.file, 'votes.wrong_state', { state: '已撤销', act: '登记备案' })
    await open(votesByState.final)
    await press('登记备案')
    await tap(document.getElementById('document-minutes') as HTMLElement)
    type('回执编号', '8号')
    await press('登记备案')
    expect(screen.getByText(/不能登记备案。填的内容还在/)).toBeInTheDocument()
    expect(field('回执编号')).toHaveValue('8号')
  })

  test('carrying it out is noted in words', async () => {
    answerTo(votes.execute, votesByState.executed)
    await open(votesByState.filed)
    await press('登记执行')
    type('怎么执行的', '合同已经签订。')
    await press('登记执行')
    expect(callsOf(votes.execute)).toMatchObject([{ body: { note: '合同已经签订。' } }])
  })
})
