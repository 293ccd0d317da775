import { render, screen } from '@testing-library/react'
import { account, type Closure } from '#shared/privacy/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, comeAs, settled, startServer } from '../../server.fixture.ts'
import ClosePage from './index.tsx'

const OPEN: Closure = {
  state: 'open',
  blockers: [],
  erased: ['姓名', '2 条公告的已读记录'],
  frozen: [
    { what: '您在 1 次表决中的选票', until: '2031-12-15', ground: '地方业主大会议事规则多为五年' },
  ],
  kept: [{ what: '您房屋的 3 张物业费账单', why: '账单属于房屋，上面没有您的姓名' }],
}

async function open(closure: Closure) {
  answerTo(account.closure, closure)
  render(<ClosePage />)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
})

test('what goes, what is frozen until when, and what is not the account’s stand apart', async () => {
  await open(OPEN)
  expect(screen.getByText('2 条公告的已读记录')).toBeInTheDocument()
  expect(screen.getByText('您在 1 次表决中的选票')).toBeInTheDocument()
  expect(
    screen.getByText(/到 2031 年 12 月 15 日（周一）删除。依据：地方业主大会/),
  ).toBeInTheDocument()
  expect(screen.getByText('不属于账号、照旧保留的')).toBeInTheDocument()
  expect(screen.getByText('账单属于房屋，上面没有您的姓名')).toBeInTheDocument()
  expect(callsOf(account.close)).toHaveLength(0)
})

test('where nothing stays with a home or an office, no card says so', async () => {
  await open({ ...OPEN, kept: [] })
  expect(screen.queryByText('不属于账号、照旧保留的')).toBeNull()
})

test('a running one can be called off', async () => {
  await open({ ...OPEN, state: 'closing', dueAt: '2026-11-28T02:00:00.000Z' })
  expect(screen.getByText(/账号将在 11 月 28 日（周六）10:00 注销/)).toBeInTheDocument()
  answerTo(account.keep, OPEN)
  await tap(screen.getByRole('button', { name: '不注销了，保留账号' }))
  await settled()
  expect(screen.queryByText(/账号将在/)).toBeNull()
})
