import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaintAreas } from '#shared/complaints/lists-contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { areaCardWith, comeAsOfficer } from '../../complaint-areas.fixture.ts'
import { openPage } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, startServer } from '../../server.fixture.ts'
import DistrictDeskPage from './index.tsx'

beforeEach(() => {
  startServer()
  comeAsOfficer('district', 'd1')
  answerTo(complaintAreas.ofDistrict, { items: [] })
})

test('what a street let pass stands apart from what came up, and says by how much', async () => {
  const late = { late: true, breached: true, dueAt: '2026-11-18T16:00:00.000Z' } as const
  answerTo(complaintAreas.ofDistrict, {
    items: [
      areaCardWith({ number: 'late', ...late }),
      areaCardWith({ number: 'made_good', late: true, state: 'street_handling' }),
      areaCardWith({ number: 'theirs', ...late, streetName: '新街街道' }),
      areaCardWith({ number: 'up', state: 'district_meeting', level: 'district' }),
    ],
  })
  await openPage(DistrictDeskPage)
  const titles = screen.getAllByRole('heading').map(({ textContent }) => textContent)
  expect(titles.slice(1)).toEqual([
    '上交到区县的 1 件',
    '街道逾期没办的 2 件',
    '新街街道逾期没办的 1 件',
  ])
  expect(screen.getAllByText(/街道应在 11 月 18 日（周三）24:00 前受理，已逾期 2 天/)).toHaveLength(
    2,
  )
  expect(screen.getByText(/街道曾经逾期/)).toBeInTheDocument()
  await tap(document.getElementById('complaint-up') as HTMLElement)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/community/complaint/index?community=c1&number=up',
  })
  await tap(document.getElementById('agenda') as HTMLElement)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/community/street-agenda/index?scope=district&of=d1',
  })
})

test('nothing let pass and nothing come up is said so', async () => {
  await openPage(DistrictDeskPage)
  expect(screen.getByText(/现在没有要看的投诉/)).toBeInTheDocument()
})

test('the street is told that it is the district’s', async () => {
  comeAs('street')
  await openPage(DistrictDeskPage)
  expect(screen.getByText(/不能做这件事：查看区县投诉/)).toBeInTheDocument()
  expect(callsOf(complaintAreas.ofDistrict)).toHaveLength(0)
})
