import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { emergencies } from '#shared/emergencies/contract.ts'
import { emergencyWith } from '#miniprogram/features/emergencies/emergencies.fixture.ts'
import { openPage, press } from '../../page.fixture.tsx'
import { answerTo, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import EmergencyPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const open = (query: Record<string, string> = {}) =>
  openPage(EmergencyPage, { emergency: 'e1', ...query })

beforeEach(() => {
  startServer()
  comeAs('owner')
})

test('what, where, since when, until when with why, and what to do', async () => {
  const [first, second] = ['2026-11-21T04:00:00.000Z', '2026-11-21T08:00:00.000Z']
  answerTo(
    emergencies.get,
    emergencyWith({
      expectedAt: second,
      expected: [
        { at: '2026-11-21T01:10:00.000Z', until: first },
        { at: '2026-11-21T01:50:00.000Z', until: second, text: '要换一段管' },
      ],
    }),
  )
  await open()
  for (const words of [
    '水管爆裂',
    '1栋 地下室',
    '11 月 21 日（周六）16:00',
    '要换一段管',
    '预计时间改过 1 次',
    '原来说 11 月 21 日（周六）12:00',
    '远离积水里的电线和插座',
  ]) {
    expect(screen.getByText(words)).toBeInTheDocument()
  }
})

test('a fire has its number to call', async () => {
  answerTo(emergencies.get, emergencyWith({ kind: 'fire' }))
  await open()
  await press('打 119')
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '119' })
})

test('over: what it came from and what changes; nothing to do any more', async () => {
  const review = { cause: '阀门老化', done: '换了阀门', changes: '同批都换' }
  const restoredAt = '2026-11-21T01:30:00.000Z'
  answerTo(emergencies.get, emergencyWith({ state: 'reviewed', restoredAt, review }))
  await open()
  for (const words of Object.values(review)) expect(screen.getByText(words)).toBeInTheDocument()
  expect(screen.queryByText('您现在可以这样做')).toBeNull()
})

test('who just reported it is told who knows now', async () => {
  answerTo(emergencies.get, emergencyWith({ state: 'reported', unverified: true, mine: true }))
  await open({ reported: '1' })
  expect(screen.getByText(/物业、社区和街道都已通知/)).toBeInTheDocument()
  expect(screen.getByText('居民上报，待核实')).toBeInTheDocument()
})

test('who reported what was not so reads why', async () => {
  const put = { state: 'dismissed', mine: true, dismissedFor: '到场看过，是空调水。' } as const
  answerTo(emergencies.get, emergencyWith(put))
  await open()
  expect(screen.getByText('核实后认定不属实：到场看过，是空调水。')).toBeInTheDocument()
})

test('what nobody has confirmed is not there for neighbours', async () => {
  refuseTo(emergencies.get, 'emergencies.not_found')
  await open()
  expect(screen.getByText(/可能还在核实/)).toBeInTheDocument()
})
