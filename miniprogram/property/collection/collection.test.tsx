import { render, screen } from '@testing-library/react'
import { fees } from '#shared/fees/contract.ts'
import { answerTo, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import CollectionPage from './index.tsx'

async function open() {
  render(<CollectionPage />)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('property')
})

test('shows what was due, what came in and what is missing, in all and by period', async () => {
  answerTo(fees.collection, {
    asOf: '2026-11-21',
    billedFen: 255_753_054,
    paidFen: 241_674_233,
    billsDue: 4_320,
    billsPaid: 4_037,
    periods: [{ from: '2026-10', to: '2026-12', billedFen: 85_251_018, paidFen: 77_065_024 }],
  })
  await open()
  expect(screen.getByText('收费率 94.5 %')).toBeInTheDocument()
  expect(screen.getByText(/已到期的账单 4,320 张，缴清 4,037 张/)).toBeInTheDocument()
  expect(screen.getByText('¥140,788.21')).toBeInTheDocument()
  expect(screen.getByText('2026 年 10 月至 12 月')).toBeInTheDocument()
  expect(screen.getByText('90.4 %')).toBeInTheDocument()
})

test('before anything was due it shows no rate', async () => {
  const none = { billedFen: 0, paidFen: 0, billsDue: 0, billsPaid: 0, periods: [] }
  answerTo(fees.collection, { asOf: '2026-11-21', ...none })
  await open()
  expect(screen.getByText('收费率 —')).toBeInTheDocument()
})

test('who may not see it is told why', async () => {
  refuseTo(fees.collection, 'auth.not_permitted', { roles: '业主', action: '查看收费率' })
  await open()
  expect(screen.getByText(/不能做这件事：查看收费率/)).toBeInTheDocument()
})
