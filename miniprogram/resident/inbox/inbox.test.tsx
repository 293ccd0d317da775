import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { messages, type Message } from '#shared/messages/contract.ts'
import { INBOX_PAGE } from '#shared/messages/inbox-page.ts'
import { people } from '#shared/people/contract.ts'
import { consents } from '#shared/privacy/contract.ts'
import { chooseElder } from '#miniprogram/platform/elder.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { tap } from '../../../config/jest/tap.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  COMMUNITY,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import { PAGES } from '../../features/pages.ts'
import InboxPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const messageWith = (rest: Partial<Message> = {}): Message => ({
  message: 'm1',
  template: 'complaint_progress',
  subject: { kind: 'complaint', id: 'JX7K2M94P', community: COMMUNITY },
  title: '投诉 JX7-K2M-94P：已受理',
  words: '物业须在 11 月 24 日 18:00 前答复，逾期将自动转街道。',
  at: '2026-11-20T01:00:00.000Z',
  arrivedAt: '2026-11-20T01:00:01.000Z',
  urgent: false,
  read: false,
  ...rest,
})

async function open() {
  render(<InboxPage />)
  await settled()
  await settled()
}
const row = (message: string) => document.getElementById(`message-${message}`) as HTMLElement

beforeEach(() => {
  startServer()
  openWith({})
  comeAs('owner')
  answerTo(messages.list, { items: [messageWith()] })
  answerTo(messages.read, messageWith({ read: true }))
  answerTo(messages.credits, { items: [] })
  answerTo(consents.mine, { items: [] })
})

test('the page that a WeChat message opens is this one', () => {
  expect(PAGES.inbox).toBe(`/${INBOX_PAGE}`)
})

test('shows what happened, when, and what is unread, whole sentences day by day', async () => {
  answerTo(messages.list, {
    items: [
      messageWith(),
      messageWith({ message: 'm2', read: true, arrivedAt: '2026-11-19T01:00:00.000Z' }),
      messageWith({ message: 'm3', urgent: true, arrivedAt: '2026-11-19T00:00:00.000Z' }),
    ],
  })
  await open()
  expect(screen.getByText('11 月 20 日（周五）')).toBeInTheDocument()
  expect(row('m1')).toHaveTextContent('逾期将自动转街道。')
  expect(row('m1')).toHaveTextContent('11 月 20 日（周五）09:00')
  expect(row('m1')).toHaveTextContent('未读')
  expect(row('m2')).not.toHaveTextContent('未读')
  expect(row('m3')).toHaveTextContent('紧急，未读')
})

test('without any it says what will be here', async () => {
  answerTo(messages.list, { items: [] })
  await open()
  expect(screen.getByText('还没有消息')).toBeInTheDocument()
})

test.each([
  [{}, `/resident/complaint/index?number=JX7K2M94P&community=${COMMUNITY}`],
  [
    { subject: { kind: 'notice', id: 'n1', community: COMMUNITY } },
    '/resident/notice/index?notice=n1',
  ],
  [{ subject: { kind: 'vote', id: 'v1', community: COMMUNITY } }, '/resident/vote/index?vote=v1'],
  [{ subject: { kind: 'bill', id: 'b1', community: COMMUNITY } }, '/resident/bills/index?'],
  [{ subject: { kind: 'home', id: 'h1', community: COMMUNITY } }, '/resident/home-list/index?'],
])('%j opens %s, and is read', async (rest, url) => {
  answerTo(messages.list, { items: [messageWith(rest)] })
  await open()
  await tap(row('m1'))
  await settled()
  expect(callsOf(messages.read).map(({ path }) => path)).toEqual(['/api/v1/messages/m1/read'])
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
})

test.each([
  ['property', `/property/complaint/index?number=JX7K2M94P&community=c2`],
  ['manager', `/property/complaint/index?number=JX7K2M94P&community=c2`],
  ['community', `/community/complaint/index?number=JX7K2M94P&community=c2`],
  ['street', `/community/complaint/index?number=JX7K2M94P&community=c2`],
] as const)('what is %s’s to do opens on their own page, in its community', async (role, url) => {
  const homes = [] as const
  const memberships = [
    { community: COMMUNITY, name: '锦绣花园', roles: ['owner' as const], homes: [...homes] },
    { community: 'c2', name: '云溪苑', roles: [role], homes: [...homes] },
  ]
  answerTo(people.me, { person: 'p1', name: '张三', memberships })
  const subject = { kind: 'complaint', id: 'JX7K2M94P', community: 'c2' }
  answerTo(messages.list, { items: [messageWith({ template: 'complaint_duty', subject })] })
  await open()
  await tap(row('m1'))
  await settled()
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
})

test.each([
  ['owner', '/resident/petitions/index?petition=p1'],
  ['committee', '/committee/petitions/index?petition=p1'],
  ['community', '/committee/petitions/index?petition=p1'],
] as const)('a petition opens to %s where it is theirs to see', async (role, url) => {
  comeAs(role)
  const subject = { kind: 'petition', id: 'p1', community: COMMUNITY }
  answerTo(messages.list, { items: [messageWith({ subject })] })
  await open()
  await tap(row('m1'))
  await settled()
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
})

test('what this version knows no page for is read here', async () => {
  answerTo(messages.list, {
    items: [messageWith({ subject: { kind: 'lottery', id: 'x', community: COMMUNITY } })],
  })
  await open()
  answerTo(messages.list, { items: [messageWith({ read: true })] })
  await tap(row('m1'))
  await settled()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
  expect(screen.queryByText('未读')).toBeNull()
})

test('it opens although nobody could be told that it was read', async () => {
  refuseTo(messages.read, 'request.too_many', { seconds: 5 })
  await open()
  await tap(row('m1'))
  await settled()
  expect(Taro.navigateTo).toHaveBeenCalled()
})

test('about another community of mine, that one is shown', async () => {
  const membership = { name: '锦绣花园', roles: ['owner' as const], homes: [] }
  answerTo(people.me, {
    person: 'p1',
    name: '张三',
    memberships: [
      { ...membership, community: COMMUNITY },
      { ...membership, community: 'c2', name: '云溪苑' },
    ],
  })
  answerTo(messages.list, {
    items: [messageWith({ subject: { kind: 'notice', id: 'n1', community: 'c2' } })],
  })
  await open()
  await tap(row('m1'))
  await settled()
  expect(Taro.setStorageSync).toHaveBeenCalledWith('place:p1', { community: 'c2', hat: 'resident' })
})

test('everything up to the latest that is shown is read by one tap', async () => {
  answerTo(messages.readAll, { unread: 0, more: false })
  await open()
  answerTo(messages.list, { items: [messageWith({ read: true })] })
  await tap(screen.getByRole('button', { name: '全部标为已读' }))
  await settled()
  expect(callsOf(messages.readAll)[0]?.body).toEqual({ upTo: 'm1' })
  expect(screen.queryByRole('button', { name: '全部标为已读' })).toBeNull()
})

describe('opened by a WeChat message', () => {
  test('it goes on to what the message is about, once', async () => {
    openWith({ open: 'm1' })
    answerTo(messages.get, messageWith())
    await open()
    expect(Taro.navigateTo).toHaveBeenCalledTimes(1)
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: `/resident/complaint/index?number=JX7K2M94P&community=${COMMUNITY}`,
    })
    expect(callsOf(messages.read)).toHaveLength(1)
  })

  test('one that is kept no longer is said to be gone, over what is there', async () => {
    openWith({ open: 'm0' })
    refuseTo(messages.get, 'messages.not_found')
    await open()
    expect(screen.getByText(/没有找到这条消息/)).toBeInTheDocument()
    expect(row('m1')).toBeInTheDocument()
  })
})

test('in elder mode it is the same page, larger', async () => {
  chooseElder('on')
  const { container, unmount } = render(<InboxPage />)
  await settled()
  await settled()
  expect(container.firstChild).toHaveClass('elder')
  expect(row('m1')).toHaveTextContent('逾期将自动转街道。')
  unmount()
  chooseElder('auto')
})

test('in a browser it says that WeChat cannot tell anybody', async () => {
  await open()
  expect(screen.getByText(/浏览器里收不到微信提醒/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '以后有进展，用微信提醒我' })).toBeNull()
})
