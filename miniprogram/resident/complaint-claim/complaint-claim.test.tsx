import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { complaints } from '#shared/complaints/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { complaintWith } from '../../complaints.fixture.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import ComplaintClaimPage from './index.tsx'

/** As it would be printed. */
const NUMBER = 'JX7K4M9R3'

async function open() {
  openWith({})
  render(<ComplaintClaimPage />)
  await settled()
}
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const claim = async () => {
  write('编号', 'jx7-k4m-9r3')
  write('认领码', '34679-acdef')
  await tap(document.getElementById('claim') as HTMLElement)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
})

test('number and code make it one’s own', async () => {
  answerTo(complaints.claimWithCode, complaintWith())
  await open()
  expect(screen.getByText('请照回执写编号')).toBeInTheDocument()
  write('编号', 'jx7-k4m-9r9')
  expect(screen.getByText('编号不对，请照回执核对')).toBeInTheDocument()
  await claim()
  expect(callsOf(complaints.claimWithCode)).toMatchObject([
    { body: { number: NUMBER, secret: '34679-acdef' } },
  ])
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: `/resident/complaint/index?number=${NUMBER}`,
  })
})

test.each([
  ['complaints.claim_wrong', /编号或认领码不对/],
  ['complaints.claim_used', /已经用过/],
  ['complaints.claim_locked', /明天再试/],
] as const)('%s is said, and what was typed stays', async (code, words) => {
  refuseTo(complaints.claimWithCode, code)
  await open()
  await claim()
  expect(screen.getByText(words)).toBeInTheDocument()
  expect(screen.getByDisplayValue('34679-acdef')).toBeInTheDocument()
})

test('it takes a home here', async () => {
  comeAs('property')
  await open()
  expect(screen.getByText(/不能做这件事：凭回执认领投诉/)).toBeInTheDocument()
})
