import { render, screen } from '@testing-library/react'
import { votes } from '#shared/votes/contract.ts'
import type { ItemResult, VoteResult } from '#shared/votes/result.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import ResultPage from './index.tsx'

const axisTest = (axis: 'heads' | 'area', of: 'quorum' | 'majority', sentence: string) => ({
  axis,
  test: of,
  numerator: of === 'quorum' ? 2 : 1,
  denominator: of === 'quorum' ? 3 : 2,
  strict: of === 'majority',
  reached: 90,
  base: 120,
  holds: true,
  missing: 0,
  sentence,
})

const item: ItemResult = {
  item: 1,
  title: '续聘安居物业三年',
  class: 'ordinary',
  totalAreaCenti: 12_000,
  totalHeads: 120,
  participatingAreaCenti: 9_000,
  participatingHeads: 90,
  forAreaCenti: 6_000,
  forHeads: 60,
  againstAreaCenti: 2_000,
  againstHeads: 20,
  abstainAreaCenti: 1_000,
  abstainHeads: 10,
  voidAreaCenti: 0,
  voidHeads: 0,
  result: 'PASSED',
  sentence: '通过：参与的人数和面积都达到全体的三分之二。',
  tests: [
    axisTest('heads', 'quorum', '参与 90 人，达到三分之二'),
    axisTest('area', 'quorum', '参与 90 ㎡，达到三分之二'),
    axisTest('heads', 'majority', '同意 60 人，超过一半'),
    axisTest('area', 'majority', '同意 60 ㎡，超过一半'),
  ],
}

const { vote, title, mode, modeSentence, profile } = votesByState.counted
const result: VoteResult = {
  vote,
  title,
  mode,
  modeSentence,
  profile,
  opensAt: '2026-11-10T01:00:00.000Z',
  closesAt: '2026-11-15T01:00:00.000Z',
  countedAt: '2026-11-15T01:01:00.000Z',
  rollSha256: 'ab'.repeat(32),
  ballotsSha256: 'cd'.repeat(32),
  voidHeads: 0,
  items: [item],
  annulmentNote: '业主可以请求人民法院撤销。',
}

async function open() {
  openWith({ vote: 'v1' })
  render(<ResultPage />)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
})

test('says why each item passed or not, on both axes, and by what it can be checked', async () => {
  const lost: ItemResult = { ...item, item: 2, title: '续筹', result: 'REJECTED' }
  answerTo(votes.result, { ...result, items: [item, lost], voidHeads: 3 })
  await open()
  expect(screen.getByText('通过')).toBeInTheDocument()
  expect(screen.getByText('没有通过')).toBeInTheDocument()
  const axes = screen.getAllByRole('img').map((axis) => axis.getAttribute('aria-label'))
  expect(axes.slice(0, 4)).toEqual([
    '人数：参与 90 人，达到三分之二',
    '面积：参与 90 ㎡，达到三分之二',
    '人数：同意 60 人，超过一半',
    '面积：同意 60 ㎡，超过一半',
  ])
  expect(screen.getByText('无效选票 3 人，不算参与。')).toBeInTheDocument()
  expect(screen.getByText('ab'.repeat(32))).toBeInTheDocument()
  expect(screen.getByText('cd'.repeat(32))).toBeInTheDocument()
  expect(screen.getByText('业主可以请求人民法院撤销。')).toBeInTheDocument()
})

test('before the count there is nothing to see, and it says so', async () => {
  refuseTo(votes.result, 'votes.not_counted_yet')
  await open()
  expect(screen.getByText(/还没有计票，截止之前不公布任何结果/)).toBeInTheDocument()
})
