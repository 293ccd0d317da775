import { fireEvent, render, screen } from '@testing-library/react'
import { people } from '#shared/people/contract.ts'
import { invitationCode, formatCode } from '#shared/people/invitation-code.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import RoleJoinPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const CODE = formatCode(invitationCode(new Uint8Array(11).map((_, n) => n)))
const seen = {
  invitation: 'i1',
  scope: 'street',
  place: '檀木林街道',
  name: '廖小燕',
  role: 'street',
  from: '2026-11-21T02:00:00.000Z',
  ground: '街道任命文件 2026-8 号',
  givenBy: '平台管理员 唐*',
  invitedAt: '2026-11-21T02:00:00.000Z',
  expiresAt: '2026-11-28T02:00:00.000Z',
  state: 'open',
} as const

const type = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } })
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('tenant')
  answerTo(people.look, seen)
  render(<RoleJoinPage />)
})

test('what one takes on is shown before one does', async () => {
  expect(screen.getByText('请输入 12 位邀请码')).toBeInTheDocument()
  type(CODE.toLowerCase())
  await press('look')
  expect(screen.getByText('檀木林街道 街道')).toBeInTheDocument()
  expect(callsOf(people.join)).toEqual([])
  answerTo(people.join, {
    grant: 'i1',
    scope: 'street',
    of: 's1',
    place: '檀木林街道',
    role: 'street',
    from: seen.from,
  })
  await press('take-role')
  expect(callsOf(people.join)).toMatchObject([{ body: { code: CODE.toLowerCase() } }])
})

test('a slip in the code is seen before it is sent', () => {
  type(`${CODE.slice(0, -1)}${CODE.endsWith('3') ? '4' : '3'}`)
  expect(screen.getByRole('alert')).toHaveTextContent('邀请码有一位不对')
})

test('a code that is used up is refused in the words of the server', async () => {
  refuseTo(people.look, 'people.code_used')
  type(CODE)
  await press('look')
  expect(screen.getByRole('alert')).toHaveTextContent('一个邀请码只能用一次')
})
