import { fireEvent, render, screen } from '@testing-library/react'
import { communities } from '#shared/communities/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { complaintWith } from '../../complaints.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import { community } from '../../votes.fixture.ts'
import ComplaintWindowPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

/** As it would be printed. */
const NUMBER = 'JX7K4M9R3'
const by = { role: '社区', name: '郑*' }
const atWindow = { by, claimed: false, phone: '13800000000' }
const complaint = complaintWith({
  number: NUMBER,
  mine: false,
  channel: 'WINDOW',
  atWindow,
  lastSeq: 1,
})
const receipt = { code: '34679-ACDEF', codeUntil: '2027-02-19T02:00:00.000Z' }

async function open(number?: string) {
  openWith(number === undefined ? {} : { number })
  render(<ComplaintWindowPage />)
  await settled()
  await settled()
}
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const choose = async (id: string, option: string) => {
  await press(id)
  await tap(screen.getByRole('button', { name: option }))
  await tap(screen.getByRole('button', { name: '确定' }))
}

/** As somebody tells it at the window. */
async function fillIn() {
  write('本人姓名', '周八')
  write('电话', '13800000000')
  await choose('building', '1栋')
  write('单元', '1')
  write('房号', '201')
  await choose('category', '房屋与设施维修')
  write('本人怎么说', '电梯关门夹人，老人不敢坐。')
  await tap(screen.getByRole('radio', { name: /本人家里/ }))
}

beforeEach(() => {
  startServer()
  comeAs('community')
  answerTo(communities.get, { ...community, buildings: ['1栋', '2栋'] })
  answerTo(complaints.fileAtWindow, { complaint, receipt })
  answerTo(complaints.get, complaint)
})

test('what somebody says is filed, and the paper is shown once', async () => {
  await open()
  expect(screen.getByText('请写本人姓名')).toBeInTheDocument()
  await fillIn()
  await press('file-at-window')
  expect(callsOf(complaints.fileAtWindow)).toMatchObject([
    {
      body: {
        ...{ channel: 'WINDOW', name: '周八', phone: '13800000000', unit: '1-1-201' },
        ...{ category: 'repair', place: { kind: 'home', unit: '1-1-201' }, hidesName: false },
      },
    },
  ])
  expect(screen.getByText('34679-ACDEF')).toBeInTheDocument()
  expect(screen.getByText(/只显示这一次/)).toBeInTheDocument()
  await press('handed-over')
  expect(screen.queryByText('34679-ACDEF')).toBeNull()
  expect(screen.getByText('13800000000')).toBeInTheDocument()
})

test('a lost answer loses nothing: the same is sent again', async () => {
  loseAnswersTo(complaints.fileAtWindow)
  await open()
  await fillIn()
  await press('file-at-window')
  expect(screen.getByText(/填写的内容还在/)).toBeInTheDocument()
  await press('file-at-window')
  const keys = new Set(callsOf(complaints.fileAtWindow).map(({ key }) => key))
  expect(keys.size).toBe(1)
})

test('a home that is not on the register is said so', async () => {
  refuseTo(complaints.fileAtWindow, 'complaints.unknown_unit')
  await open()
  await fillIn()
  await press('file-at-window')
  expect(screen.getByText(/名册上没有这套房/)).toBeInTheDocument()
})

test.each([
  ['姓名', () => write('本人姓名', '周'), '请写本人姓名'],
  ['电话', () => write('电话', '12'), '电话号码不对，没有就不填'],
  ['问题', () => write('本人怎么说', '坏'), '请写清问题，至少 5 个字'],
  ['房号', () => write('房号', ''), '问题在家里的，请选楼栋、写房号'],
])('%s is asked for before anything is sent', async (_, spoil, words) => {
  await open()
  await fillIn()
  spoil()
  expect(screen.getByText(words)).toBeInTheDocument()
  await press('file-at-window')
  expect(callsOf(complaints.fileAtWindow)).toHaveLength(0)
})

test('who comes back with the paper is found by its number, however it was typed', async () => {
  await open()
  expect(screen.queryByRole('textbox', { name: '编号' })).toBeNull()
  await press('with-paper')
  write('编号', 'jx7 k4m-9r3')
  await press('look-up')
  expect(callsOf(complaints.get)[0]?.path).toContain(NUMBER)
  answerTo(complaints.sayForFiler, complaint)
  write('本人说的话', '今天又夹了一次。')
  await press('say-for')
  expect(callsOf(complaints.sayForFiler)).toMatchObject([
    { body: { says: 'message', text: '今天又夹了一次。', seen: 1 } },
  ])
})

test('once it is done they may say that it is not', async () => {
  answerTo(complaints.get, { ...complaint, state: 'resolved' })
  refuseTo(complaints.sayForFiler, 'complaints.changed_meanwhile', { who: '系统', what: '结案' })
  await open(NUMBER)
  await tap(screen.getByRole('radio', { name: /没有办好/ }))
  write('本人说的话', '还在夹人。')
  await press('say-for')
  expect(callsOf(complaints.sayForFiler)).toMatchObject([{ body: { says: 'dispute' } }])
  expect(screen.getByText(/填写的内容还在/)).toBeInTheDocument()
  expect(screen.getByDisplayValue('还在夹人。')).toBeInTheDocument()
})

test('another paper is printed, and the first no longer holds', async () => {
  answerTo(complaints.reprintReceipt, { complaint, receipt: { ...receipt, code: 'ACDEF-34679' } })
  await open(NUMBER)
  expect(screen.getByText(/旧回执上的认领码就作废/)).toBeInTheDocument()
  await press('reprint')
  expect(screen.getByText('ACDEF-34679')).toBeInTheDocument()
})

test('what is claimed is the person’s own affair', async () => {
  answerTo(complaints.get, { ...complaint, atWindow: { by, claimed: true } })
  await open(NUMBER)
  expect(screen.getByText(/本人已经认领/)).toBeInTheDocument()
  expect(document.getElementById('reprint')).toBeNull()
})

test('who may not is told', async () => {
  comeAs('property')
  await open()
  expect(screen.getByText(/不能做这件事：在窗口替人提交投诉/)).toBeInTheDocument()
})
