import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaints } from '#shared/complaints/contract.ts'
import { complaintWith } from '../../complaints.fixture.ts'
import { openPage, press } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import { EMPTY, type Form } from '../complaint-file/form.ts'
import { complaintDrafts, filed } from '../complaint-file/outbox.ts'
import { asked } from '../complaint-file/sending.ts'
import ComplaintDraftsPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/kept-files.ts', () => ({ dropFile: () => undefined }))

const drafts = () => complaintDrafts('p1', 'c1')
const WRITTEN: Form = { ...EMPTY, category: 'lift', text: '电梯关门有异响', where: '1-2-801' }
const FAILED = { key: 'a', path: 'a.jpg', state: 'failed', attempts: 5, wrong: '太大' } as const

function keep(form: Partial<Form> = {}): string {
  const draft = drafts().begin({ ...WRITTEN, ...form })
  drafts().save(draft)
  return draft.id
}

beforeEach(() => {
  startServer()
  comeAs('owner')
  filed.write([])
  answerTo(complaints.file, complaintWith())
})

test('each shows its first words, its photos and when it was kept, and opens where it was left', async () => {
  const id = keep({ photos: [FAILED] })
  keep({ text: '' })
  await openPage(ComplaintDraftsPage)
  expect(screen.getByText('还没有写文字')).toBeInTheDocument()
  expect(screen.getByText(/^1 张照片，.* 存下/)).toBeInTheDocument()
  screen.getByText('电梯关门有异响').click()
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/resident/complaint-file/index?draft=${id}&community=c1`,
  })
})

test('one is deleted after being asked by name, the others stay', async () => {
  keep({ text: '第一件，水管漏水' })
  await openPage(ComplaintDraftsPage)
  await press('删除这件草稿')
  expect(drafts().list()).toHaveLength(1)
  await press('留着')
  await press('删除这件草稿')
  await press('删除这件草稿')
  expect(drafts().list()).toEqual([])
  expect(screen.getByText('没有写了一半的投诉')).toBeInTheDocument()
})

test('what waited to be sent goes as the page opens, and says who has to do what', async () => {
  const id = keep()
  drafts().change(id, (form) => asked(form, false))
  await openPage(ComplaintDraftsPage)
  expect(callsOf(complaints.file)).toHaveLength(1)
  expect(screen.getByText(/^已提交，编号 .*。物业已受理，正在处理。$/)).toBeInTheDocument()
  expect(drafts().list()).toEqual([])
})

test('what was refused says why, and stays to be changed', async () => {
  refuseTo(complaints.file, 'complaints.unknown_category')
  const id = keep()
  drafts().change(id, (form) => asked(form, false))
  await openPage(ComplaintDraftsPage)
  expect(screen.getByText(/^没有提交成：这一类投诉已经停用/)).toBeInTheDocument()
  expect(drafts().find(id)?.content.text).toBe(WRITTEN.text)
})

test('who has moved out still finds what they wrote', async () => {
  comeAs('tenant')
  keep()
  await openPage(ComplaintDraftsPage, { community: 'c1' })
  expect(screen.getByText('电梯关门有异响')).toBeInTheDocument()
})
