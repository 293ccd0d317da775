import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { emergencies, type EmergencyCard } from '#shared/emergencies/contract.ts'
import { emergencyCardWith } from '#miniprogram/features/emergencies/emergencies.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openPage, press } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import EmergencyListPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const open = () => openPage(EmergencyListPage)
const tapOn = (id: string) => tap(document.getElementById(id) as HTMLElement)

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(emergencies.list, { items: [emergencyCardWith()] })
})

test.each([
  [{}, '11 月 21 日（周六）09:00 起，恢复时间还没定', '已核实'],
  [
    { expectedAt: '2026-11-21T04:00:00.000Z', state: 'handling' },
    '11 月 21 日（周六）09:00 起，预计 11 月 21 日（周六）12:00 恢复',
    '处置中',
  ],
  [
    { restoredAt: '2026-11-21T01:30:00.000Z', state: 'restored' },
    '11 月 21 日（周六）09:00 起，11 月 21 日（周六）09:30 恢复',
    '已恢复',
  ],
  [
    { state: 'reported', unverified: true, late: true },
    /恢复时间还没定。超过 30 分钟没有人核实/,
    '居民上报，待核实',
  ],
] as const)('%j in one line: %s', async (rest, line, tag) => {
  answerTo(emergencies.list, { items: [emergencyCardWith(rest)] })
  await open()
  expect(screen.getByText('水管爆裂：1栋 地下室')).toBeInTheDocument()
  expect(screen.getByText(line)).toBeInTheDocument()
  expect(screen.getByText(tag)).toBeInTheDocument()
})

test.each([
  ['owner', '/resident/emergency/index?emergency=e1'],
  ['committee', '/resident/emergency/index?emergency=e1'],
  ['property', '/property/emergency/index?emergency=e1'],
  ['district', '/property/emergency/index?emergency=e1'],
] as const)('%s is led to %s', async (role, url) => {
  comeAs(role)
  await open()
  await tapOn('emergency-e1')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
})

test('what is restored no longer happens: it waits for somebody to look back at it', async () => {
  const restored = { emergency: 'e2', state: 'restored', restoredAt: '2026-11-21T01:30:00.000Z' }
  const over = emergencyCardWith(restored as Partial<EmergencyCard>)
  answerTo(emergencies.list, { items: [over, emergencyCardWith()] })
  const { unmount } = await open()
  expect(screen.getByText('正在发生')).toBeInTheDocument()
  expect(screen.getByText('已经恢复，等着复盘')).toBeInTheDocument()
  unmount()
  answerTo(emergencies.list, { items: [over] })
  await open()
  expect(screen.queryByText('正在发生')).toBeNull()
  expect(screen.getByText('现在没有突发事件')).toBeInTheDocument()
  expect(screen.getByText('已经恢复，等着复盘')).toBeInTheDocument()
})

test('with nothing going on it says what would be here; what is over comes on demand', async () => {
  answerTo(emergencies.list, { items: [] })
  await open()
  expect(screen.getByText('现在没有突发事件')).toBeInTheDocument()
  await press('看以前的')
  expect(screen.getByText('以前没有记录')).toBeInTheDocument()
  expect(callsOf(emergencies.list).map(({ path }) => /stage=(\w+)/.exec(path)?.[1])).toEqual([
    'live',
    'past',
  ])
})

test('a resident reports, and sees no other community', async () => {
  await open()
  await press('我要上报')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/emergency-report/index?' })
  expect(screen.queryByText('辖区所有小区')).toBeNull()
})

test('the street is led to all its communities; who only looks from above reports nothing', async () => {
  comeAs('district')
  await open()
  expect(screen.queryByText('我要上报')).toBeNull()
  await tapOn('area')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/community/emergency-list/index?' })
})

test('what could not be loaded is tried again', async () => {
  refuseTo(emergencies.list, 'request.too_many', { seconds: 3 })
  await open()
  expect(screen.getByText(/请 3 秒后再试/)).toBeInTheDocument()
})
