import { fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaints } from '#shared/complaints/contract.ts'
import { complaintWork, type WorkCard } from '#shared/complaints/workbench-contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { complaintCardWith, complaintWith } from '../../complaints.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  NOW,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import { savedFilters } from '../work/filters.ts'
import ComplaintQueuePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const [A, B] = ['JX7K4M9R3', 'JXAAAAAAA']
const card = (number: string, facts: Partial<WorkCard> = {}): WorkCard => ({
  ...complaintCardWith({ number, summary: `投诉 ${number}` }),
  dueAt: '2026-11-21T05:30:00.000Z',
  ...facts,
})
const COUNTS = { overdue: 0, due_soon: 2, mine: 1, unaccepted: 0, waiting: 3, open: 6 }

function theBoard(items: WorkCard[], facts = {}): void {
  answerTo(complaintWork.board, {
    ...{ items, at: NOW, counts: COUNTS, cut: false, buildings: ['3幢', '5幢'] },
    ...facts,
  })
}
async function open(): Promise<void> {
  render(<ComplaintQueuePage />)
  await settled()
}
const press = async (name: string | RegExp) => {
  await tap(screen.getByRole('button', { name }))
  await settled()
}
const lastAsked = () => callsOf(complaintWork.board).at(-1)?.path ?? ''

beforeEach(() => {
  startServer()
  comeAs('property')
  theBoard([
    card(A, { worker: { role: '物业客服', name: '周*', me: false } }),
    card(B, { paused: true, worker: { role: '物业客服', name: '刘*', me: true } }),
  ])
  answerTo(complaintWork.colleagues, {
    items: [
      { person: 'p1', name: '张三', role: '物业客服', me: true },
      { person: 'p2', name: '周涛', role: '物业客服', me: false },
    ],
  })
})

test('each queue with its count; a line says how pressing it is and who has it', async () => {
  await open()
  expect(screen.getByRole('radio', { name: '快到期 2' })).toBeInTheDocument()
  expect(screen.getByText('还剩 3 小时')).toBeInTheDocument()
  expect(screen.getByText('电梯，3幢，周*在办')).toBeInTheDocument()
  expect(screen.getByText('已暂停计时')).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '等待中 3' }))
  await settled()
  expect(lastAsked()).toContain('queue=waiting')
  await tap(screen.getByText(`投诉 ${A}`))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/property/complaint/index?number=${A}` })
})

test('an empty queue says so, and a list that was cut too', async () => {
  theBoard([], { cut: true })
  await open()
  expect(screen.getByText('“快到期”里没有投诉')).toBeInTheDocument()
  expect(screen.getByText(/只列出最早的 1,000 件/)).toBeInTheDocument()
})

test('several are chosen, by holding one too, and given to a colleague; what could not be given stays', async () => {
  await open()
  fireEvent(screen.getByText(`投诉 ${A}`), new Event('longpress', { bubbles: true }))
  await press('选择多件')
  await tap(screen.getByRole('checkbox', { name: `投诉 ${A}` }))
  await tap(screen.getByRole('checkbox', { name: `投诉 ${B}` }))
  expect(screen.getByText('已选 2 件')).toBeInTheDocument()
  await press('交给同事（2 件）')
  expect(screen.getByRole('button', { name: /交给这位同事/ })).toBeDisabled()
  await tap(screen.getByRole('radio', { name: '周涛' }))
  answerTo(complaintWork.assign, {
    items: [
      { number: A, done: true },
      {
        ...{ number: B, done: false, code: 'complaints.assigned_meanwhile' },
        detail: '刚刚被同事交给了别人，请刷新看过再定。',
      },
    ],
  })
  await press('交给这位同事（2 件）')
  expect(callsOf(complaintWork.assign)).toMatchObject([
    { body: { to: 'p2', numbers: [A, B], seenAt: NOW } },
  ])
  expect(screen.getByText(/JXA-AAA-AAA：刚刚被同事交给了别人/)).toBeInTheDocument()
  answerTo(complaintWork.assign, { items: [{ number: B, done: true }] })
  await press('交给这位同事')
  expect(callsOf(complaintWork.assign).at(-1)).toMatchObject({ body: { numbers: [B] } })
  expect(screen.getByRole('button', { name: '选择多件' })).toBeInTheDocument()
})

test('somebody who is no colleague any more is refused, and nothing chosen is lost', async () => {
  refuseTo(complaintWork.assign, 'complaints.not_colleague')
  await open()
  await press('选择多件')
  await tap(screen.getByRole('checkbox', { name: `投诉 ${A}` }))
  await press('交给同事（1 件）')
  await tap(screen.getByRole('radio', { name: '周涛' }))
  await press('交给这位同事')
  expect(screen.getByText('只能交给本小区现在的物业人员，请重新选择。')).toBeInTheDocument()
  await press('先不交')
  expect(screen.getByText('已选 1 件')).toBeInTheDocument()
})

test('a filter is kept under a name, used with a tap, and taken off again', async () => {
  const kept = savedFilters('p1', 'c1')
  kept.save({ name: '3幢电梯', filter: { category: 'lift', building: '3幢' } })
  await open()
  await tap(screen.getByText('筛选'))
  await tap(screen.getByRole('radio', { name: '3幢电梯' }))
  await settled()
  expect(lastAsked()).toContain(`category=lift&building=${encodeURIComponent('3幢')}`)
  expect(screen.getByText('电梯，3幢')).toBeInTheDocument()
  await press('删除“3幢电梯”')
  expect(kept.list()).toEqual([])
  fireEvent.change(screen.getByRole('textbox', { name: '给这个筛选起个名字' }), {
    target: { value: '三幢' },
  })
  await press('存下来')
  expect(kept.list()).toEqual([{ name: '三幢', filter: { category: 'lift', building: '3幢' } }])
  await press('不筛选，看全部')
  expect(lastAsked()).not.toContain('category')
})

test('chosen ones are taken along on the round', async () => {
  answerTo(complaints.get, complaintWith({ number: A, mine: false }))
  await open()
  await press('选择多件')
  await tap(screen.getByRole('checkbox', { name: `投诉 ${A}` }))
  await press('加入今日要看')
  expect(screen.getByText(/已存到手机上的“今日要看”/)).toBeInTheDocument()
})

test('who may not see it is told so', async () => {
  refuseTo(complaintWork.board, 'scope.not_found')
  await open()
  expect(screen.getByText(/没有找到这个小区/)).toBeInTheDocument()
})
