import { render, screen } from '@testing-library/react'
import { fees } from '#shared/fees/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { billWith, standard } from '../../fees.fixture.ts'
import { answerTo, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import BillsPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

async function open() {
  render(<BillsPage />)
  await settled()
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(fees.standards, { items: [standard] })
})

test('shows what is due in all, each home’s bill, and how its amount came about', async () => {
  const paid = billWith({
    bill: 'b2',
    from: '2026-07',
    to: '2026-09',
    state: 'paid',
    paidFen: 49_710,
    payments: [{ on: '2026-08-03', amountFen: 49_710, channel: '微信' }],
  })
  answerTo(fees.mine, { items: [billWith(), paid], dueFen: 49_710 })
  await open()
  expect(screen.getByText('待缴合计 ¥497.10')).toBeInTheDocument()
  expect(screen.getByText('1-2-801 · 2026 年 10 月至 12 月')).toBeInTheDocument()
  expect(screen.getAllByText('= ¥497.10')).toHaveLength(2)
  expect(screen.getByText('最迟 11 月 30 日（周一）')).toBeInTheDocument()
  expect(screen.getByText('8 月 3 日（周一） 缴费')).toBeInTheDocument()
})

test('each factor can be pressed for its source', async () => {
  answerTo(fees.mine, { items: [billWith()], dueFen: 49_710 })
  await open()
  await tap(screen.getByRole('button', { name: '单价 1.85 元/㎡·月，看来源' }))
  expect(screen.getByText(/住宅物业服务费，《物业服务合同》第七条/)).toBeInTheDocument()
})

test('a bill paid in part says what is left', async () => {
  answerTo(fees.mine, {
    items: [billWith({ state: 'partly_paid', paidFen: 20_000 })],
    dueFen: 29_710,
  })
  await open()
  expect(screen.getByText('缴了一部分')).toBeInTheDocument()
  expect(screen.getByText('¥297.10')).toBeInTheDocument()
})

test('without bills it says that nothing is owed', async () => {
  answerTo(fees.mine, { items: [], dueFen: 0 })
  await open()
  expect(screen.getByText('没有欠费')).toBeInTheDocument()
  expect(screen.getByText('还没有账单')).toBeInTheDocument()
})

test('who has no bills of their own is told why', async () => {
  refuseTo(fees.mine, 'auth.not_permitted', { roles: '业委会', action: '查看账单' })
  await open()
  expect(screen.getByText(/您的身份（业委会）不能做这件事：查看账单/)).toBeInTheDocument()
})
