import { screen } from '@testing-library/react'
import { emergencies, type Emergency } from '#shared/emergencies/contract.ts'
import { emergencyWith } from '#miniprogram/features/emergencies/emergencies.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { field, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import EmergencyHandlePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const AT = '2026-11-21T01:00:00.000Z'
const staffView = (rest: Partial<Emergency> = {}): Emergency =>
  emergencyWith({
    ...{ state: 'reported', unverified: true, note: '水漫到楼道了' },
    acts: ['confirm', 'dismiss', 'tick'],
    ticks: [{ step: 'secure', at: AT, by: '街道 孙*', mine: false }],
    events: [{ seq: 1, at: AT, kind: 'report', by: '业主 张*' }],
    ...rest,
  })

const open = (event: Emergency) => {
  answerTo(emergencies.get, event)
  return openPage(EmergencyHandlePage, { emergency: 'e1' })
}
const step = (id: string) => document.getElementById(`step-${id}`) as HTMLElement

beforeEach(() => {
  startServer()
  comeAs('property')
})

test('the words of who reported it, the steps, who did them, what happened', async () => {
  await open(staffView())
  for (const words of ['水漫到楼道了', '业主 张* 上报', '处置清单，做了 1 步，共 6 步']) {
    expect(screen.getByText(words)).toBeInTheDocument()
  }
  expect(screen.getByText(/^街道 孙\*，11 月 21 日（周六）09:00 已做$/)).toBeInTheDocument()
})

test('confirmed with the place put right', async () => {
  await open(staffView())
  await press('属实，确认')
  expect(field('在哪里')).toHaveValue('1栋 地下室')
  type('在哪里', '1栋 一层大厅')
  answerTo(emergencies.confirm, staffView({ state: 'confirmed', unverified: false, acts: [] }))
  await press('确定：核实属实')
  expect(callsOf(emergencies.confirm)[0]?.body).toEqual({ place: '1栋 一层大厅' })
  expect(screen.getByText('已核实')).toBeInTheDocument()
})

test('put aside only with a reason', async () => {
  await open(staffView())
  await press('不属实')
  expect(screen.getByText('请写“为什么不属实”，至少 5 个字')).toBeInTheDocument()
  type('为什么不属实', '到场看过，是空调滴水。')
  answerTo(emergencies.dismiss, staffView({ state: 'dismissed', acts: [] }))
  await press('确定：认定不属实')
  expect(callsOf(emergencies.dismiss)[0]?.body).toEqual({ text: '到场看过，是空调滴水。' })
})

test('somebody else was first: that is said, what was written stays, and the page is fetched anew', async () => {
  await open(staffView())
  await press('不属实')
  type('为什么不属实', '到场看过，是空调滴水。')
  refuseTo(emergencies.dismiss, 'emergencies.not_now', { state: '处置中', act: '认定不属实' })
  await press('确定：认定不属实')
  expect(screen.getByText(/现在是“处置中”.*您写的内容还在/)).toBeInTheDocument()
  answerTo(emergencies.get, staffView({ state: 'handling', unverified: false, acts: ['restore'] }))
  await press('刷新')
  expect(screen.getByText('处置中')).toBeInTheDocument()
  expect(field('为什么不属实')).toHaveValue('到场看过，是空调滴水。')
})

test('a tap ticks, another takes one’s own back', async () => {
  await open(staffView())
  const mine = { step: 'cut', at: AT, by: '物业客服 刘*', mine: true } as const
  answerTo(emergencies.tick, staffView({ ticks: [mine] }))
  await tap(step('cut'))
  await settled()
  await tap(step('cut'))
  await settled()
  expect(callsOf(emergencies.tick).map(({ body }) => body)).toEqual([
    { step: 'cut', done: true },
    { step: 'cut', done: false },
  ])
  expect(screen.getByText(/^物业客服 刘\*，/)).toBeInTheDocument()
})

test('looked back at in three answers, none of them left out', async () => {
  comeAs('street')
  const restoredAt = '2026-11-21T01:30:00.000Z'
  await open(staffView({ state: 'restored', unverified: false, restoredAt, acts: ['review'] }))
  await press('写复盘')
  type('起因', '阀门老化')
  type('做了什么', '换了阀门')
  expect(screen.getByText('请写“以后怎么改”，至少 2 个字')).toBeInTheDocument()
  type('以后怎么改', '同批都换')
  answerTo(emergencies.review, staffView({ state: 'reviewed', acts: [] }))
  await press('确定：复盘')
  const said = { cause: '阀门老化', done: '换了阀门', changes: '同批都换' }
  expect(callsOf(emergencies.review)[0]?.body).toEqual(said)
})

test.each([
  ['handle', '人已到场，开始处置', '确定：开始处置'],
  ['restore', '已经恢复正常', '确定：恢复正常'],
] as const)('%s takes no words', async (name, word, sure) => {
  await open(staffView({ state: 'confirmed', acts: [name, 'tick'] }))
  await press(word)
  answerTo(emergencies[name], staffView({ state: 'handling', acts: [] }))
  await press(sure)
  expect(callsOf(emergencies[name])[0]?.body).toEqual({ text: '' })
})

test('a time to be over is chosen before it is sent', async () => {
  await open(staffView({ state: 'handling', acts: ['expect', 'tick'] }))
  await press('写预计恢复时间')
  expect(screen.getByText('请选择什么时候能恢复')).toBeInTheDocument()
})

test('who only reported it sees what happened, and nothing to decide', async () => {
  comeAs('owner')
  await open(emergencyWith({ mine: true, note: '水漫到楼道了' }))
  expect(screen.getByText('水漫到楼道了')).toBeInTheDocument()
  expect(screen.queryByText('下一步')).toBeNull()
  expect(screen.queryByText(/处置清单/)).toBeNull()
})
