import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaints } from '#shared/complaints/contract.ts'
import { people } from '#shared/people/contract.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { tap } from '../../../config/jest/tap.ts'
import { complaintCardWith } from '../../complaints.fixture.ts'
import { answerTo, refuseTo, settled, startServer } from '../../server.fixture.ts'
import ComplaintFormerPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

async function open() {
  openWith({ community: 'c0' })
  render(<ComplaintFormerPage />)
  await settled()
  await settled()
}

beforeEach(() => {
  startServer()
  answerTo(people.me, { person: 'p1', name: '张三', memberships: [] })
})

test('without any home what was filed there opens in that community', async () => {
  answerTo(complaints.mine, {
    items: [complaintCardWith({ number: 'JX7K2M94P', state: 'resolved' })],
  })
  await open()
  expect(screen.getByText(/以前提交的照样办理/)).toBeInTheDocument()
  await tap(document.getElementById('complaint-JX7K2M94P') as HTMLElement)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/resident/complaint/index?number=JX7K2M94P&community=c0',
  })
})

test('who filed nothing there is told so', async () => {
  answerTo(complaints.mine, { items: [] })
  await open()
  expect(screen.getByText('您在这个小区没有提过投诉')).toBeInTheDocument()
})

test('who never had a home there is refused in words', async () => {
  refuseTo(complaints.mine, 'scope.not_found')
  await open()
  expect(screen.queryByText('最近的在前')).toBeNull()
  expect(screen.getByRole('button', { name: '回首页' })).toBeInTheDocument()
})
