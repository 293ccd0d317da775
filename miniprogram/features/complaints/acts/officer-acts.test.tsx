import { fireEvent, render, screen } from '@testing-library/react'
import { complaints, type Complaint, type ComplaintAct } from '#shared/complaints/contract.ts'
import { DEFAULT_SETTINGS } from '#shared/complaints/settings.ts'
import type { RefusalCode } from '#shared/api.ts'
import { tap } from '../../../../config/jest/tap.ts'
import { complaintWith } from '../../../complaints.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  NOW,
  refuseTo,
  settled,
  startServer,
} from '../../../server.fixture.ts'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { OfficeActs } from './office-acts.tsx'
import { officerEntries } from './officer-entries.ts'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const theirs = (facts: Partial<Complaint>) => complaintWith({ mine: false, lastSeq: 7, ...facts })
const press = async (name: string) => {
  await tap(screen.getByRole('button', { name }))
  await settled()
}
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
}
const choose = (name: string) => tap(screen.getByRole('radio', { name }))

async function show(facts: Partial<Complaint>) {
  const complaint = theirs(facts)
  render(
    <SignedIn>
      {() => (
        <OfficeActs
          entries={officerEntries(complaint)}
          {...{ community: 'c1', person: 'p1', complaint, onDone: () => undefined }}
          onLost={() => Promise.resolve()}
        />
      )}
    </SignedIn>,
  )
  await settled()
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('street')
  answerTo(complaints.settings, { version: 0, settings: DEFAULT_SETTINGS })
})

interface Case {
  readonly operation: Exclude<keyof typeof complaints, 'file'>
  readonly act: ComplaintAct
  readonly open: string
  readonly send: string
  readonly says: RegExp
  readonly fill: () => Promise<void> | void
  readonly body: object
}

const CASES: readonly Case[] = [
  {
    ...{ operation: 'route', act: 'route', open: '转到街道办理', send: '转到街道' },
    ...{ says: /物业不能再办/, fill: () => undefined, body: { text: '' } },
  },
  {
    ...{ operation: 'handle', act: 'handle', open: '开始办理', send: '开始办理' },
    says: /居民看得到期限/,
    fill: () => type('怎么办', '约谈物业'),
    body: { text: '约谈物业' },
  },
  {
    ...{ operation: 'escalate', act: 'escalate', open: '上交一级', send: '上交' },
    ...{ says: /区级联席会议/, fill: () => undefined, body: { text: '' } },
  },
  {
    ...{ operation: 'toMediation', act: 'to_mediation', open: '转调解', send: '转调解' },
    says: /期限停止计算/,
    fill: () => type('由谁调解', '街道调委会'),
    body: { body: '街道调委会', text: '' },
  },
  {
    ...{ operation: 'toLitigation', act: 'to_litigation' },
    ...{ open: '走诉讼途径', send: '记录走诉讼途径', says: /不需要谁同意/ },
    fill: () => {
      type('哪个法院', '青山区人民法院')
      type('案号', '（2026）川0302民初1号')
    },
    body: { body: '青山区人民法院', caseNumber: '（2026）川0302民初1号' },
  },
  {
    ...{ operation: 'takeBack', act: 'take_back' },
    ...{ open: '转回街道接着办', send: '转回街道接着办', says: /办理期限从现在起算/ },
    fill: () => type('还剩下什么没解决', '调解不成'),
    body: { text: '调解不成' },
  },
  {
    ...{ operation: 'refer', act: 'refer', open: '转有关部门', send: '转给这个部门' },
    says: /仍由街道跟进结果/,
    fill: async () => {
      await choose('市场监管')
      type('请它办什么', '请核查检验报告')
    },
    body: { department: 'market', text: '请核查检验报告' },
  },
  {
    ...{ operation: 'decline', act: 'decline', open: '不予受理', send: '不予受理并告诉居民' },
    says: /不属于本级职责不是不受理的理由/,
    fill: async () => {
      await choose('没有可以核实的内容')
      type('告诉居民为什么', '没有这项计划')
    },
    body: { reason: 'nothing_to_check', text: '没有这项计划' },
  },
  {
    ...{ operation: 'closeUnanswered', act: 'close_unanswered' },
    ...{ open: '按未答复结案', send: '记录决定并结案', says: /不算满意/ },
    fill: () => type('决定和依据', '两次未联系上'),
    body: { text: '两次未联系上' },
  },
  {
    ...{ operation: 'review', act: 'review', open: '写复核意见', send: '写下复核意见' },
    says: /两名没有办过这件投诉的工作人员/,
    fill: async () => {
      await choose('没有办好')
      type('看了什么，依据是什么', '龙骨还在')
    },
    body: { verdict: 'not_done', text: '龙骨还在' },
  },
  {
    ...{ operation: 'recordOnsite', act: 'record_onsite' },
    ...{ open: '记录现场核实', send: '记录现场核实', says: /照片和文字至少要有一样/ },
    fill: () => type('看到了什么', '门机有异响'),
    body: { who: '街道 张三', where: '3幢', text: '门机有异响', photos: [] },
  },
]

test.each(CASES)('$act says what follows, and is sent with what was seen', async (one) => {
  const { operation, act, open, send, says, fill, body } = one
  const route = complaints[operation] as typeof complaints.reply
  answerTo(route, theirs({ acts: [], lastSeq: 8 }))
  await show({ acts: [act] })
  await press(open)
  expect(screen.getByText(says)).toBeInTheDocument()
  await fill()
  await press(send)
  const [call] = callsOf(route)
  expect(call?.body).toMatchObject({ ...body, seen: 7 })
  expect(call?.key).toBeDefined()
})

test('a meeting asks for everything that its resolution needs', async () => {
  await show({ state: 'street_meeting', acts: ['reply', 'record_meeting'] })
  await press('记录联席会议决议')
  expect(screen.getByRole('button', { name: '记录决议' })).toBeDisabled()
  type('谁参加了', '街道、物业、业委会')
  type('议定了什么', '十日内更换门机')
  expect(screen.getByText('请写谁负责')).toBeInTheDocument()
  type('谁负责', '安居物业')
  expect(screen.getByText('请选什么时候办完')).toBeInTheDocument()
})

test('nothing to show on the spot, nothing to send', async () => {
  await show({ state: 'street_accepted', acts: ['record_onsite'] })
  await press('记录现场核实')
  expect(screen.getByText('请拍一张照片，或写看到了什么')).toBeInTheDocument()
  type('看到了什么', '门机有异响')
  type('谁去的', '')
  expect(screen.getByText('请写谁去的')).toBeInTheDocument()
})

test.each<
  [string, ComplaintAct, Exclude<keyof typeof complaints, 'file'>, string, RefusalCode, RegExp]
>([
  ['上交一级', 'escalate', 'escalate', '上交', 'complaints.finding_required', /请先写明结论/],
  ['转调解', 'to_mediation', 'toMediation', '转调解', 'complaints.not_now', /还不能做这一步/],
  [
    '写复核意见',
    'review',
    'review',
    '写下复核意见',
    'complaints.reviewed_by_you',
    /另一名工作人员/,
  ],
  [
    '记录现场核实',
    'record_onsite',
    'recordOnsite',
    '记录现场核实',
    'complaints.visit_not_then',
    /请改正/,
  ],
])('%s refused says why in words, and keeps what was typed', async (...one) => {
  const [open, act, operation, send, code, why] = one
  refuseTo(complaints[operation], code, { state: '待街道受理' })
  await show({ acts: [act] })
  await press(open)
  const box = screen.getAllByRole('textbox')[0] as HTMLElement
  fireEvent.change(box, { target: { value: '写了很久的话' } })
  if (act === 'review') await choose('已经办好')
  await press(send)
  expect(screen.getByRole('alert')).toHaveTextContent(why)
  expect(screen.getByRole('alert')).toHaveTextContent(/内容还在/)
  expect(box).toHaveValue('写了很久的话')
})

test.each<[Partial<Complaint>, string]>([
  [{ state: 'submitted', acts: ['release', 'route'] }, '没有问题，放行'],
  [{ state: 'routed_street', acts: ['accept_at_street', 'decline'] }, '街道受理'],
  [{ state: 'street_accepted', acts: ['record_onsite', 'reply'] }, '记录现场核实'],
  [{ state: 'onsite_verified', acts: ['record_onsite', 'handle', 'resolve'] }, '开始办理'],
  [{ state: 'street_handling', acts: ['record_onsite', 'reply', 'resolve'] }, '办完了'],
  [{ state: 'street_handling', acts: ['record_onsite', 'resolve', 'escalate'] }, '上交一级'],
  [{ state: 'referred', acts: ['reply', 'resolve', 'take_back'] }, '转回街道接着办'],
  [{ state: 'resolved', acts: ['close_unanswered', 'message'] }, '按未答复结案'],
])('in %j the first offered is %s', async (facts, word) => {
  await show(facts)
  expect(screen.getAllByRole('button')[0]).toHaveTextContent(word)
})

test('the second officer reads the first opinion since the last dispute, and no older one', async () => {
  const entry = (seq: number, kind: 'disputed' | 'reviewed', text: string) => ({
    ...{ seq, kind, text, at: NOW, by: { role: '社区', name: '郑*' }, photos: [], withheld: false },
    ...(kind === 'reviewed' && { facts: { verdict: 'done' as const } }),
  })
  await show({
    state: 'review',
    acts: ['review'],
    timeline: [
      entry(2, 'reviewed', '旧的意见'),
      entry(3, 'disputed', '还是不行'),
      entry(4, 'reviewed', '隔断已拆'),
    ],
  })
  await press('写复核意见')
  expect(screen.getByText('第一位的意见：已经办好')).toBeInTheDocument()
  expect(screen.getByText('社区 郑*：隔断已拆')).toBeInTheDocument()
  expect(screen.queryByText(/旧的意见/)).toBeNull()
})
