import { fireEvent, render, screen } from '@testing-library/react'
import { complaints, type Complaint } from '#shared/complaints/contract.ts'
import { complaintWork } from '#shared/complaints/workbench-contract.ts'
import { DEFAULT_SETTINGS } from '#shared/complaints/settings.ts'
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
const words = () => screen.getByRole('textbox', { name: '要告诉居民的话' })
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
  answerTo(complaints.settings, { version: 0, settings: DEFAULT_SETTINGS })
})

test('is taken on, answered, and then done is what comes next', async () => {
  answerTo(complaints.accept, accepted)
  answerTo(complaints.reply, theirs({ state: 'replied', acts: ['reply', 'resolve'] }))
  answerTo(complaints.resolve, theirs({ state: 'resolved' }))
  await open(theirs({ state: 'submitted', acts: ['accept'] }))
  await press('受理')
  expect(callsOf(complaints.accept)).toHaveLength(1)
  await press('回复居民')
  type('明天上午上门')
  await press('发出回复')
  expect(callsOf(complaints.reply)).toMatchObject([{ body: { text: '明天上午上门', photos: [] } }])
  await press('办完了')
  expect(words()).toHaveValue('')
  type('已经修好')
  await press('报告办完，请居民确认')
  expect(screen.getByText('待居民确认')).toBeInTheDocument()
})

test('each answer has a key of its own; sent again after a lost answer, the same', async () => {
  loseAnswersTo(complaints.reply)
  const { unmount } = await open(accepted)
  await press('回复居民')
  type('明天上午上门')
  await press('发出回复')
  unmount()
  answerTo(complaints.reply, accepted)
  await open(accepted)
  await press('回复居民')
  expect(words()).toHaveValue('明天上午上门')
  await press('发出回复')
  const first = new Set(callsOf(complaints.reply).map(({ key }) => key))
  expect(first.size).toBe(1)
  await press('回复居民')
  type('后天再来一次')
  await press('发出回复')
  expect(first.has(callsOf(complaints.reply).at(-1)?.key)).toBe(false)
})

test('what stands still goes on with one tap', async () => {
  answerTo(complaints.resume, accepted)
  await open(theirs({ state: 'accepted', paused: true, acts: ['reply', 'resume'] }))
  await press('恢复计时')
  expect(callsOf(complaints.resume)).toHaveLength(1)
})

test('it is given to a colleague; refused, it says why', async () => {
  answerTo(complaintWork.colleagues, {
    items: [{ person: 'p2', name: '周涛', role: '物业客服', me: false }],
  })
  const detail = '这件投诉是这位同事自己提的，请交给别人办理。'
  const code = 'complaints.of_colleague'
  answerTo(complaintWork.assign, { items: [{ number: NUMBER, done: false, code, detail }] })
  await open(theirs({ state: 'accepted', worker: { role: '物业客服', name: '刘*', me: true } }))
  await tap(screen.getByText('经办人'))
  await settled()
  await tap(screen.getByRole('radio', { name: '周涛' }))
  await press('交给这位同事')
  expect(screen.getByText(new RegExp(detail))).toBeInTheDocument()
  answerTo(complaintWork.assign, { items: [{ number: NUMBER, done: true }] })
  const given = { role: '物业客服', name: '周*', me: false }
  answerTo(complaints.get, theirs({ state: 'accepted', worker: given }))
  await press('交给这位同事')
  expect(screen.getByText('物业客服 周*')).toBeInTheDocument()
})

test('who may not look at it is told so', async () => {
  refuseTo(complaints.get, 'complaints.not_found')
  openWith({ number: NUMBER })
  render(<HandlePage />)
  await settled()
  expect(screen.getByText(/没有找到这件投诉/)).toBeInTheDocument()
})
