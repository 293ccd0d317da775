import { fireEvent, render, screen } from '@testing-library/react'
import { people } from '#shared/people/contract.ts'
import { streetRoles, type RoleHolder } from '#shared/people/roles-contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import RolesPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const holder: RoleHolder = {
  grant: 'g1',
  person: 'p1',
  name: '曾建国',
  role: 'street',
  from: '2026-01-01T00:00:00.000Z',
  ground: '街道任命文件 2026-8 号',
  givenBy: '平台管理员 唐*',
  mine: false,
  live: true,
  mayEnd: true,
}
const list = { name: '檀木林街道', items: [holder], givable: [] }

async function open() {
  openWith({ scope: 'street', of: 's1' })
  render(<RolesPage />)
  await settled()
  await settled()
}
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('community')
  answerTo(streetRoles.list, list)
  answerTo(streetRoles.invitations, { items: [] })
})

test('who holds what, until when, by whom and on what ground', async () => {
  await open()
  expect(screen.getByText('檀木林街道（街道）')).toBeInTheDocument()
  expect(screen.getByText('曾建国 街道')).toBeInTheDocument()
  expect(
    screen.getByText('没有期限；平台管理员 唐*授予；街道任命文件 2026-8 号'),
  ).toBeInTheDocument()
  expect(document.getElementById('give-role')).toBeNull()
})

test('a role is ended with a reason, asked once more by its name', async () => {
  answerTo(streetRoles.end, { ...holder, live: false })
  await open()
  await press('end-g1')
  expect(document.getElementById('sure-g1')).toBeNull()
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '工作调动' } })
  await press('sure-g1')
  expect(callsOf(streetRoles.end)).toEqual([])
  await press('sure-g1-sure')
  expect(callsOf(streetRoles.end)).toMatchObject([
    { path: '/api/v1/streets/s1/roles/p1/g1/end', body: { reason: '工作调动' } },
  ])
})

test('what the server refuses is said in its words', async () => {
  refuseTo(streetRoles.end, 'people.last_admin')
  await open()
  await press('end-g1')
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '工作调动' } })
  await press('sure-g1')
  await press('sure-g1-sure')
  expect(screen.getByRole('alert')).toHaveTextContent('最后一位平台管理员')
})

test('an invitation nobody has used can be withdrawn, by name', async () => {
  const invitation = {
    invitation: 'i1',
    name: '钱进',
    role: 'street',
    from: '2026-11-21T00:00:00.000Z',
    ground: '任命文件',
    givenBy: '平台管理员 唐*',
    invitedAt: '2026-11-21T00:00:00.000Z',
    expiresAt: '2026-11-28T00:00:00.000Z',
    state: 'open',
  } as const
  answerTo(streetRoles.list, {
    ...list,
    givable: [{ role: 'street', posts: [], endsByItself: false }],
  })
  answerTo(streetRoles.invitations, { items: [invitation] })
  answerTo(streetRoles.withdraw, { ...invitation, state: 'withdrawn' })
  await open()
  await press('withdraw-i1')
  await press('withdraw-i1-sure')
  expect(callsOf(streetRoles.withdraw)).toHaveLength(1)
})

test('where one gives nothing, one is told', async () => {
  answerTo(people.me, { person: 'p', name: '钱进', memberships: [], held: [] })
  openWith({})
  render(<RolesPage />)
  await settled()
  expect(screen.getByText('您现在没有可以授予的角色')).toBeInTheDocument()
})
