import { fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { register } from '#shared/register/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { unitWith, versionWith } from '../../register.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  NOW,
  settled,
  startServer,
} from '../../server.fixture.ts'
import RegisterPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const button = (name: string) => screen.getByRole('button', { name })
const BUILDINGS = [
  { building: '1', name: '1栋', units: 720 },
  { building: '2', name: '2栋', units: 720 },
]

async function open() {
  render(<RegisterPage />)
  await settled()
}

async function look(words: string): Promise<void> {
  const box = screen.getByRole('textbox', { name: '房号或业主姓名' })
  fireEvent.change(box, { target: { value: words } })
  await tap(button('查找'))
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('committee')
  answerTo(register.current, { current: versionWith(), buildings: BUILDINGS })
  answerTo(register.versions, {
    items: [versionWith(), versionWith({ version: 1, undoable: false })],
  })
  answerTo(register.units, { items: [unitWith()], total: 1, version: 2 })
  answerTo(register.transfers, { items: [] })
})

test('opens with what holds now: who brought it, when, and its figures', async () => {
  await open()
  expect(screen.getByText('现在用的是第 2 版')).toBeInTheDocument()
  expect(screen.getAllByText('11 月 21 日（周六）10:00，周敏导入“锦绣名册”')[0]).toBeVisible()
  expect(screen.getByText('1,440 套')).toBeInTheDocument()
  expect(screen.getByText('128,980.80 ㎡')).toBeInTheDocument()
  expect(screen.getByText('1,249 人')).toBeInTheDocument()
})

test('before the first import it says what a register is for, and how to get one', async () => {
  answerTo(register.current, { buildings: [] })
  await open()
  expect(screen.getByText('还没有业主名册')).toBeInTheDocument()
  await tap(button('导入名册'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/committee/register-import/index?' })
})

test.each([
  ['1栋2单元801', 'unit=1-2-801'],
  ['张伟', 'owner=%E5%BC%A0%E4%BC%9F'],
])('finds a home by “%s”', async (words, query) => {
  await open()
  await look(words)
  expect(callsOf(register.units)[0]?.path).toContain(query)
  expect(screen.getByText('找到 1 户')).toBeInTheDocument()
  await tap(screen.getByText('住宅，张*'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/committee/register-unit/index?unit=1-2-801',
  })
})

test('in one building only', async () => {
  await open()
  await tap(document.getElementById('search-building') as HTMLElement)
  await tap(button('2栋'))
  await tap(button('确定'))
  await look('')
  expect(callsOf(register.units)[0]?.path).toContain('building=2')
})

test('what is not found says what to look at', async () => {
  answerTo(register.units, { items: [], total: 0, version: 2 })
  await open()
  await look('99-9-999')
  expect(screen.getByText('没有找到')).toBeInTheDocument()
})

test('as of a day: whose it was then, and that it says so', async () => {
  await open()
  await tap(document.getElementById('as-of') as HTMLElement)
  fireEvent.change(screen.getByRole('textbox', { name: '哪一天的名册' }), {
    target: { value: '2025 5 1' },
  })
  await tap(button('确定'))
  await look('801')
  expect(callsOf(register.units)[0]?.path).toContain('day=2025-05-01')
  expect(screen.getByText(/下面是 2025 年 5 月 1 日（周四）那天的业主/)).toBeInTheDocument()
  await tap(button('改回今天'))
  await tap(button('查找'))
  await settled()
  expect(callsOf(register.units)[1]?.path).not.toContain('day=')
  expect(screen.queryByText(/那天的业主/)).toBeNull()
})

test('homes that changed hands: from whom to whom, from which day on, and who recorded it', async () => {
  const wang = { key: 'wang', name: '王*', organisation: false }
  const li = { key: 'li', name: '李*', organisation: false }
  answerTo(register.transfers, {
    items: [
      {
        ...{ transfer: 't1', unit: '1-2-801', day: '2026-11-01', kind: 'sale' },
        ...{ from: [wang], to: [li], at: NOW, by: '周敏', version: 3, undone: true },
      },
    ],
  })
  await open()
  expect(screen.getByText('1-2-801：11 月 1 日（周日）起，王* 换成 李*')).toBeInTheDocument()
  expect(screen.getByText(/^买卖。周敏 .+ 登记，名册第 3 版$/)).toBeInTheDocument()
  expect(screen.getByText('已撤销')).toBeInTheDocument()
  expect(callsOf(register.transfers)[0]?.path).not.toContain('full')
  await tap(screen.getByText(/王\* 换成 李\*/))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/committee/register-unit/index?unit=1-2-801',
  })
})

test('earlier versions lead to what they changed', async () => {
  await open()
  await tap(screen.getByText('第 1 版'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/committee/register-version/index?version=1',
  })
})

test('the front desk imports, but does not export', async () => {
  comeAs('property')
  await open()
  expect(button('导入新的名册')).toBeEnabled()
  expect(screen.queryByRole('button', { name: '导出名册' })).toBeNull()
})

test('the community reads, and no more', async () => {
  comeAs('community')
  await open()
  expect(screen.getByText('现在用的是第 2 版')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^(导入|导出)/ })).toBeNull()
  expect(screen.queryByText(/再点“登记换业主”/)).toBeNull()
})

test('without a network it says so, and asks again', async () => {
  loseAnswersTo(register.current)
  await open()
  expect(screen.getByText('没有连上网络')).toBeInTheDocument()
  answerTo(register.current, { current: versionWith(), buildings: BUILDINGS })
  await tap(button('再试一次'))
  await settled()
  expect(screen.getByText('现在用的是第 2 版')).toBeInTheDocument()
})

test('an owner is told who may see it', async () => {
  comeAs('owner')
  await open()
  expect(screen.getByText(/您的身份（业主）不能做这件事：查看业主名册/)).toBeInTheDocument()
})
