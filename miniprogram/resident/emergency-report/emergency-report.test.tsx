import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { communities } from '#shared/communities/contract.ts'
import { emergencies } from '#shared/emergencies/contract.ts'
import { emergencyWith } from '#miniprogram/features/emergencies/emergencies.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { field, openPage, press, pressTwice, type } from '../../page.fixture.tsx'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  startServer,
} from '../../server.fixture.ts'
import { community } from '../../votes.fixture.ts'
import EmergencyReportPage from './index.tsx'
import { likelyBuilding, missingIn, placeOf, type Form } from './form.ts'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const open = () => openPage(EmergencyReportPage)
const choose = (word: string) => tap(screen.getByRole('radio', { name: word }))
async function write() {
  await choose('水管爆裂')
  type('具体位置', '2 单元地下室')
}

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(communities.get, { ...community, buildings: ['1栋', '2栋'] })
  answerTo(emergencies.report, emergencyWith({ state: 'reported', unverified: true, mine: true }))
})

test('a tile, a red button, and it is asked once whether it is true; where they live is filled in', async () => {
  await open()
  await write()
  await press('马上上报')
  expect(callsOf(emergencies.report)).toEqual([])
  expect(screen.getByText('水管爆裂：1栋 2 单元地下室')).toBeInTheDocument()
  await press('是真的，马上上报')
  const said = { kind: 'pipe', place: '1栋 2 单元地下室', note: '', photos: [] }
  expect(callsOf(emergencies.report)[0]?.body).toEqual(said)
  const url = '/resident/emergency/index?emergency=e1&reported=1'
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url })
})

test('who is in charge goes on to what to do', async () => {
  comeAs('property')
  await open()
  await write()
  await press('马上上报')
  await press('是真的，马上上报')
  const url = '/property/emergency/index?emergency=e1&reported=1'
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url })
})

test('a slip of the thumb reports nothing', async () => {
  await open()
  expect(screen.getByText('请点一下发生了什么')).toBeInTheDocument()
  await press('马上上报')
  await write()
  await press('马上上报')
  await press('再改改')
  expect(callsOf(emergencies.report)).toEqual([])
  expect(field('具体位置')).toHaveValue('2 单元地下室')
})

test('two taps are one report; after a lost answer the same goes again', async () => {
  loseAnswersTo(emergencies.report)
  await open()
  await write()
  await press('马上上报')
  await press('是真的，马上上报')
  expect(screen.getByText(/没有连上网络.*急的话直接打电话/)).toBeInTheDocument()
  answerTo(emergencies.report, emergencyWith())
  await pressTwice('是真的，马上上报')
  expect(Taro.redirectTo).toHaveBeenCalledTimes(1)
  expect(new Set(callsOf(emergencies.report).map(({ key }) => key)).size).toBe(1)
})

test('who has reported too often is told whom to call, and what was written stays', async () => {
  refuseTo(emergencies.report, 'emergencies.too_many', { most: 3 })
  await open()
  await write()
  await press('马上上报')
  await press('是真的，马上上报')
  expect(screen.getByText(/今天已经上报 3 次.*119/)).toBeInTheDocument()
  expect(field('具体位置')).toHaveValue('2 单元地下室')
})

test('the number to call stands beside what is chosen', async () => {
  await open()
  await choose('失火')
  await press('打 119')
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '119' })
})

test('where the buildings cannot be had, the place is written by hand', async () => {
  refuseTo(communities.get, 'request.too_many', { seconds: 3 })
  await open()
  expect(screen.queryByText('哪一栋')).toBeNull()
  await write()
  await press('马上上报')
  expect(screen.getByText('水管爆裂：2 单元地下室')).toBeInTheDocument()
})

test('who takes no part here is told so, before anything is typed', async () => {
  comeAs('company')
  await open()
  expect(screen.getByText(/不能做这件事：上报突发事件/)).toBeInTheDocument()
  expect(screen.queryByRole('radio')).toBeNull()
})

const form = (rest: Partial<Form>): Form => ({
  ...{ kind: 'pipe', building: '1栋', detail: '', note: '', photos: [] },
  ...rest,
})
test.each([
  [{}, undefined],
  [{ kind: undefined }, '请点一下发生了什么'],
  [{ building: '' }, '请选择或写明在哪里'],
  [{ detail: '字'.repeat(60) }, '地点写得太长，请删减'],
  [{ note: '字'.repeat(501) }, '说明写得太长，请删减'],
  [{ photos: ['a', 'b', 'c', 'd'] }, '照片最多 3 张，请去掉几张'],
] as const)('%j: %s', (rest, missing) => {
  expect(missingIn(form(rest))).toBe(missing)
})

test('the building of a home, where there is one', () => {
  expect(likelyBuilding([{ unit: '2-1-301' }], ['1栋', '2栋'])).toBe('2栋')
  expect(likelyBuilding([], ['1栋'])).toBe('')
  expect(placeOf(form({ building: '', detail: ' 车库 ' }))).toBe('车库')
})
