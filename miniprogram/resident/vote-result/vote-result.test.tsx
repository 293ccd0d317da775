import { render, screen } from '@testing-library/react'
import { votes } from '#shared/votes/contract.ts'
import type { ItemResult } from '#shared/votes/result.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { itemResult, resultWith } from '../../votes.fixture.ts'
import ResultPage from './index.tsx'

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
  const lost: ItemResult = { ...itemResult, item: 2, title: '续筹', result: 'REJECTED' }
  answerTo(votes.result, resultWith({ items: [itemResult, lost], voidHeads: 3 }))
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
