import { screen } from '@testing-library/react'
import { votes, type Vote } from '#shared/votes/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VoteConductPage from './index.tsx'

async function open(vote: Vote) {
  answerTo(votes.get, vote)
  await openPage(VoteConductPage, { vote: 'v1' })
}

beforeEach(() => {
  startServer()
  comeAs('committee')
})

describe('before notice', () => {
  const gate = (missing: string[]) => ({
    steps: [
      { step: 'consultation' as const, name: '公开征求业主意见' },
      { step: 'summary' as const, name: '公布意见汇总' },
    ],
    consultationDays: 7,
    missing,
  })
  const waiting = { ...votesByState.roll_frozen, gate: gate(['还没有登记公布意见汇总']) }
  const fill = async () => {
    await press('登记一件')
    expect(screen.getByText('请选择办了哪一件')).toBeInTheDocument()
    await tap(screen.getByRole('radio', { name: '公布意见汇总' }))
    await tap(document.getElementById('day') as HTMLElement)
    await tap(button('确定'))
    type('在哪里看得到', '小区公告栏')
  }

  test('what the rules want done comes first: no notice is given before it is on record', async () => {
    await open(waiting)
    expect(button('公告并定投票时间')).toBeDisabled()
    await fill()
    answerTo(votes.recordGate, { ...votesByState.roll_frozen, gate: gate([]) })
    await press('登记')
    expect(callsOf(votes.recordGate)).toMatchObject([
      { body: { step: 'summary', day: '2026-11-21', document: '小区公告栏' } },
    ])
    expect(button('公告并定投票时间')).toBeEnabled()
  })

  test('a refusal stands where it was asked, and what was filled in stays', async () => {
    await open(waiting)
    await fill()
    const params = { step: '公布意见汇总', before: '公开征求业主意见', day: '还没有登记' }
    refuseTo(votes.recordGate, 'votes.gate_out_of_order', params)
    await press('登记')
    expect(screen.getByText(/要在“公开征求业主意见”.*填的内容还在/)).toBeInTheDocument()
  })

  test('a consultation takes its first day as well', async () => {
    await open(waiting)
    await press('登记一件')
    await tap(screen.getByRole('radio', { name: '公开征求业主意见' }))
    expect(screen.getByText('请选择从哪一天开始')).toBeInTheDocument()
    expect(screen.getByText('至少要征求 7 天，第一天不算')).toBeInTheDocument()
  })
})
