import { screen } from '@testing-library/react'
import { complaints } from '#shared/complaints/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { complaintWith } from '../../complaints.fixture.ts'
import { button, field, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import FrozenPage from './index.tsx'

const frozen = complaintWith({ mine: false, frozen: { until: '2029-12-01T00:00:00.000Z' } })
const NUMBER = 'JX7K4M9R3'
const OPEN = '记录理由并调阅'

beforeEach(() => {
  startServer()
  comeAs('community')
})

test('a number, a ground and a reason are needed; then it is read, once on record', async () => {
  answerTo(complaints.openFrozen, frozen)
  await openPage(FrozenPage, { number: NUMBER })
  expect(button(OPEN)).toBeDisabled()
  await tap(screen.getByRole('radio', { name: '诉讼' }))
  expect(screen.getByText('请写具体理由，至少 5 个字')).toBeInTheDocument()
  type('具体理由', '法院来函调取电梯投诉')
  await press(OPEN)
  expect(callsOf(complaints.openFrozen)).toMatchObject([
    { body: { ground: 'lawsuit', reason: '法院来函调取电梯投诉' } },
  ])
  expect(callsOf(complaints.openFrozen)[0]?.key).toBeDefined()
  expect(screen.getByText(/封存到 2029 年/)).toBeInTheDocument()
})

test.each([
  ['complaints.not_frozen', /没有封存，可以直接查看/],
  ['complaints.not_found', /没有找到这件投诉/],
] as const)('%s is said in words, and what was typed stays', async (code, words) => {
  refuseTo(complaints.openFrozen, code)
  await openPage(FrozenPage)
  type('投诉编号', 'jx7-k4m-9r3')
  await tap(screen.getByRole('radio', { name: '争议' }))
  type('具体理由', '调解需要核对原话')
  await press(OPEN)
  expect(screen.getByRole('alert')).toHaveTextContent(words)
  expect(field('具体理由')).toHaveValue('调解需要核对原话')
})

test.each(['owner', 'property', 'district'] as const)('%s may not look', async (role) => {
  comeAs(role)
  await openPage(FrozenPage)
  expect(screen.getByText(/不能做这件事：调阅封存的投诉/)).toBeInTheDocument()
})
