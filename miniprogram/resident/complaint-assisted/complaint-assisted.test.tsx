import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaints } from '#shared/complaints/contract.ts'
import { people } from '#shared/people/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { complaintCardWith, NUMBER } from '../../complaints.fixture.ts'
import { answerTo, callsOf, refuseTo, settled, startServer } from '../../server.fixture.ts'
import ComplaintAssistedPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const filedFor = { role: '业主', name: '周**' }

async function open(query: Readonly<Record<string, string>> = {}) {
  openWith({ community: 'c1', ...query })
  render(<ComplaintAssistedPage />)
  await settled()
  await settled()
}

beforeEach(() => {
  startServer()
  answerTo(people.me, { person: 'p1', name: '', memberships: [] })
})

test('each says for whom, and leads to it', async () => {
  answerTo(complaints.assisted, {
    items: [{ ...complaintCardWith({ state: 'resolved' }), filedFor }],
  })
  await open()
  expect(screen.getByText(/^替 周\*\*，电梯/)).toBeInTheDocument()
  expect(screen.getByText('待居民确认')).toBeInTheDocument()
  await tap(document.getElementById(`complaint-${NUMBER}`) as HTMLElement)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/resident/complaint/index?number=${NUMBER}&community=c1`,
  })
  await tap(screen.getByRole('button', { name: '替人提交投诉' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/resident/complaint-file/index?community=c1',
  })
})

test('what a helper sent in for the person waits for that person', async () => {
  answerTo(complaints.assisted, {
    items: [{ ...complaintCardWith({ state: 'resolved' }), filedFor }],
  })
  await open({ side: 'for_me' })
  expect(callsOf(complaints.assisted)[0]?.path).toContain('side=for_me')
  expect(screen.getByText('待您确认')).toBeInTheDocument()
  expect(screen.queryByText(/替 周/)).toBeNull()
  expect(screen.queryByRole('button', { name: '替人提交投诉' })).toBeNull()
})

test.each([
  ['by_me', '您还没有替人提交过投诉'],
  ['for_me', '没有代办人替您提交过投诉'],
])('none yet, %s: %s', async (side, words) => {
  answerTo(complaints.assisted, { items: [] })
  await open({ side })
  expect(screen.getByText(words)).toBeInTheDocument()
})

test('who helps nobody there any more is told so', async () => {
  refuseTo(complaints.assisted, 'scope.not_found')
  await open()
  expect(screen.getByText(/没有找到这个小区/)).toBeInTheDocument()
})
