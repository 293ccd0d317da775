import { fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { bindings } from '#shared/bindings/contract.ts'
import type { MyBinding } from '#shared/bindings/views.ts'
import { people } from '#shared/people/contract.ts'
import { bindingWith } from '#miniprogram/features/bindings/bindings.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, refuseTo, settled, startServer } from '../../server.fixture.ts'
import HomeStandingPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

async function open(changed: Partial<MyBinding>, query: Readonly<Record<string, string>> = {}) {
  answerTo(bindings.mine, { items: [bindingWith(changed)] })
  openWith({ binding: 'b1', ...query })
  render(<HomeStandingPage />)
  await settled()
  await settled()
}
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}

beforeEach(() => {
  startServer()
  answerTo(people.me, { person: 'p1', name: '', memberships: [] })
})

describe('each standing says what holds now and what comes next', () => {
  test.each<[MyBinding['status'], RegExp, string]>([
    ['waiting', /要由业委会或社区核实/, '等待核实'],
    ['claimed', /核实通过后才能投票/, '待核实'],
    ['verified', /能投票、投诉、看账单/, '已核实'],
    ['appealed', /由社区另一位工作人员复核/, '申诉中'],
    ['ended', /已经结束，记录保留/, '已结束'],
  ])('%s', async (status, sentence, word) => {
    await open({ status })
    expect(screen.getByText(sentence)).toBeInTheDocument()
    expect(screen.getByText(word)).toBeInTheDocument()
  })

  test('who looks at it, and until when', async () => {
    await open({ status: 'claimed', expectedBy: '2026-11-23T02:00:00.000Z' }, { filed: '1' })
    expect(screen.getByText('已收到您的绑定申请。')).toBeInTheDocument()
    expect(screen.getByText(/业委会或社区要在 11 月 23 日（周一）10:00 前核实/)).toBeInTheDocument()
  })

  test('two who say the home is theirs are told so, and what settles it', async () => {
    await open({ status: 'waiting', contested: true })
    expect(screen.getByText(/还有别人也说这套房是他的/)).toBeInTheDocument()
    expect(screen.getByText('带证件到社区办理')).toBeInTheDocument()
  })
})

describe('a rejection', () => {
  const rejected: Partial<MyBinding> = {
    status: 'rejected',
    reason: 'papers_missing',
    words: '请补继承公证书',
    appealBy: '2026-12-20T02:00:00.000Z',
  }

  test('says why, and can be appealed with a reason', async () => {
    await open(rejected)
    expect(screen.getByText('原因：缺少证明材料')).toBeInTheDocument()
    expect(screen.getByText('说明：请补继承公证书')).toBeInTheDocument()
    expect(screen.getByText('请写明理由，至少 5 个字')).toBeInTheDocument()
    fireEvent.change(screen.getByRole('textbox', { name: '申诉理由' }), {
      target: { value: '公证书上周已经交了' },
    })
    answerTo(bindings.appeal, bindingWith({ status: 'appealed' }))
    answerTo(bindings.mine, { items: [bindingWith({ status: 'appealed' })] })
    await press('appeal')
    expect(callsOf(bindings.appeal)).toMatchObject([{ body: { words: '公证书上周已经交了' } }])
    expect(screen.getByText('申诉中')).toBeInTheDocument()
    expect(document.getElementById('appeal')).toBeNull()
  })

  test('that is final offers no appeal', async () => {
    await open({ ...rejected, appealBy: undefined })
    expect(document.getElementById('appeal')).toBeNull()
  })

  test('an appeal that comes too late is told, and the words stay', async () => {
    refuseTo(bindings.appeal, 'bindings.appeal_late', { days: 30 })
    await open(rejected)
    fireEvent.change(screen.getByRole('textbox', { name: '申诉理由' }), {
      target: { value: '公证书上周已经交了' },
    })
    await press('appeal')
    expect(screen.getByText(/申诉要在退回后 30 天内提出/)).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: '申诉理由' })).toHaveValue('公证书上周已经交了')
  })
})

test('who is not the owner or has sold ends it, by name and asked twice', async () => {
  await open({ status: 'verified' })
  await press('give-up')
  expect(screen.getByText(/您不能再以这套房投诉、看账单和投票/)).toBeInTheDocument()
  expect(callsOf(bindings.withdraw)).toHaveLength(0)
  answerTo(bindings.withdraw, bindingWith({ status: 'ended', reason: 'withdrawn' }))
  answerTo(bindings.mine, { items: [bindingWith({ status: 'ended', reason: 'withdrawn' })] })
  await press('give-up-sure')
  expect(callsOf(bindings.withdraw)).toHaveLength(1)
  expect(screen.getByText('原因：本人撤回')).toBeInTheDocument()
})

test.each([
  ['owner', ['people']],
  ['co_owner', ['people', 'representative']],
  ['family', ['people']],
  ['tenant', []],
] as const)('a verified %s can go on to %j', async (relation, ids) => {
  await open({ status: 'verified', relation })
  const there = ['people', 'representative'].filter((id) => document.getElementById(id))
  expect(there).toEqual(ids)
})

test('an owner goes on to the people of that home', async () => {
  await open({ status: 'verified' })
  await press('people')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/resident/home-people/index?community=c1&unit=1-2-801',
  })
})

test('a helper is told what it may do and what not, and goes on to file for the person', async () => {
  const helper = { relation: 'helper', until: '2027-02-19', helps: { name: '张**' } } as const
  await open({ status: 'verified', ...helper })
  expect(screen.getByText(/请人代投要有书面委托/)).toBeInTheDocument()
  expect(screen.getByText('有效到 2027 年 2 月 19 日（周五）')).toBeInTheDocument()
  expect(screen.getByText('替张**办事')).toBeInTheDocument()
  await press('file-for')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/resident/complaint-file/index?community=c1&for=1-2-801',
  })
  await press('filed-for')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/resident/complaint-assisted/index?community=c1',
  })
})

test('a helper ends it themselves, and is told what that loses', async () => {
  answerTo(bindings.withdraw, bindingWith({ status: 'ended', reason: 'withdrawn' }))
  await open({ status: 'verified', relation: 'helper' })
  expect(screen.getByText('不再当 1-2-801 的代办人')).toBeInTheDocument()
  await press('give-up')
  expect(screen.getByText(/也看不到替他提交过的/)).toBeInTheDocument()
  await press('give-up-sure')
  expect(callsOf(bindings.withdraw)).toHaveLength(1)
})

test('one that is not mine is not found', async () => {
  await open({}, { binding: 'other' })
  expect(screen.getByText('没有找到这条绑定')).toBeInTheDocument()
})
