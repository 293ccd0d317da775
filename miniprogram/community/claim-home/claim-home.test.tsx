import { fireEvent, render, screen, within } from '@testing-library/react'
import { bindings } from '#shared/bindings/contract.ts'
import type { HomeInFull } from '#shared/bindings/views.ts'
import {
  claimWith,
  fullHomeWith,
  representation,
} from '#miniprogram/features/bindings/bindings.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import ClaimHomePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const done = fullHomeWith({ claims: [claimWith({ status: 'verified', acts: ['end'] })] })

async function open(home: HomeInFull = fullHomeWith()) {
  answerTo(bindings.look, home)
  openWith({ unit: '1-2-801' })
  render(<ClaimHomePage />)
  await settled()
  await settled()
}
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}
const choose = (group: string, name: string) =>
  tap(within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name }))
const evidence = () =>
  within(screen.getByRole('radiogroup', { name: '凭什么核实' }))
    .getAllByRole('radio')
    .map((radio) => radio.getAttribute('aria-label'))
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })

beforeEach(() => {
  startServer()
  comeAs('community')
})

test('shows the register beside the claim, and that looking is recorded', async () => {
  await open()
  expect(screen.getByText(/系统会记下来，本人能看到/)).toBeInTheDocument()
  expect(screen.getByText('89.57 ㎡')).toBeInTheDocument()
  expect(screen.getByText('名册上的业主：张建国')).toBeInTheDocument()
  expect(screen.getByText('手机号后四位 8888')).toBeInTheDocument()
  expect(screen.getByText('138****8888')).toBeInTheDocument()
  expect(screen.getByText('姓名和手机号都一致')).toBeInTheDocument()
})

test('only what may be done now is offered', async () => {
  await open(fullHomeWith({ claims: [claimWith({ acts: [] })] }))
  expect(screen.queryByRole('button', { name: '核实通过' })).toBeNull()
  expect(screen.queryByRole('button', { name: '不通过' })).toBeNull()
})

test('a claim that agrees is confirmed on a ground, as that owner', async () => {
  answerTo(bindings.confirm, done)
  await open()
  await press('confirm-b1')
  expect(screen.getByText('请选择看过什么')).toBeInTheDocument()
  await choose('凭什么核实', '姓名和手机号与名册一致')
  await press('confirm')
  expect(callsOf(bindings.confirm)).toMatchObject([
    { body: { member: 'm1', evidence: { kind: 'register_match' } } },
  ])
  expect(screen.getByText('已核实')).toBeInTheDocument()
})

test('a document is noted by its kind and last four', async () => {
  answerTo(bindings.seeDocument, fullHomeWith())
  await open(fullHomeWith({ claims: [claimWith({ acts: ['document', 'confirm', 'reject'] })] }))
  await press('document-b1')
  await choose('凭什么核实', '不动产权证书')
  write('证件号码后四位', '12')
  expect(screen.getByText('号码后四位是 4 个数字或字母')).toBeInTheDocument()
  write('证件号码后四位', '012X')
  await press('see-document')
  expect(callsOf(bindings.seeDocument)).toMatchObject([
    { body: { evidence: { kind: 'property_certificate', last4: '012X' } } },
  ])
})

test('where nothing agrees only documents prove it', async () => {
  const claim = claimWith({ match: 'none', member: undefined, status: 'waiting' })
  await open(fullHomeWith({ claims: [claim] }))
  expect(screen.getByText('名册上找不到对应的业主')).toBeInTheDocument()
  await press('confirm-b1')
  expect(screen.getByText('请选择是名册上的哪一位')).toBeInTheDocument()
  await choose('是名册上的哪一位', '张建国')
  expect(evidence()).toEqual(['身份证件', '不动产权证书', '购房合同和收房手续'])
})

test('an heir takes the place of the one on the register, by what the law asks', async () => {
  const heir = claimWith({ name: '张小明', match: 'none', member: undefined, ground: 'heir' })
  answerTo(bindings.confirm, done)
  const owner = { member: 'm1', name: '张建国', organisation: false, phones: [], heldBy: 'b0' }
  await open(fullHomeWith({ owners: [owner], claims: [heir] }))
  await press('confirm-b1')
  await choose('是名册上的哪一位', '张建国')
  expect(evidence()).toEqual(['继承公证书', '法院判决或调解书', '不动产权证书'])
  expect(screen.getByText(/通过后，那个账号的绑定会结束/)).toBeInTheDocument()
  await choose('凭什么核实', '继承公证书')
  await press('confirm')
  expect(callsOf(bindings.confirm)).toMatchObject([{ body: { replaces: 'b0' } }])
})

test('another name without a ground cannot be confirmed, and it says why', async () => {
  const claim = claimWith({ name: '王五', match: 'none', member: undefined })
  await open(fullHomeWith({ claims: [claim] }))
  await press('confirm-b1')
  await choose('是名册上的哪一位', '张建国')
  expect(screen.getByText(/名字不同，又没有说明继承、离婚或购买/)).toBeInTheDocument()
  expect(screen.getByText('不能通过，见上面的说明')).toBeInTheDocument()
})

test('a rejection needs a reason and words to the person', async () => {
  answerTo(bindings.reject, fullHomeWith({ claims: [] }))
  await open()
  await press('reject-b1')
  expect(screen.getByText('请选择原因')).toBeInTheDocument()
  await choose('为什么不通过', '缺少证明材料')
  expect(screen.getByText(/请写明说明/)).toBeInTheDocument()
  write('告诉本人', '请带不动产权证到社区')
  await press('reject')
  expect(callsOf(bindings.reject)).toMatchObject([
    { body: { reason: 'papers_missing', words: '请带不动产权证到社区' } },
  ])
  expect(screen.getByText('这套房没有等着核实的。')).toBeInTheDocument()
})

test('two officers at once: the slower one sees that it was decided', async () => {
  refuseTo(bindings.confirm, 'bindings.already_verified')
  await open()
  await press('confirm-b1')
  await choose('凭什么核实', '本人到场')
  await press('confirm')
  expect(screen.getByText(/已经核实通过，不用重复办理/)).toBeInTheDocument()
  answerTo(bindings.look, done)
  await tap(screen.getByRole('button', { name: '刷新' }))
  await settled()
  expect(screen.getByText('已核实')).toBeInTheDocument()
})

test('two who claim one home are both shown, with a warning at each', async () => {
  const claims = [
    claimWith({ contested: true }),
    claimWith({ binding: 'b2', name: '张建国二', contested: true, match: 'none' }),
  ]
  await open(fullHomeWith({ claims }))
  expect(screen.getAllByText(/不止一个人说这是他的房/)).toHaveLength(2)
})

test('a sold home ends by evidence', async () => {
  answerTo(bindings.end, fullHomeWith({ claims: [] }))
  await open(done)
  await press('end-b1')
  await choose('为什么结束', '房屋已转让')
  await choose('凭什么核实', '购房合同和收房手续')
  write('说明', '新业主已过户')
  await press('end')
  expect(callsOf(bindings.end)).toMatchObject([
    { body: { reason: 'sold', evidence: { kind: 'purchase_contract' }, words: '新业主已过户' } },
  ])
})

describe('co-owners on paper', () => {
  test('a proposal, then a consent with the paper as its ground', async () => {
    const proposal = { proposal: 'r1', member: 'm2', at: '2026-11-20T02:00:00.000Z' }
    answerTo(
      bindings.proposeOnPaper,
      fullHomeWith({ representation: { ...representation, proposal } }),
    )
    await open(fullHomeWith({ representation }))
    await press('paper-propose')
    await choose('推选谁代表投票', '李*')
    await press('on-paper')
    expect(callsOf(bindings.proposeOnPaper)).toMatchObject([{ body: { member: 'm2' } }])
    answerTo(bindings.consentOnPaper, fullHomeWith({ representation }))
    await press('paper-consent')
    await choose('谁签了字', '张建国')
    await press('on-paper')
    expect(callsOf(bindings.consentOnPaper)).toMatchObject([
      { body: { proposal: 'r1', member: 'm1', evidence: { kind: 'written_consent' } } },
    ])
  })

  test('a representation is revoked by one of them', async () => {
    answerTo(bindings.revokeOnPaper, fullHomeWith({ representation }))
    await open(fullHomeWith({ representation: { ...representation, representative: 'm2' } }))
    await press('paper-revoke')
    await choose('谁要求撤销', '张建国')
    await press('on-paper')
    expect(callsOf(bindings.revokeOnPaper)).toMatchObject([{ body: { member: 'm1' } }])
  })
})

test('a home the register does not know says so', async () => {
  await open(fullHomeWith({ areaCenti: undefined, owners: [] }))
  expect(screen.getByText(/名册上没有这套房/)).toBeInTheDocument()
})
