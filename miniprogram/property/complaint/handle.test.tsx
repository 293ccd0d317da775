import { fireEvent, render, screen } from '@testing-library/react'
import { complaints, type Complaint } from '#shared/complaints/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { complaintWith, NUMBER } from '../../complaints.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import HandlePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const theirs = (facts: Partial<Complaint>) => complaintWith({ mine: false, ...facts })
const accepted = theirs({ state: 'accepted', acts: ['reply', 'resolve'] })
const words = () => screen.getByRole('textbox', { name: '告诉居民' })
const type = (value: string) => fireEvent.change(words(), { target: { value } })
const press = async (name: string) => {
  await tap(screen.getByRole('button', { name }))
  await settled()
}

async function open(complaint: Complaint) {
  answerTo(complaints.get, complaint)
  openWith({ number: NUMBER })
  const page = render(<HandlePage />)
  await settled()
  return page
}

beforeEach(() => {
  startServer()
  comeAs('property')
})

test('is taken on, and then can be answered', async () => {
  answerTo(complaints.accept, accepted)
  await open(theirs({ state: 'submitted', acts: ['accept'] }))
  expect(screen.queryByRole('textbox')).toBeNull()
  await press('受理')
  expect(callsOf(complaints.accept)).toHaveLength(1)
  expect(words()).toBeInTheDocument()
})

test('an answer leaves it open, or says that it is done', async () => {
  answerTo(complaints.reply, accepted)
  answerTo(complaints.resolve, theirs({ state: 'resolved' }))
  await open(accepted)
  expect(screen.getByRole('button', { name: '只回复' })).toBeDisabled()
  type('明天上午上门')
  await press('只回复')
  expect(callsOf(complaints.reply)).toMatchObject([{ body: { text: '明天上午上门', photos: [] } }])
  expect(words()).toHaveValue('')
  type('已经修好')
  await press('回复并办完')
  expect(callsOf(complaints.resolve)).toMatchObject([{ body: { text: '已经修好' } }])
  expect(screen.getByText('待居民确认')).toBeInTheDocument()
})

test('each answer has a key of its own; sent again after a lost answer, the same', async () => {
  loseAnswersTo(complaints.reply)
  const { unmount } = await open(accepted)
  type('明天上午上门')
  await press('只回复')
  unmount()
  answerTo(complaints.reply, accepted)
  await open(accepted)
  expect(words()).toHaveValue('明天上午上门')
  await press('只回复')
  const first = new Set(callsOf(complaints.reply).map(({ key }) => key))
  expect(first.size).toBe(1)
  type('后天再来一次')
  await press('只回复')
  expect(first.has(callsOf(complaints.reply).at(-1)?.key)).toBe(false)
})

test('who was slower sees why, keeps the words, and can look again', async () => {
  refuseTo(complaints.resolve, 'complaints.already_resolved')
  await open(accepted)
  type('已经修好')
  await press('回复并办完')
  expect(screen.getByRole('alert')).toHaveTextContent(/写的内容还在/)
  expect(words()).toHaveValue('已经修好')
  answerTo(complaints.get, theirs({ state: 'resolved' }))
  await press('刷新')
  expect(screen.getByText('待居民确认')).toBeInTheDocument()
})
