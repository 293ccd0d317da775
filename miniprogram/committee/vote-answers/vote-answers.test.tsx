import { screen } from '@testing-library/react'
import { votes } from '#shared/votes/contract.ts'
import type { Objection } from '#shared/votes/objections.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, field, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import VoteAnswersPage from './index.tsx'

const objection: Objection = {
  ...{ objection: 'o1', about: 'roll', at: '2026-11-20T03:00:00.000Z', mine: false },
  ...{ text: '我家少算了一间房。', by: '张**', unit: '1-2-801' },
}
const answered: Objection = {
  ...objection,
  ...{ objection: 'o2', text: '早先的一件' },
  answer: { at: '2026-11-20T05:00:00.000Z', outcome: 'upheld', text: '已经更正产权清册。' },
}
const open = (about = 'roll') => openPage(VoteAnswersPage, { vote: 'v1', about })
const WORDS = '不动产登记是 89.57 ㎡，没有少算。'

beforeEach(() => {
  startServer()
  comeAs('committee')
  answerTo(votes.objections, { objections: [answered, objection] })
})

test('what waits comes first, with who asked and about which home', async () => {
  await open()
  expect(screen.getByText(/还有 1 件没有答复/)).toBeInTheDocument()
  const texts = screen.getAllByText(/少算了一间房|早先的一件/).map((one) => one.textContent)
  expect(texts).toEqual(['我家少算了一间房。', '早先的一件'])
  expect(screen.getAllByText('张**（1-2-801）')).toHaveLength(2)
})

test('an answer says whether it is so and why, and only then is it sent', async () => {
  await open()
  expect(screen.getByText('请选择异议成不成立')).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '异议不成立' }))
  expect(screen.getByText(/请写答复/)).toBeInTheDocument()
  type('答复', WORDS)
  answerTo(votes.answerObjection, objection)
  answerTo(votes.objections, { objections: [answered] })
  await press('答复这件异议')
  expect(callsOf(votes.answerObjection)).toMatchObject([
    { body: { about: 'roll', outcome: 'dismissed', text: WORDS } },
  ])
  expect(screen.getByText('每件都答复了。')).toBeInTheDocument()
})

test('somebody else answered first: it is said, and the words stay', async () => {
  refuseTo(votes.answerObjection, 'votes.objection_answered')
  await open()
  await tap(screen.getByRole('radio', { name: '异议成立' }))
  type('答复', WORDS)
  await press('答复这件异议')
  expect(screen.getByText(/已经答复.*写的内容还在/)).toBeInTheDocument()
  expect(field('答复')).toHaveValue(WORDS)
  expect(button('答复这件异议')).toBeEnabled()
})

test('none says where they will be', async () => {
  answerTo(votes.objections, { objections: [] })
  await open('result')
  expect(screen.getByText('没有异议')).toBeInTheDocument()
})

test('who does not conduct votes is told so', async () => {
  comeAs('owner')
  await open()
  expect(callsOf(votes.objections)).toEqual([])
  expect(screen.getByText(/组织表决/)).toBeInTheDocument()
})
