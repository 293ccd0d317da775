import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { communities } from '#shared/communities/contract.ts'
import { emergencyAreas } from '#shared/emergencies/contract.ts'
import { emergencyCardWith } from '#miniprogram/features/emergencies/emergencies.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openPage, press } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, COMMUNITY, settled, startServer } from '../../server.fixture.ts'
import { community } from '../../votes.fixture.ts'
import AreaEmergenciesPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const card = (community: string, rest = {}) => ({
  ...emergencyCardWith(rest),
  ...{ community, communityName: community === COMMUNITY ? '锦绣花园' : '云溪苑' },
})
const open = async () => {
  await openPage(AreaEmergenciesPage)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('street')
  answerTo(communities.get, { ...community, street: 's1', district: 'd1' })
  answerTo(emergencyAreas.ofStreet, {
    items: [card(COMMUNITY), card('c2', { emergency: 'e2', kind: 'power' })],
  })
})

test('what happens in every community of the street; a tap opens it', async () => {
  await open()
  expect(screen.getByText('水管爆裂：锦绣花园 1栋 地下室')).toBeInTheDocument()
  expect(screen.getByText('大面积停电或电力设备故障：云溪苑 1栋 地下室')).toBeInTheDocument()
  expect(callsOf(emergencyAreas.ofStreet)[0]?.path).toContain('/streets/s1/')
  await tap(document.getElementById('emergency-e2') as HTMLElement)
  const url = '/property/emergency/index?emergency=e2'
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
  expect(Taro.getStorageSync('place:p1')).toEqual({ community: 'c2', hat: 'office' })
})

test('what is over; the district by its own list; the rest on demand', async () => {
  comeAs('district')
  answerTo(emergencyAreas.ofDistrict, ({ path }) =>
    path.includes('cursor=')
      ? { items: [card(COMMUNITY, { emergency: 'e3', kind: 'fire' })] }
      : { items: [card(COMMUNITY)], cursor: 'next' },
  )
  await open()
  await tap(screen.getByRole('radio', { name: '以前的' }))
  await settled()
  await press('看更多')
  expect(screen.getByText('失火：锦绣花园 1栋 地下室')).toBeInTheDocument()
  expect(callsOf(emergencyAreas.ofDistrict)[1]?.path).toContain('stage=past')
  expect(callsOf(emergencyAreas.ofStreet)).toEqual([])
})

test('nothing happens anywhere', async () => {
  answerTo(emergencyAreas.ofStreet, { items: [] })
  await open()
  expect(screen.getByText('各小区现在没有突发事件')).toBeInTheDocument()
})

test('the property sees its own communities only', async () => {
  comeAs('property')
  await open()
  expect(screen.getByText(/不能做这件事：查看辖区突发事件/)).toBeInTheDocument()
  expect(callsOf(emergencyAreas.ofStreet)).toEqual([])
})
