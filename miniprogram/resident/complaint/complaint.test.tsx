import { act, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaints, type Complaint } from '#shared/complaints/contract.ts'
import { people } from '#shared/people/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { complaintWith, NUMBER } from '../../complaints.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  COMMUNITY,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import { EMPTY } from '../complaint-file/form.ts'
import { complaintDrafts } from '../complaint-file/outbox.ts'
import { asked } from '../complaint-file/sending.ts'
import ComplaintPage from './index.tsx'

const done = complaintWith({ state: 'resolved', acts: ['confirm', 'dispute'] })
const button = (name: string) => screen.getByRole('button', { name })
const press = async (name: string) => {
  await tap(button(name))
  await settled()
}

async function open(complaint: Complaint, query: Record<string, string> = {}) {
  answerTo(complaints.get, complaint)
  openWith({ number: NUMBER, ...query })
  render(<ComplaintPage />)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(complaints.confirm, complaintWith({ state: 'confirmed' }))
  answerTo(complaints.dispute, complaintWith({ state: 'disputed', disputesLeft: 0 }))
})

test.each(['submitted', 'routed_street', 'accepted'] as const)(
  'just filed and already %s, its number is told in groups that are easy to read aloud',
  async (state) => {
    await open(complaintWith({ state }), { filed: '1' })
    expect(screen.getByText('已收到，编号 JX7-K4M-9R4。')).toBeInTheDocument()
  },
)

test('what waits to be sent goes on here too, though the page where it was written was not opened', async () => {
  const drafts = complaintDrafts('p1', COMMUNITY)
  const content = { ...EMPTY, category: 'lift', text: '电梯又响了', where: '1-2-801' } as const
  const draft = drafts.begin(asked(content, false))
  drafts.save(draft)
  answerTo(complaints.file, complaintWith())
  await open(complaintWith({ state: 'accepted' }))
  await settled()
  expect(callsOf(complaints.file)).toMatchObject([{ body: { text: '电梯又响了' } }])
  expect(drafts.find(draft.id)).toBeUndefined()
})

test('once it is answered, that it was received is no news any more', async () => {
  await open(done, { filed: '1' })
  expect(screen.queryByText(/已收到/)).toBeNull()
})

test.each<[Partial<Complaint>, RegExp]>([
  [{ state: 'submitted' }, /等物业受理/],
  [{ state: 'submitted', checked: false }, /正在检查内容.*没有丢/],
  [{ state: 'submitted', checked: false, held: true }, /社区工作人员看一下.*没有丢/],
  [{ state: 'disputed' }, /物业要重新处理/],
  [{ state: 'withdrawn' }, /您已撤回/],
  [{ state: 'confirmed' }, /已经办结/],
])('%j says whose turn it is: %p', async (facts, sentence) => {
  await open(complaintWith(facts))
  expect(screen.getByText(sentence)).toBeInTheDocument()
  expect(screen.queryByText('办好了吗？')).toBeNull()
})

test('what is done is confirmed with a rating, never without', async () => {
  await open(done)
  await press('办好了，确认')
  expect(callsOf(complaints.confirm)).toEqual([])
  await tap(screen.getByRole('radio', { name: '4 分' }))
  act(() => {
    button('办好了，确认').click()
    button('办好了，确认').click()
  })
  await settled()
  expect(callsOf(complaints.confirm)).toMatchObject([{ body: { rating: 4 } }])
  expect(screen.getByText('已办结')).toBeInTheDocument()
})

test('somebody else’s is answered as one that does not exist', async () => {
  refuseTo(complaints.get, 'complaints.not_found')
  openWith({ number: NUMBER })
  render(<ComplaintPage />)
  await settled()
  expect(screen.getByText('没有找到')).toBeInTheDocument()
})

const THROUGH = { role: '代办人（邻居）', name: '李**' }

test('the person helped sees who sent it in, and says alone whether it is done', async () => {
  const [filing] = done.timeline
  const timeline = filing ? [{ ...filing, through: THROUGH }] : []
  await open({ ...done, assistedBy: THROUGH, timeline })
  expect(screen.getByText('代办人（邻居） 李**')).toBeInTheDocument()
  expect(screen.getByText(/提交，由代办人（邻居） 李\*\* 代为提交/)).toBeInTheDocument()
  expect(button('办好了，确认')).toBeInTheDocument()
})

test('who has moved out is told what becomes of it, and how to have what they wrote', async () => {
  answerTo(people.me, { person: 'p1', name: '', memberships: [] })
  refuseTo(complaints.get, 'scope.not_found')
  openWith({ number: NUMBER, community: 'c1' })
  render(<ComplaintPage />)
  await settled()
  expect(screen.getByText('您在这个小区已经没有登记的房屋')).toBeInTheDocument()
  await press('导出我的信息')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/privacy-export/index?' })
})

test('who sent it in for another reads it without a home of their own, and is told whose turn it is', async () => {
  answerTo(people.me, { person: 'p1', name: '', memberships: [] })
  const mine = { mine: false, assisting: true, acts: [] }
  await open(complaintWith({ state: 'resolved', assistedBy: THROUGH, ...mine }), {
    community: 'c1',
  })
  expect(screen.getByText('物业说已经办完，等本人确认。代办人不能代替。')).toBeInTheDocument()
  expect(screen.getByText('待居民确认')).toBeInTheDocument()
  expect(screen.queryByText('办好了吗？')).toBeNull()
})
