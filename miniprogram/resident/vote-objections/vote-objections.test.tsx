import { screen } from '@testing-library/react'
import { votes } from '#shared/votes/contract.ts'
import type { Objection } from '#shared/votes/objections.ts'
import { button, field, openPage, press, pressTwice, type } from '../../page.fixture.tsx'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  startServer,
} from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VoteObjectionsPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const objection = (id: string, facts: Partial<Objection> = {}): Objection => ({
  ...{ objection: id, about: 'roll', at: '2026-11-20T03:00:00.000Z', mine: false },
  text: `${id}：面积少算了 10 ㎡`,
  ...facts,
})
const answer = {
  ...{ at: '2026-11-20T05:00:00.000Z', outcome: 'dismissed' as const },
  text: '不动产登记就是这个面积。',
}
const open = (about = 'roll') => openPage(VoteObjectionsPage, { vote: 'v1', about })
const WRONG = '我家少算了一间房，面积不对。'

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(votes.get, votesByState.roll_published)
  answerTo(votes.objections, { objections: [] })
})

test('those that wait come first, one’s own before others’; nobody is named', async () => {
  const objections = [objection('甲', { answer }), objection('乙'), objection('丙', { mine: true })]
  answerTo(votes.objections, { objections })
  await open()
  const texts = screen.getAllByText(/面积少算了/).map(({ textContent }) => textContent.slice(0, 1))
  expect(texts).toEqual(['丙', '乙', '甲'])
  expect(screen.getByText('我提的')).toBeInTheDocument()
  expect(screen.getAllByText('一位业主')).toHaveLength(2)
  expect(screen.getByText(/不动产登记就是这个面积/)).toBeInTheDocument()
  expect(screen.getByText('异议不成立')).toBeInTheDocument()
})

test('an owner objects until the last day, and sees it among the others', async () => {
  await open()
  expect(
    screen.getByText(/可以提到 11 月 27 日（周五）.*姓名只有负责答复的人看得到/),
  ).toBeInTheDocument()
  type('哪里不对', '错')
  expect(button('提交异议')).toBeDisabled()
  type('哪里不对', WRONG)
  const mine = objection('丙', { mine: true, text: WRONG })
  answerTo(votes.object, mine)
  answerTo(votes.objections, { objections: [mine] })
  await press('提交异议')
  expect(callsOf(votes.object)).toMatchObject([{ body: { about: 'roll', text: WRONG } }])
  expect(screen.getByText('我提的')).toBeInTheDocument()
  expect(field('哪里不对')).toHaveValue('')
})

test('two taps object once; a lost answer keeps the words and the key', async () => {
  loseAnswersTo(votes.object)
  await open()
  type('哪里不对', WRONG)
  await pressTwice('提交异议')
  await press('提交异议')
  expect(new Set(callsOf(votes.object).map(({ key }) => key)).size).toBe(1)
  expect(field('哪里不对')).toHaveValue(WRONG)
})

test.each([
  ['votes.too_many_objections', { most: 3 }, /每人最多提 3 件异议/],
  ['votes.no_objections_now', {}, /现在不是提异议的时间/],
] as const)('%s: said where it was asked, and the words stay', async (code, params, words) => {
  refuseTo(votes.object, code, params)
  await open()
  type('哪里不对', WRONG)
  await press('提交异议')
  expect(screen.getByText(words)).toHaveTextContent('写的内容还在')
  expect(field('哪里不对')).toHaveValue(WRONG)
})

test.each([
  ['the roll is fixed', votesByState.roll_frozen, 'roll'],
  ['the last day is over', { ...votesByState.roll_published, published: undefined }, 'roll'],
  ['it is about the result', votesByState.roll_published, 'result'],
] as const)('once %s nothing is taken, and it says so', async (_, vote, about) => {
  answerTo(votes.get, vote)
  await open(about)
  expect(screen.getByText(/现在不是对.*提异议的时间/)).toBeInTheDocument()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('the published result is objected to in the same way', async () => {
  answerTo(votes.get, votesByState.result_published)
  answerTo(votes.object, objection('丁', { about: 'result' }))
  await open('result')
  type('哪里不对', '我交了纸质票，没有算进去。')
  await press('提交异议')
  expect(callsOf(votes.object)).toMatchObject([{ body: { about: 'result' } }])
})

test('who is no owner reads them and offers none', async () => {
  comeAs('tenant')
  answerTo(votes.objections, { objections: [objection('甲')] })
  await open()
  expect(screen.getByText(/只有本小区的业主能提异议/)).toBeInTheDocument()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByText('一位业主')).toBeInTheDocument()
})

test('nothing yet says what will be here', async () => {
  await open()
  expect(screen.getByText('还没有人提异议')).toBeInTheDocument()
})
