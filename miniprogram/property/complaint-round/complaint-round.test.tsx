import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaints } from '#shared/complaints/contract.ts'
import { people } from '#shared/people/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { complaintWith, NUMBER } from '../../complaints.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  COMMUNITY,
  loseAnswersTo,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import { forgetIdentity } from '#miniprogram/platform/use-identity.ts'
import { roundOutbox } from '../work/round-outbox.ts'
import { roundOf } from '../work/round.ts'
import ComplaintRoundPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const complaint = complaintWith({ mine: false, dueAt: '2026-11-21T05:30:00.000Z' })
const press = async (name: string | RegExp) => {
  await tap(screen.getByRole('button', { name }))
  await settled()
}
const write = (value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: '现场记录' }), { target: { value } })
const outbox = () => roundOutbox('p1', COMMUNITY)
/** The app looks again, without waiting out a pause. */
const lookAgain = () =>
  act(async () => {
    outbox().hurry()
    await outbox().run()
  })

async function open() {
  const page = render(<ComplaintRoundPage />)
  await settled()
  return page
}

beforeEach(() => {
  startServer()
  comeAs('property')
  answerTo(complaints.get, complaint)
  roundOf('p1', COMMUNITY).keep(complaint)
})
afterEach(() => {
  for (const { id } of outbox().notes.list()) outbox().notes.remove(id)
})

test('without anything chosen it says how to choose', async () => {
  roundOf('p1', COMMUNITY).remove(NUMBER)
  await open()
  expect(screen.getByText('还没有选要看的投诉')).toBeInTheDocument()
})

test('place, words and clock are on the phone, also when the app is opened in a basement', async () => {
  const { unmount } = await open()
  unmount()
  forgetIdentity()
  loseAnswersTo(people.me)
  loseAnswersTo(complaints.get)
  await open()
  expect(screen.getByText('电梯，3幢')).toBeInTheDocument()
  expect(screen.getByText(complaint.text)).toBeInTheDocument()
  expect(screen.getByText('还剩 3 小时')).toBeInTheDocument()
})

test('of somebody who has signed out nothing is shown', async () => {
  const { unmount } = await open()
  unmount()
  forgetIdentity()
  Taro.removeStorageSync('session')
  loseAnswersTo(people.me)
  await open()
  expect(screen.queryByText(complaint.text)).toBeNull()
})

test('what was written without a network waits, says so, and arrives once', async () => {
  await open()
  loseAnswersTo(complaints.note)
  await press('拍照、记一笔')
  expect(screen.getByRole('button', { name: '存好，有网络就发' })).toBeDisabled()
  write('门机皮带磨损')
  await press('存好，有网络就发')
  expect(screen.getByText('正在发送')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /看完了/ })).toBeDisabled()
  answerTo(complaints.note, complaint)
  await lookAgain()
  await settled()
  expect(screen.getByText('已发出')).toBeInTheDocument()
  const sent = callsOf(complaints.note)
  expect(sent.at(-1)?.body).toEqual({ text: '门机皮带磨损', photos: [] })
  // However often it was heard: one key is one note.
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  const count = sent.length
  await lookAgain()
  expect(callsOf(complaints.note)).toHaveLength(count)
})

test('what the server refuses says why, stays, and can be sent again', async () => {
  await open()
  refuseTo(complaints.note, 'complaints.already_closed', { state: '已撤回' })
  await press('拍照、记一笔')
  write('已无异响')
  await press('存好，有网络就发')
  expect(screen.getByText(/没有发出：这件投诉已经结束（已撤回）/)).toBeInTheDocument()
  answerTo(complaints.note, complaint)
  await press('再发一次')
  expect(screen.getByText('已发出')).toBeInTheDocument()
})

test('what was begun is there when the page is opened again, and can be thrown away', async () => {
  const { unmount } = await open()
  await press('拍照、记一笔')
  write('三层平层有误差')
  unmount()
  await open()
  expect(screen.getByRole('textbox', { name: '现场记录' })).toHaveValue('三层平层有误差')
  await press('不记了')
  expect(screen.queryByRole('textbox')).toBeNull()
  await press('看完了，从今日要看里去掉')
  expect(screen.getByText('还没有选要看的投诉')).toBeInTheDocument()
})
