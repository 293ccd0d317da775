import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { notices, type Notice } from '#shared/notices/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith, showAgain } from '../../../config/jest/taro.ts'
import { noticeWith } from '../../notices.fixture.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import NoticePage from './index.tsx'

async function open(notice: Notice) {
  answerTo(notices.get, notice)
  openWith({ notice: 'n1' })
  render(<NoticePage />)
  await settled()
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(notices.read, { read: true })
})

test('an unread one is shown, and told to have been read once', async () => {
  await open(noticeWith())
  expect(screen.getByText(/更换水泵/)).toBeInTheDocument()
  expect(screen.getByText('cd'.repeat(32))).toBeInTheDocument()
  showAgain()
  await settled()
  expect(callsOf(notices.read)).toHaveLength(1)
})

test('one that was read is not counted again', async () => {
  await open(noticeWith({ read: true }))
  expect(callsOf(notices.read)).toEqual([])
})

test('that it could not be counted is not the reader’s concern', async () => {
  refuseTo(notices.read, 'request.too_many', { seconds: 3 })
  await open(noticeWith())
  expect(screen.getByText(/更换水泵/)).toBeInTheDocument()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a corrected one shows the new wording with the old beside it', async () => {
  const [first] = noticeWith().editions
  if (!first) throw new Error('no edition')
  const second = { ...first, edition: 2, title: '改到 11 月 25 日停水', text: '上午 9 点开始。' }
  await open(noticeWith({ edition: 2, editions: [second, first] }))
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    '公告',
    '改到 11 月 25 日停水',
    '公告信息',
    '更正前：11 月 24 日停水 4 小时',
  ])
})

test('one past its day says so', async () => {
  await open(noticeWith({ expired: true, validUntil: '2026-11-20' }))
  expect(screen.getByText(/有效到 11 月 20 日（周五），已经过期/)).toBeInTheDocument()
})

test.each([
  ['owner', 'property', false],
  ['property', 'property', true],
  ['property', 'committee', false],
  ['property', 'safety', true],
  ['committee', 'property', false],
  ['committee', 'committee', true],
] as const)('%s may correct one of category %s: %s', async (role, category, may) => {
  comeAs(role)
  await open(noticeWith({ category }))
  const button = screen.queryByRole('button', { name: '更正这条公告' })
  expect(button !== null).toBe(may)
  if (!button) return
  await tap(button)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/${role}/notice-publish/index?notice=n1` })
})
