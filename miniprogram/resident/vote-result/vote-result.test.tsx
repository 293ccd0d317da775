import { render, screen } from '@testing-library/react'
import { votes } from '#shared/votes/contract.ts'
import type { ItemResult } from '#shared/votes/result.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { press } from '../../page.fixture.tsx'
import { answerTo, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { itemResult, resultWith } from '../../votes.fixture.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import ResultPage from './index.tsx'

jest.mock('#miniprogram/platform/save-text.ts', () => ({
  saveText: jest.fn(() => Promise.resolve()),
}))

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

test('where it turns on silence, or is not the official one, that is read before any figure', async () => {
  const first = ['第 1 项：两种算法结论不同，请注意。']
  const without = {
    ...{ participatingHeads: 60, participatingAreaCenti: 6_000, result: 'NO_QUORUM' as const },
    ...{ forHeads: 40, forAreaCenti: 4_000 },
  }
  const silence = {
    ...{ silentHeads: 30, silentAreaCenti: 3_000, decides: true, without },
    sentence: '已送达、没有交回的有 30 人。',
  }
  answerTo(votes.result, resultWith({ first, items: [{ ...itemResult, silence }] }))
  await open()
  const [warning, figure] = [screen.getByText(first[0] ?? ''), screen.getByText('通过')]
  expect(warning.compareDocumentPosition(figure)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(screen.getByText('已送达、没有交回的有 30 人。')).toBeInTheDocument()
})

test('what an item would have needed, and the last day to go to court', async () => {
  const needed = '要形成决定，至少还要有 1 人 参与表决。'
  const lost: ItemResult = { ...itemResult, result: 'NO_QUORUM', needed }
  answerTo(votes.result, resultWith({ items: [lost], annulmentUntil: '2027-11-22' }))
  await open()
  expect(screen.getByText(needed)).toBeInTheDocument()
  expect(
    screen.getByText('从公布之日算起，到 2027 年 11 月 22 日（周一）为止。'),
  ).toBeInTheDocument()
})

describe('the announcement', () => {
  test('is saved as a file to be printed', async () => {
    answerTo(votes.result, resultWith())
    answerTo(votes.announcement, { name: '公告.html', html: '<p>公告</p>' })
    await open()
    await press('存成文件打印')
    expect(jest.mocked(saveText)).toHaveBeenCalledWith('公告.html', '<p>公告</p>')
    expect(screen.getByText('公告已存好，打开后打印。')).toBeInTheDocument()
  })

  test('a refusal stands beside the button', async () => {
    answerTo(votes.result, resultWith())
    refuseTo(votes.announcement, 'votes.not_counted_yet')
    await open()
    await press('存成文件打印')
    expect(screen.getByText(/还没有计票/)).toBeInTheDocument()
  })
})
