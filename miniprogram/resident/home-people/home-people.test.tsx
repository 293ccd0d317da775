import { fireEvent, render, screen } from '@testing-library/react'
import { bindings } from '#shared/bindings/contract.ts'
import type { MyHome } from '#shared/bindings/views.ts'
import { code, homeWith } from '#miniprogram/features/bindings/bindings.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import HomePeoplePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const user: MyHome['users'][number] = {
  binding: 'u1',
  relation: 'tenant',
  name: '廖**',
  since: '2026-11-01T02:00:00.000Z',
}
const open_: MyHome['codes'][number] = {
  code: 'k1',
  relation: 'family',
  issuedAt: '2026-11-20T02:00:00.000Z',
  expiresAt: '2026-12-04T02:00:00.000Z',
  locked: false,
}

async function open() {
  openWith({ community: 'c1', unit: '1-2-801' })
  render(<HomePeoplePage />)
  await settled()
  await settled()
}
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(bindings.home, homeWith())
})

test('nobody yet: says what adding somebody lets them do, and what never', async () => {
  await open()
  expect(screen.getByText(/他们都不能投票/)).toBeInTheDocument()
  expect(screen.getByText('请先选择添加谁')).toBeInTheDocument()
})

test('a tenant gets a code that is shown once', async () => {
  answerTo(bindings.invite, { ...code, relation: 'tenant' })
  await open()
  await tap(screen.getByRole('radio', { name: '租户' }))
  await press('invite')
  expect(callsOf(bindings.invite)).toMatchObject([
    { body: { community: 'c1', unit: '1-2-801', relation: 'tenant' } },
  ])
  expect(screen.getByText('34679-ACDEF')).toBeInTheDocument()
  expect(screen.getByText(/只显示这一次/)).toBeInTheDocument()
  expect(screen.getByRole('img', { name: /验证码：3 4 6 7 9/ })).toBeInTheDocument()
})

const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })

test('a helper is named, with how they stand to the owner and an end: 90 days unless said otherwise', async () => {
  answerTo(bindings.invite, { ...code, relation: 'helper' })
  await open()
  await tap(screen.getByRole('radio', { name: '代办人' }))
  expect(screen.getByText('请写代办人的姓名')).toBeInTheDocument()
  write('代办人的姓名', ' 李小花 ')
  expect(screen.getByText('请选择是亲属、志愿者还是邻居')).toBeInTheDocument()
  await press('invite')
  expect(callsOf(bindings.invite)).toHaveLength(0)
  await tap(screen.getByRole('radio', { name: '邻居' }))
  expect(screen.getByText(/到 2027 年 2 月 19 日（周五）为止/)).toBeInTheDocument()
  await press('invite')
  expect(callsOf(bindings.invite)).toMatchObject([
    {
      body: {
        relation: 'helper',
        until: '2027-02-19',
        helper: { name: '李小花', tie: 'neighbour' },
      },
    },
  ])
  expect(screen.queryByText(/还没有开通/)).toBeNull()
})

test('helpers are shown with whom they help, those asked by name, those of before with why no longer', async () => {
  const helper = { ...user, binding: 'h1', relation: 'helper', name: '李小花' } as const
  answerTo(
    bindings.home,
    homeWith({
      users: [{ ...helper, tie: 'neighbour', helps: '张建国', until: '2027-02-19' }],
      codes: [{ ...open_, relation: 'helper', helper: { name: '王芳', tie: 'relative' } }],
      past: [
        {
          binding: 'h0',
          name: '周涛',
          since: '2026-09-01T02:00:00.000Z',
          endedAt: '2026-10-01T02:00:00.000Z',
          reason: 'withdrawn',
        },
      ],
    }),
  )
  answerTo(bindings.remove, homeWith())
  await open()
  expect(
    screen.getByText(/^邻居，替张建国办事，11 月 1 日（周日）起，到 2027 年/),
  ).toBeInTheDocument()
  expect(screen.getByText('给代办人 王芳 的验证码')).toBeInTheDocument()
  expect(screen.getByText('9 月 1 日（周二）到10 月 1 日（周四），本人撤回')).toBeInTheDocument()
  await press('end-h1')
  await press('end-h1-sure')
  expect(callsOf(bindings.remove)).toMatchObject([
    { path: expect.stringContaining('/h1/') as string },
  ])
})

test('family names helpers of their own, and nobody else', async () => {
  answerTo(bindings.home, homeWith({ relation: 'family' }))
  answerTo(bindings.invite, { ...code, relation: 'helper' })
  await open()
  expect(screen.queryByRole('radio', { name: '租户' })).toBeNull()
  write('代办人的姓名', '李小花')
  await tap(screen.getByRole('radio', { name: '亲属' }))
  await press('invite')
  expect(callsOf(bindings.invite)).toMatchObject([
    { body: { relation: 'helper', helper: { name: '李小花', tie: 'relative' } } },
  ])
})

test('a user is removed by name and asked twice; a code is made void', async () => {
  answerTo(bindings.home, homeWith({ users: [user], codes: [open_] }))
  answerTo(bindings.remove, homeWith({ codes: [open_] }))
  answerTo(bindings.cancelInvite, homeWith())
  await open()
  await press('end-u1')
  expect(callsOf(bindings.remove)).toHaveLength(0)
  await press('end-u1-sure')
  expect(callsOf(bindings.remove)).toHaveLength(1)
  expect(screen.queryByText('廖**')).toBeNull()
  await press('cancel-k1')
  await press('cancel-k1-sure')
  expect(callsOf(bindings.cancelInvite)).toHaveLength(1)
  expect(screen.getByText('这套房没有添加别人')).toBeInTheDocument()
})

test('who is not verified yet is told why nothing can be done here', async () => {
  refuseTo(bindings.home, 'bindings.owners_only')
  await open()
  expect(screen.getByText(/只有这套房已核实的业主能这样做/)).toBeInTheDocument()
  expect(document.getElementById('invite')).toBeNull()
})

test('a refusal to give a code stands beside the choice', async () => {
  refuseTo(bindings.invite, 'bindings.too_many_codes')
  await open()
  await tap(screen.getByRole('radio', { name: '家人' }))
  await press('invite')
  expect(screen.getByText(/没有用掉的验证码太多/)).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: '家人' })).toBeChecked()
})
