import { screen, within } from '@testing-library/react'
import { complaints, type Complaint, type ComplaintEvent } from '#shared/complaints/contract.ts'
import type { Route } from '#shared/kernel/route.ts'
import { photos } from '#shared/photos/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { complaintWith, NUMBER } from '../../complaints.fixture.ts'
import { button, field, openPage, press, pressTwice, type } from '../../page.fixture.tsx'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  startServer,
} from '../../server.fixture.ts'
import ComplaintPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/upload.ts', () => ({
  ...jest.requireActual<object>('#miniprogram/platform/upload.ts'),
  choosePhotos: () => Promise.resolve([{ path: 'wx://a.jpg', bytes: 10 }]),
  sendPhoto: () => Promise.resolve(),
}))

const ACTS = [
  ...(['route', 'to_mediation', 'to_litigation', 'withdraw', 'urge', 'message'] as const),
]
const going = complaintWith({ state: 'accepted', acts: [...ACTS], lastSeq: 3 })
const resolved = complaintWith({
  ...{ state: 'resolved', acts: ['confirm', 'dispute', 'message'], lastSeq: 4, disputesLeft: 2 },
})
const open = async (complaint: Complaint) => {
  answerTo(complaints.get, complaint)
  return openPage(ComplaintPage, { number: NUMBER })
}
const eventWith = (facts: Partial<ComplaintEvent>): ComplaintEvent => ({
  ...{ seq: 5, at: '2026-11-21T01:30:00.000Z', kind: 'accepted', photos: [], withheld: false },
  ...{ by: { role: '物业客服', name: '刘*' }, ...facts },
})

beforeEach(() => {
  startServer()
  comeAs('owner')
})

interface Typed {
  readonly [label: string]: string
}
const typeAll = (typed: Typed) => {
  for (const [label, value] of Object.entries(typed)) type(label, value)
}

describe('each act has a small form of its own, and says what it was sent on', () => {
  test.each<[string, Route, Typed, string, object]>([
    ['催办', complaints.urge, {}, '催办', {}],
    [
      '催办',
      complaints.urge,
      { '想说的话（可以不写）': '三天没有回音了' },
      '催办',
      { text: '三天没有回音了' },
    ],
    ['直接转街道', complaints.route, {}, '直接转街道', {}],
    [
      '留言，补充照片或语音',
      complaints.message,
      { 要说的话: '今天上午又响了' },
      '发送',
      { text: '今天上午又响了', photos: [] },
    ],
    [
      '申请调解',
      complaints.toMediation,
      { 哪个调解单位: '物业纠纷调解委员会' },
      '申请调解',
      { body: '物业纠纷调解委员会' },
    ],
    [
      '向法院起诉',
      complaints.toLitigation,
      { 哪个法院: '青山区人民法院', '案号（立案后再填也可以）': '（2026）民初 8 号' },
      '向法院起诉',
      { body: '青山区人民法院', caseNumber: '（2026）民初 8 号' },
    ],
  ])('%s', async (word, route, typed, send, body) => {
    answerTo(route as typeof complaints.urge, complaintWith({ lastSeq: 4 }))
    await open(going)
    await tap(screen.getByText(word))
    typeAll(typed)
    await pressTwice(send)
    expect(callsOf(route).map((call) => call.body)).toEqual([{ seen: 3, ...body }])
  })

  test('what was left open elsewhere goes back to the street', async () => {
    answerTo(complaints.takeBack, complaintWith({ state: 'street_handling' }))
    await open(complaintWith({ state: 'mediation', acts: ['take_back'] }))
    await tap(screen.getByText('转回街道接着办'))
    expect(button('转回街道接着办')).toBeDisabled()
    type('哪些没有解决', '对方不来调解')
    await press('转回街道接着办')
    expect(callsOf(complaints.takeBack)).toMatchObject([{ body: { text: '对方不来调解' } }])
    expect(screen.getByText('已转回街道，继续办理。')).toBeInTheDocument()
  })
})

test('going to court says beforehand that the clock stops and the file stays', async () => {
  await open(going)
  await tap(screen.getByText('向法院起诉'))
  expect(screen.getByText(/期限停止计算，案卷保留/)).toBeInTheDocument()
  expect(screen.getByText('请写明哪个法院')).toBeInTheDocument()
})

test('photos go along with a message', async () => {
  answerTo(photos.add, { photo: 'ph1', form: { url: '/files/x', fields: {} }, maxBytes: 10 })
  answerTo(complaints.message, complaintWith())
  await open(going)
  await tap(screen.getByText('留言，补充照片或语音'))
  type('要说的话', '今天上午又响了')
  await press('拍照或选照片')
  await press('发送')
  expect(callsOf(complaints.message)).toMatchObject([{ body: { photos: ['ph1'] } }])
})

test('taking it back is asked once more, by its name and with what is lost', async () => {
  answerTo(complaints.withdraw, complaintWith({ state: 'withdrawn' }))
  await open(going)
  await tap(screen.getByText('撤回投诉'))
  await press('撤回投诉')
  expect(callsOf(complaints.withdraw)).toEqual([])
  expect(screen.getByText(/撤回以后不再办理/)).toBeInTheDocument()
  await press('撤回投诉')
  expect(callsOf(complaints.withdraw)).toHaveLength(1)
  expect(screen.getByText('已撤回。')).toBeInTheDocument()
})

test('urged today, it says so instead of offering it again', async () => {
  const urged = eventWith({ kind: 'urged', by: { role: '业主', name: '张*' } })
  await open(complaintWith({ acts: ['message'], timeline: [urged] }))
  expect(screen.getByText(/今天已催过一次（.*09:30）/)).toBeInTheDocument()
  expect(document.getElementById('act-urge')).toBeNull()
})

test('urged meanwhile on another phone: it is refused, and the page shows that it was', async () => {
  refuseTo(complaints.urge, 'complaints.urged_today')
  await open(going)
  await tap(screen.getByText('催办'))
  const urged = eventWith({ kind: 'urged', by: { role: '业主', name: '张*' } })
  answerTo(complaints.get, { ...going, acts: ['message'], timeline: [urged], lastSeq: 5 })
  await press('催办')
  expect(screen.getByText(/今天已经催过一次/)).toBeInTheDocument()
  expect(screen.getByText('现在不能做这一步了，写的内容还在')).toBeInTheDocument()
})

describe('a dispute', () => {
  test.each<[string, Partial<Complaint>, RegExp]>([
    ['the first', { disputesLeft: 2 }, /第一次异议：物业要重新办理/],
    ['the first, with the street', { disputesLeft: 2, level: 'street' }, /街道要重新办理/],
    ['the second', { disputesLeft: 1 }, /由两名没有办过这件投诉的工作人员复核/],
  ])('%s says what will follow', async (_, facts, words) => {
    answerTo(complaints.dispute, complaintWith({ state: 'disputed' }))
    await open({ ...resolved, ...facts })
    await press('没有办好，我有异议')
    expect(screen.getByText(words)).toBeInTheDocument()
    type('说明原因', '还在')
    expect(button('提出异议')).toBeDisabled()
    type('说明原因', '异响还在，没有修好')
    await press('提出异议')
    expect(callsOf(complaints.dispute)).toMatchObject([
      { body: { text: '异响还在，没有修好', seen: 4 } },
    ])
    expect(screen.getByText('有异议')).toBeInTheDocument()
  })

  test('a third is not offered', async () => {
    await open({ ...resolved, acts: ['confirm'], disputesLeft: 0 })
    expect(screen.queryByRole('button', { name: '没有办好，我有异议' })).toBeNull()
  })

  test('of a refusal to take it on is reviewed', async () => {
    await open(complaintWith({ state: 'not_accepted', acts: ['dispute'], disputesLeft: 2 }))
    await tap(screen.getByText('对不予受理申请复核'))
    expect(screen.getByText(/两名没有办过/)).toBeInTheDocument()
  })
})

describe('somebody acted meanwhile', () => {
  const taken = eventWith({ kind: 'escalated', facts: { to: 'routed_street' } })
  const meanwhile = () => {
    refuseTo(complaints.route, 'complaints.changed_meanwhile', {
      who: '物业客服 刘*',
      what: '“上交一级”',
    })
    answerTo(complaints.get, {
      ...going,
      ...{ state: 'routed_street', acts: ['message'], lastSeq: 5, timeline: [taken] },
    })
  }
  const words = '为什么找街道（可以不写）'

  test('what happened is shown at once, and nothing that was typed is lost', async () => {
    const { unmount } = await open(going)
    await tap(screen.getByText('直接转街道'))
    type(words, '物业一直不答复')
    meanwhile()
    await press('直接转街道')
    expect(screen.getAllByRole('alert')[0]).toHaveTextContent(/物业客服 刘\*刚刚“上交一级”/)
    const news = within(document.getElementById('meanwhile') ?? document.body)
    expect(news.getByText('物业客服 刘* 上交街道')).toBeInTheDocument()
    expect(field(words)).toHaveValue('物业一直不答复')
    expect(button('直接转街道')).toBeDisabled()
    unmount()
    await open(going)
    await tap(screen.getByText('直接转街道'))
    expect(field(words)).toHaveValue('物业一直不答复')
  })

  test('while it was being rated: the rating stays, and cannot be sent any more', async () => {
    refuseTo(complaints.confirm, 'complaints.already_closed', { state: '未经确认结案' })
    await open(resolved)
    await tap(screen.getByRole('radio', { name: '4 分' }))
    answerTo(complaints.get, { ...resolved, state: 'closed', acts: [], lastSeq: 5 })
    await press('办好了，确认')
    expect(screen.getByRole('radio', { name: '4 分' })).toBeChecked()
    expect(button('办好了，确认')).toBeDisabled()
  })
})

test('after a lost answer it goes again with the same key, also once the app was closed', async () => {
  loseAnswersTo(complaints.message)
  const { unmount } = await open(going)
  await tap(screen.getByText('留言，补充照片或语音'))
  type('要说的话', '今天上午又响了')
  await press('发送')
  expect(screen.getByText(/没有连上网络/)).toBeInTheDocument()
  unmount()
  answerTo(complaints.message, going)
  await open(going)
  await tap(screen.getByText('留言，补充照片或语音'))
  await press('发送')
  expect(new Set(callsOf(complaints.message).map(({ key }) => key)).size).toBe(1)
  await tap(screen.getByText('留言，补充照片或语音'))
  expect(field('要说的话')).toHaveValue('')
})

test('an answer was lost and the page loaded anew: it says that it had arrived, and a second one is another', async () => {
  loseAnswersTo(complaints.message)
  await open(going)
  await tap(screen.getByText('留言，补充照片或语音'))
  type('要说的话', '今天上午又响了')
  await press('发送')
  refuseTo(complaints.message, 'request.idempotency_key_reused')
  answerTo(complaints.get, { ...going, lastSeq: 4 })
  await press('发送')
  expect(screen.getByText(/您上一次发的其实已经收到了/)).toBeInTheDocument()
  expect(field('要说的话')).toHaveValue('今天上午又响了')
  answerTo(complaints.message, going)
  await press('发送')
  expect(new Set(callsOf(complaints.message).map(({ key }) => key)).size).toBe(2)
})
