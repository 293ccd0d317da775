import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { complaints, type Complaint } from '#shared/complaints/contract.ts'
import { DEFAULT_SETTINGS } from '#shared/complaints/settings.ts'
import { tap } from '../../../../config/jest/tap.ts'
import { complaintWith } from '../../../complaints.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  refuseTo,
  settled,
  startServer,
} from '../../../server.fixture.ts'
import { OFFICE_ENTRIES, withFirst } from './office-entries.ts'
import { OfficeActs } from './office-acts.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const theirs = (facts: Partial<Complaint>) => complaintWith({ mine: false, lastSeq: 1, ...facts })
const press = async (name: string) => {
  await tap(screen.getByRole('button', { name }))
  await settled()
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const WORDS = '要告诉居民的话'

function Holder({ first, later }: { readonly first: Complaint; readonly later: Complaint }) {
  const [complaint, setComplaint] = useState(first)
  return (
    <OfficeActs
      entries={OFFICE_ENTRIES}
      community="c1"
      person="p1"
      complaint={complaint}
      onDone={setComplaint}
      onLost={async () => {
        await Promise.resolve()
        setComplaint(later)
      }}
    />
  )
}

async function show(first: Complaint, later = first) {
  render(<Holder first={first} later={later} />)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('property')
  answerTo(complaints.settings, { version: 0, settings: DEFAULT_SETTINGS })
})

test('the likeliest act is one large button, and the others are asked for', async () => {
  await show(theirs({ acts: ['reply', 'resolve', 'note', 'pause'] }))
  expect(screen.getByRole('button', { name: '回复居民' })).toBeInTheDocument()
  expect(screen.queryByText('暂停计时')).toBeNull()
  await press('办别的')
  expect(screen.getAllByText(/^(办完了|暂停计时|写内部备注)$/)).toHaveLength(3)
})

test('what needs no words is one tap; nothing is offered that may not be done', async () => {
  answerTo(complaints.accept, theirs({ state: 'accepted', acts: [], lastSeq: 2 }))
  await show(theirs({ state: 'submitted', acts: ['accept'] }))
  await press('受理')
  expect(callsOf(complaints.accept)).toMatchObject([{ body: { seen: 1 } }])
  expect(screen.queryByRole('button')).toBeNull()
})

test('a template fills in the text, once, beside what was typed', async () => {
  answerTo(complaints.reply, theirs({ acts: ['note'], lastSeq: 2 }))
  await show(theirs({ acts: ['reply'] }))
  await press('回复居民')
  expect(screen.getByRole('button', { name: '发出回复' })).toBeDisabled()
  type(WORDS, '李阿姨好')
  await press('用常用语：已安排人员')
  await press('用常用语：已安排人员')
  await press('发出回复')
  const said = `李阿姨好\n${DEFAULT_SETTINGS.templates[0]?.text ?? ''}`
  expect(callsOf(complaints.reply)).toMatchObject([{ body: { text: said, seen: 1 } }])
})

test('who was slower is told who did what, loses nothing typed, and sends it having seen that', async () => {
  refuseTo(complaints.resolve, 'complaints.changed_meanwhile', {
    who: '物业客服 李*',
    what: '“回复”',
  })
  const replied: Complaint['timeline'][number] = {
    seq: 2,
    at: '2026-11-21T01:00:00.000Z',
    kind: 'replied',
    by: { role: '物业客服', name: '李*' },
    photos: [],
    withheld: false,
  }
  const first = theirs({ acts: ['resolve'] })
  await show(first, { ...first, timeline: [...first.timeline, replied], lastSeq: 2 })
  await press('办完了')
  type(WORDS, '已经修好')
  await press('报告办完，请居民确认')
  expect(screen.getByRole('alert')).toHaveTextContent('物业客服 李*刚刚“回复”')
  await press('刷新')
  expect(screen.getByText(/您打开以后有变化：物业客服 李\*回复/)).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: WORDS })).toHaveValue('已经修好')
  answerTo(complaints.resolve, theirs({ state: 'resolved', acts: [], lastSeq: 3 }))
  await press('报告办完，请居民确认')
  expect(callsOf(complaints.resolve).map(({ body }) => body)).toMatchObject([
    { seen: 1 },
    { seen: 2 },
  ])
})

test('an act that somebody else has made impossible keeps its words and says so', async () => {
  refuseTo(complaints.reply, 'complaints.past_property', { state: '待街道受理' })
  await show(theirs({ acts: ['reply'] }), theirs({ acts: ['message'], lastSeq: 2 }))
  await press('回复居民')
  type(WORDS, '明天上门')
  await press('发出回复')
  await press('刷新')
  expect(screen.getByText('现在不能做这一步了，写的内容还在')).toBeInTheDocument()
  await press('先不办，写的内容会留着')
  await press('给居民留言')
  expect(screen.getByRole('textbox', { name: WORDS })).toHaveValue('明天上门')
})

test('words for colleagues never come into a form for the resident', async () => {
  await show(theirs({ acts: ['message', 'note'] }))
  await press('办别的')
  await tap(screen.getByText('写内部备注'))
  type('备注', '此人已投诉三次')
  await press('先不办，写的内容会留着')
  await press('给居民留言')
  expect(screen.getByRole('textbox', { name: WORDS })).toHaveValue('')
})

test.each([
  [
    'pause',
    '暂停计时',
    async () => {
      await tap(screen.getByRole('radio', { name: '等材料' }))
      type('具体说明', '皮带已下单')
    },
    { pause: 'material_ordered', text: '皮带已下单' },
  ],
  [
    'find',
    '写明结论',
    async () => {
      await tap(screen.getByRole('radio', { name: '不属于本级职责' }))
      type('理由', '该由供电公司办')
      type('审核人', '王主任')
    },
    { finding: 'OUTSIDE_REMIT', approver: '王主任', text: '该由供电公司办' },
  ],
  [
    'merge',
    '并入另一件',
    () => {
      type('更早那一件的编号', 'jx7-k4m-9r3')
      return Promise.resolve()
    },
    { into: 'JX7K4M9R3' },
  ],
] as const)('%s asks what it needs before it can be sent', async (act, word, fill, body) => {
  answerTo(complaints[act], theirs({ acts: [], lastSeq: 2 }))
  await show(theirs({ acts: [act] }))
  await press(word)
  const send = document.getElementById(`send-${act}`) as HTMLElement
  expect(send).toBeDisabled()
  await fill()
  await tap(send)
  await settled()
  expect(callsOf(complaints[act])).toMatchObject([{ body: { ...body, seen: 1 } }])
})

test('what is likeliest now can be put first', () => {
  const [first, ...rest] = withFirst(OFFICE_ENTRIES, 'resolve')
  expect(first?.act).toBe('resolve')
  expect(rest).toHaveLength(OFFICE_ENTRIES.length - 1)
})
