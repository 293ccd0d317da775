import { fireEvent, render, screen } from '@testing-library/react'
import { communityRoles } from '#shared/people/roles-contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, settled, startServer } from '../../server.fixture.ts'
import RoleGivePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const invitation = {
  invitation: 'i1',
  name: '钱进',
  role: 'committee',
  post: 'chair',
  from: '2026-11-21T02:00:00.000Z',
  until: '2029-11-20T16:00:00.000Z',
  ground: '备案回执 12 号',
  givenBy: '街道 曾**',
  invitedAt: '2026-11-21T02:00:00.000Z',
  expiresAt: '2026-11-28T02:00:00.000Z',
  state: 'open',
} as const

const write = (id: string, value: string) => {
  const field = document.getElementById(id)
  const input = field?.matches('input') ? field : field?.querySelector('input')
  fireEvent.change(input as HTMLElement, { target: { value } })
}
const choose = (name: string) => tap(screen.getByRole('radio', { name }))

beforeEach(async () => {
  startServer()
  comeAs('street')
  answerTo(communityRoles.list, {
    name: '锦绣花园',
    items: [],
    givable: [
      { role: 'committee', posts: ['chair', 'member'], endsByItself: true },
      { role: 'party', posts: [], endsByItself: false },
    ],
  })
  answerTo(communityRoles.invite, { invitation, code: 'GRPD-T43X-96H4' })
  openWith({ scope: 'community', of: 'c1' })
  render(<RoleGivePage />)
  await settled()
})

test('a chair is invited for three years; the code is shown once', async () => {
  expect(screen.getByText('请选择角色')).toBeInTheDocument()
  await choose('业委会')
  expect(screen.getByText('请选择职务')).toBeInTheDocument()
  await choose('主任')
  expect(screen.queryByRole('radio', { name: '不设期限' })).toBeNull()
  await choose('3 年')
  write('invited-name', '钱进')
  expect(screen.getByText('请写明依据，至少 4 个字')).toBeInTheDocument()
  write('ground', '备案回执 12 号')
  await tap(document.getElementById('make-code') as HTMLElement)
  await settled()
  expect(callsOf(communityRoles.invite)).toMatchObject([
    {
      body: {
        role: 'committee',
        post: 'chair',
        lastDay: '2029-11-20',
        name: '钱进',
        ground: '备案回执 12 号',
      },
    },
  ])
  expect(screen.getByText('GRPD-T43X-96H4')).toBeInTheDocument()
  expect(screen.getByText('任期到 2029 年 11 月 20 日（周二）为止')).toBeInTheDocument()
})

test('another role asks for no post, and may be without an end', async () => {
  await choose('业委会')
  await choose('主任')
  await choose('社区党组织')
  expect(screen.queryByRole('radio', { name: '主任' })).toBeNull()
  await choose('不设期限')
  write('invited-name', '钱进')
  write('ground', '组织部文件')
  await tap(document.getElementById('make-code') as HTMLElement)
  await settled()
  const [call] = callsOf(communityRoles.invite)
  expect(call?.body).toEqual({ role: 'party', name: '钱进', ground: '组织部文件' })
})
