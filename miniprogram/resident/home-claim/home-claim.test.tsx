import { render, screen } from '@testing-library/react'
import { fireEvent } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { bindings } from '#shared/bindings/contract.ts'
import { people } from '#shared/people/contract.ts'
import { consents, privacy, type ShownPurpose } from '#shared/privacy/contract.ts'
import { sessions } from '#shared/sessions/contract.ts'
import { bindingWith, place } from '#miniprogram/features/bindings/bindings.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import {
  answerTo,
  callsOf,
  loseAnswersTo,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import HomeClaimPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const purpose = (id: string): ShownPurpose => ({
  ...{ id, version: 3, title: id, text: `为什么要${id}`, collected: ['姓名'], why: '核实' },
  ...{ howLong: '五年', withWhom: '业委会', requiredFor: ['认领'], onWithdrawal: '结束' },
})
const given = (...purposes: string[]) => ({
  items: purposes.map((one) => ({ purpose: one, state: 'given' as const, mayAsk: true })),
})

const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}
const choose = (name: string | RegExp) => tap(screen.getByRole('radio', { name }))
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

async function open() {
  const page = render(<HomeClaimPage />)
  await settled()
  await settled()
  return page
}

/** Community, building, unit, room, name: asked of everybody. */
async function sayWhere() {
  await choose('锦绣花园')
  await press('next')
  await press('building')
  await tap(screen.getByRole('button', { name: '2栋' }))
  await tap(screen.getByRole('button', { name: '确定' }))
  type('单元', '1')
  type('房号', '302')
  await press('next')
  type('您的姓名', '张建国')
  await press('next')
}

beforeEach(() => {
  startServer()
  answerTo(people.me, { person: 'p1', name: '', memberships: [] })
  answerTo(consents.mine, given('agreement'))
  answerTo(consents.give, given('agreement', 'phone'))
  answerTo(privacy.agreement, {
    version: 1,
    operator: { name: '家园', contact: '见小区公告栏' },
    purposes: [purpose('agreement'), purpose('phone')],
    lines: [],
    rights: [],
    kept: [],
  })
  answerTo(sessions.demoLogins, { items: [{ code: 'demo:newcomer', name: '新住户', shows: '' }] })
  answerTo(bindings.mine, { items: [] })
  answerTo(bindings.communities, { items: [place] })
  answerTo(bindings.claim, bindingWith())
  answerTo(bindings.redeem, bindingWith({ relation: 'tenant', status: 'verified' }))
  answerTo(bindings.phone, () => {
    answerTo(bindings.mine, { items: [], phone: '138****8888' })
    return { phone: '138****8888' }
  })
})

test('asks nothing before the agreement is given', async () => {
  answerTo(consents.mine, { items: [] })
  await open()
  expect(document.getElementById('agree')).not.toBeNull()
  expect(screen.queryByRole('radio')).toBeNull()
  expect(callsOf(bindings.communities)).toHaveLength(0)
})

test('an owner gives the number, says which home, and sees what became of it', async () => {
  await open()
  expect(screen.getByText('第 1 步，共 7 步')).toBeInTheDocument()
  expect(screen.getByText('请选择一项')).toBeInTheDocument()
  await choose('我是业主')
  await press('next')
  expect(screen.getByText('为什么要phone')).toBeInTheDocument()
  type('演示用的手机号', '1380000')
  expect(screen.getByText('请输入 11 位手机号')).toBeInTheDocument()
  type('演示用的手机号', '13800008888')
  await press('give-phone')
  expect(callsOf(consents.give)).toMatchObject([{ body: { purpose: 'phone', version: 3 } }])
  expect(callsOf(bindings.phone)).toMatchObject([{ body: { code: 'demo-phone:13800008888' } }])
  await sayWhere()
  await choose('我是登记的业主')
  await press('next')
  expect(screen.getByText('锦绣花园 2栋 1 单元 302')).toBeInTheDocument()
  expect(screen.getByText('138****8888')).toBeInTheDocument()
  await press('claim')
  const body = { community: 'c1', building: '2栋', unit: '1', room: '302', name: '张建国' }
  expect(callsOf(bindings.claim)).toMatchObject([{ body: { ...body, ground: 'listed' } }])
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: '/resident/home-standing/index?binding=b1&community=c1&unit=1-2-801&filed=1',
  })
})

test('who gave a number before is not asked for it again', async () => {
  answerTo(bindings.mine, { items: [], phone: '139****1111' })
  await open()
  await choose('我是业主')
  await press('next')
  expect(screen.getByText('139****1111')).toBeInTheDocument()
  await press('next')
  expect(screen.getByText('哪个小区')).toBeInTheDocument()
  expect(callsOf(bindings.phone)).toHaveLength(0)
})

test('without a number a code from paper does, and no ground is asked', async () => {
  await open()
  await choose('我是业主')
  await press('next')
  await press('way-code')
  type('验证码', '34679 acdef')
  await press('next')
  await sayWhere()
  await press('claim')
  expect(callsOf(bindings.redeem)).toMatchObject([{ body: { secret: '34679ACDEF', room: '302' } }])
})

test('a tenant comes with the code of the owner', async () => {
  await open()
  await choose('我是租户、家人或代办人')
  await press('next')
  expect(screen.getByText(/业主在“我的房屋”里给您开的验证码/)).toBeInTheDocument()
  expect(document.getElementById('give-phone')).toBeNull()
})

test('with papers it says where to go, what to bring, and that nothing is kept of them', async () => {
  await open()
  await choose('我是业主')
  await press('next')
  await press('way-papers')
  await sayWhere()
  await choose('继承')
  type('补充说明', '父亲去年去世')
  await press('next')
  expect(screen.getByText(/社区居委会（檀坎街道）/)).toBeInTheDocument()
  expect(screen.getByText(/继承公证书/)).toBeInTheDocument()
  expect(screen.getByText(/不拍照、不复印/)).toBeInTheDocument()
})

test('outside WeChat and the demo there is no number to give, and the other ways are', async () => {
  answerTo(sessions.demoLogins, { items: [] })
  await open()
  await choose('我是业主')
  await press('next')
  expect(screen.getByText(/要在微信里的“家园”小程序提供/)).toBeInTheDocument()
  expect(document.getElementById('way-code')).not.toBeNull()
})

test('a refused number says why and leaves the other ways', async () => {
  refuseTo(bindings.phone, 'bindings.phone_unreachable')
  await open()
  await choose('我是业主')
  await press('next')
  type('演示用的手机号', '13800008888')
  await press('give-phone')
  expect(screen.getByText(/现在取不到微信手机号/)).toBeInTheDocument()
  expect(document.getElementById('way-papers')).not.toBeNull()
})

test('what was answered survives closing the app, and is sent once under one key', async () => {
  const { unmount } = await open()
  await choose('我是业主')
  await press('next')
  await press('way-papers')
  await sayWhere()
  await choose('我是登记的业主')
  await press('next')
  loseAnswersTo(bindings.claim)
  await press('claim')
  expect(screen.getByText(/您填写的内容还在/)).toBeInTheDocument()
  unmount()
  await open()
  expect(screen.getByText(/没写完/)).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: '我是业主' })).toBeChecked()
  await press('next')
  await press('way-papers')
  for (let step = 0; step < 4; step += 1) await press('next')
  answerTo(bindings.claim, bindingWith())
  await press('claim')
  const keys = callsOf(bindings.claim).map(({ key }) => key)
  expect(new Set(keys).size).toBe(1)
})

test('a home the register does not know is told, and can be mended', async () => {
  refuseTo(bindings.claim, 'bindings.unknown_home')
  await open()
  await choose('我是业主')
  await press('next')
  await press('way-papers')
  await sayWhere()
  await choose('我是登记的业主')
  await press('next')
  await press('claim')
  expect(screen.getByText(/名册上没有这套房，请核对/)).toBeInTheDocument()
  for (let step = 0; step < 3; step += 1) await press('back')
  expect(screen.getByRole('textbox', { name: '房号' })).toHaveValue('302')
})
